import type { DataSeries, Grouping } from '../chart-data.ts';

/** What sessions of several series have in common: their date, or their distance from day 0 in sessions. */
export type Step = string | number;

/** One session of one series. */
export interface Point {
  readonly series: DataSeries;
  readonly index: number;
}

/** Horizontal data values at the left and right edge of a plot. */
export type Domain = readonly [number, number];

/** The first index in [0, length) from which on `holds` is true, or `length`. `holds` must not turn false again. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const xAt = (series: DataSeries, index: number): number => series.x[index] ?? Number.NaN;

/** The step of a session that the series has. */
export function stepAt(series: DataSeries, grouping: Grouping, index: number): Step {
  return grouping === 'date' ? (series.sessions[index] ?? '') : index - (series.dayZero ?? 0);
}

/** Index of the session of `step` in the series, or −1 if it has none. */
export function indexOf(series: DataSeries, grouping: Grouping, step: Step): number {
  const { length } = series.sessions;
  const index = firstIndex(length, (i) => stepAt(series, grouping, i) >= step);
  return index < length && stepAt(series, grouping, index) === step ? index : -1;
}

/** Indices [from, to) of the sessions that stand within the plot. */
function within(series: DataSeries, [left, right]: Domain): [number, number] {
  const { length } = series.x;
  return [firstIndex(length, (i) => xAt(series, i) >= left), firstIndex(length, (i) => xAt(series, i) > right)];
}

/** Whether the session stands within the plot. */
export function isWithin({ series, index }: Point, [left, right]: Domain): boolean {
  const x = xAt(series, index);
  return x >= left && x <= right;
}

/** The session within the plot that stands nearest to `x`; of two equally near ones the left, then the earlier series. */
export function nearestPoint(group: readonly DataSeries[], domain: Domain, x: number): Point | null {
  let best: Point | null = null;
  let least = Infinity;
  for (const series of group) {
    const [from, to] = within(series, domain);
    const right = firstIndex(series.x.length, (i) => xAt(series, i) > x);
    for (const index of [right - 1, right]) {
      const near = Math.max(from, Math.min(to - 1, index));
      const distance = Math.abs(xAt(series, near) - x);
      const nearer =
        distance < least || (distance === least && best && xAt(series, near) < xAt(best.series, best.index));
      if (from < to && nearer) {
        best = { series, index: near };
        least = distance;
      }
    }
  }
  return best;
}

/**
 * The step `count` sessions after (or, negative, before) `step`, over the sessions of all series within the plot.
 * It stops at the first and the last one. From null the walk enters at the end that it comes from.
 */
export function walk(
  group: readonly DataSeries[],
  grouping: Grouping,
  domain: Domain,
  step: Step | null,
  count: number,
): Step | null {
  let reached = step;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    let next: Step | null = null;
    for (const series of group) {
      const [from, to] = within(series, domain);
      const { length } = series.sessions;
      const passed = reached;
      const index =
        count > 0
          ? Math.max(from, passed === null ? 0 : firstIndex(length, (i) => stepAt(series, grouping, i) > passed))
          : Math.min(to, passed === null ? to : firstIndex(length, (i) => stepAt(series, grouping, i) >= passed)) - 1;
      if (index < from || index >= to) continue;
      const candidate = stepAt(series, grouping, index);
      if (next === null || (count > 0 ? candidate < next : candidate > next)) next = candidate;
    }
    if (next === null) break;
    reached = next;
  }
  return reached;
}
