import { firstIndex } from '../first-index.ts';

/** Residuals of ordinary days, ready to be counted: sorted once. */
export interface SortedResiduals {
  readonly ascending: Float64Array;
  /** The largest of them by size, without its sign. */
  readonly largest: number;
  readonly median: number;
  /** 1.4826 · median|e − median(e)|: sigma of a normal distribution with that spread. Never a p-value. */
  readonly robustSigma: number;
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** The median of `length` values of which the smallest `length / 2 + 1` are given, ascending. */
function lastMiddle(smallest: Float64Array, length: number): number {
  const upper = smallest.at(-1) ?? Number.NaN;
  return length % 2 === 1 ? upper : ((smallest.at(-2) ?? Number.NaN) + upper) / 2;
}

/**
 * The smallest distances from `centre`, ascending, as many as `into` holds, of
 * values that ascend: two runs merged from where they meet.
 */
function distances(ascending: Float64Array, centre: number, into: Float64Array): Float64Array {
  let above = firstAtLeast(ascending, centre);
  let below = above - 1;
  for (let i = 0; i < into.length; i++) {
    const up = above < ascending.length ? (ascending[above] ?? 0) - centre : Number.POSITIVE_INFINITY;
    const down = below >= 0 ? centre - (ascending[below] ?? 0) : Number.POSITIVE_INFINITY;
    if (up <= down) {
      into[i] = up;
      above++;
    } else {
      into[i] = down;
      below--;
    }
  }
  return into;
}

/** Index of the first value that is at least `value`; the length when none is. Values ascend. */
function firstAtLeast(ascending: Float64Array, value: number): number {
  return firstIndex(0, ascending.length, (index) => (ascending[index] ?? 0) >= value);
}

/** Index of the first value that is greater than `value`; the length when none is. Values ascend. */
function firstAbove(ascending: Float64Array, value: number): number {
  return firstIndex(0, ascending.length, (index) => (ascending[index] ?? 0) > value);
}

/** How many of values that ascend are at least `size` away from zero. */
function countAsLarge(ascending: Float64Array, size: number): number {
  if (size === 0) return ascending.length;
  return firstAbove(ascending, -size) + ascending.length - firstAtLeast(ascending, size);
}

/** Sorts residuals for counting. The given array stays as it is. */
export function sortResiduals(residuals: Float64Array): SortedResiduals {
  const ascending = residuals.slice().sort();
  const median = middle(ascending);
  // Distances ascend, so that their median is known once half of them are merged.
  const half = distances(ascending, median, new Float64Array((ascending.length >> 1) + 1));
  const robustSigma = 1.4826 * lastMiddle(half, ascending.length);
  const largest = Math.max(-(ascending[0] ?? 0), ascending.at(-1) ?? 0);
  return { ascending, largest, median, robustSigma };
}

/** How an abnormal return stands among the residuals of ordinary days. */
export interface Standing {
  /** (1 + #{e ≥ AR}) / (T + 1), and with ≤: how often chance alone gives as much (Gelbach, Helland & Klick 2013). */
  readonly upper: number;
  readonly lower: number;
  /** min(1, 2·min(upper, lower)). */
  readonly two: number;
  /** (1 + #{|e| ≥ |AR|}) / (T + 1): the headline p. */
  readonly absolute: number;
  /** #{|e| ≥ |AR|}. */
  readonly asLarge: number;
  /** 100 · (#{e < AR} + ½#{e = AR}) / T, 0 to 100. */
  readonly percentile: number;
}

/** Counts where `abnormal` stands. Exact: no distribution is assumed. */
export function standing(sorted: SortedResiduals, abnormal: number): Standing {
  const T = sorted.ascending.length;
  const below = firstAtLeast(sorted.ascending, abnormal);
  const notAbove = firstAbove(sorted.ascending, abnormal);
  const upper = (1 + T - below) / (T + 1);
  const lower = (1 + notAbove) / (T + 1);
  const asLarge = countAsLarge(sorted.ascending, Math.abs(abnormal));
  return {
    upper,
    lower,
    two: Math.min(1, 2 * Math.min(upper, lower)),
    absolute: (1 + asLarge) / (T + 1),
    asLarge,
    percentile: (100 * (below + (notAbove - below) / 2)) / T,
  };
}
