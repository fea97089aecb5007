/**
 * Places at which closes go on at another scale. Two rules, chosen on real
 * closes (docs/sources.md has the figures of both):
 *
 * - Any series: a close beyond 1.5 times, or below 0.6 times, the one before. The
 *   worst day of a broad index is -33 % (Hang Seng, 26 October 1987), the best of
 *   a large share about +40 %.
 * - A share: a ratio near that of a split, as near as an ordinary day of the
 *   series is wide, and at least six times as large as such a day. So that a fall
 *   of 17 % is none, and a fall of a third in a calm share is named.
 */
import type { ScaleChange } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';

/** New shares for an old one, as companies split and join them. */
const SPLITS = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50] as const;
/** Slips of units: cents for dollars, thousands of points. */
const UNITS = [100, 1000, 10_000, 100_000, 1_000_000] as const;

const LARGEST_RISE = Math.log(1.5);
const LARGEST_FALL = Math.log(0.6);
/** Six ordinary days in one. */
const EXTRAORDINARY = 6;
/** How far from a split's ratio the day of a split may end, in ordinary days, and the bounds of that. */
const WITHIN_DAYS = 3;
const [NARROWEST, WIDEST] = [0.03, 0.1];
/** 1.4826 times the median of the absolute values estimates the standard deviation of normal returns. */
const MAD = 1.4826;

/** How wide an ordinary day of the series is: robust, so that the places that are looked for do not count. */
function ordinaryDay(returns: readonly number[]): number {
  const sizes = returns.map(Math.abs).toSorted((a, b) => a - b);
  return MAD * (sizes[Math.floor(sizes.length / 2)] ?? 0);
}

interface Cause {
  readonly reason: ScaleChange['reason'];
  readonly factor: number;
}

function causeOf(change: number, kind: Instrument['kind'], ordinary: number): Cause | null {
  const size = Math.abs(change);
  const near = Math.min(WIDEST, Math.max(NARROWEST, WITHIN_DAYS * ordinary));
  const among = (factors: readonly number[]): number | undefined =>
    factors.find((factor) => Math.abs(size - Math.log(factor)) <= near);
  const isBeyond = change > LARGEST_RISE || change < LARGEST_FALL;
  const split = kind === 'share' && size > EXTRAORDINARY * ordinary ? among(SPLITS) : undefined;
  if (split !== undefined) return { reason: 'split', factor: split };
  if (!isBeyond) return null;
  const units = among(UNITS) ?? (kind === 'index' ? among([10]) : undefined);
  return units === undefined ? { reason: 'leap', factor: Math.exp(size) } : { reason: 'units', factor: units };
}

/** The places at which closes change their scale, in order of time. */
export function scaleChanges(
  { kind }: Pick<Instrument, 'kind'>,
  sessions: readonly SessionDate[],
  closes: readonly number[],
): readonly ScaleChange[] {
  const returns: number[] = [];
  let largest = 0;
  for (let i = 1; i < closes.length; i++) {
    const change = Math.log((closes[i] ?? 1) / (closes[i - 1] ?? 1));
    if (Math.abs(change) > largest) largest = Math.abs(change);
    returns.push(change);
  }
  // No change is smaller than that of the smallest split: most series end here.
  if (largest < Math.log(1.5) - WIDEST) return [];
  const ordinary = ordinaryDay(returns);
  const found: ScaleChange[] = [];
  let lastChange = 0;
  for (const [i, change] of returns.entries()) {
    const cause = causeOf(change, kind, ordinary);
    const [before, after] = [sessions[i], sessions[i + 1]];
    if (cause === null || before === undefined || after === undefined) continue;
    // Back to where it was: the place before was the beginning of a stretch on another scale.
    const last = found.at(-1);
    if (last !== undefined && last.until === null && Math.abs(lastChange + change) < 2 * WIDEST) {
      found[found.length - 1] = { ...last, until: before };
      continue;
    }
    found.push({
      before: { session: before, close: closes[i] ?? 0 },
      after: { session: after, close: closes[i + 1] ?? 0 },
      ...cause,
      until: null,
    });
    lastChange = change;
  }
  return found;
}
