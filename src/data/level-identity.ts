import type { PriceSeries } from '../core/series.ts';
import { level } from './session-list.ts';

/** Two publishers of one index differ by rounding and late corrections, far below this share of the level. */
const SAME_LEVEL = 0.02;

/**
 * What shows that a series is another instrument, or another scale, than the
 * reference: the median of their ratio on common sessions is off by more than
 * 2 %. Null where they agree or share no session.
 */
export function levelMismatch(series: PriceSeries, reference: PriceSeries): string | null {
  const known = new Map(reference.sessions.map((session, index) => [session, reference.closes[index] ?? Number.NaN]));
  const common: { session: string; close: number; expected: number; ratio: number }[] = [];
  for (const [index, session] of series.sessions.entries()) {
    const expected = known.get(session);
    const close = series.closes[index];
    if (expected !== undefined && close !== undefined)
      common.push({ session, close, expected, ratio: close / expected });
  }
  const middle = common.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(common.length / 2)];
  if (middle === undefined || Math.abs(middle.ratio - 1) <= SAME_LEVEL) return null;
  return `on ${middle.session} it gives ${level(middle.close)} where ${reference.provenance.label} has ${level(middle.expected)}`;
}
