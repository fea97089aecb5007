import type { PriceSeries, SeriesIssue } from '../../core/series.ts';
import { level } from './session-list.ts';

/** Two publishers of one index differ by rounding and late corrections, far below this share of the level. */
const SAME_LEVEL = 0.02;

/** So many sessions, spread evenly, tell the level as well as all of them. */
const COMPARED = 101;

/**
 * What shows that a series is another instrument, or on another scale, than the
 * reference: the median of their ratio on common sessions is off by more than
 * 2 %. Null where they agree or share no session.
 */
export function levelMismatch(series: PriceSeries, reference: PriceSeries): SeriesIssue | null {
  const common: (readonly [index: number, at: number])[] = [];
  for (let index = 0, at = 0; index < series.sessions.length; index++) {
    const session = series.sessions[index] ?? '';
    while ((reference.sessions[at] ?? session) < session) at++;
    if (reference.sessions[at] === session) common.push([index, at]);
  }
  const step = Math.ceil(common.length / COMPARED);
  const compared = common
    .filter((_, place) => place % step === 0)
    .map(([index, at]) => {
      const [close, expected] = [series.closes[index] ?? Number.NaN, reference.closes[at] ?? Number.NaN];
      return { session: series.sessions[index], close, expected, ratio: close / expected };
    })
    .toSorted((a, b) => a.ratio - b.ratio);
  const middle = compared[Math.floor(compared.length / 2)];
  if (middle?.session === undefined || Math.abs(middle.ratio - 1) <= SAME_LEVEL) return null;
  const { session, close, expected } = middle;
  return {
    kind: 'suspect-value',
    sessions: [session],
    sentence: `On ${session} it gives ${level(close)} where ${reference.provenance.label} has ${level(expected)}: another instrument or another scale; the rows were kept.`,
  };
}
