import { describe, expect, it } from 'vitest';
import { abnormalPath } from '../../../src/chart/reaction/abnormal-path.ts';
import { studyCloses } from '../../core/study-closes.ts';
import { measuredOf, reactionOf } from './reactions-at-hand.ts';

const analysis = measuredOf('announcement', 'HSTECH');
const path = abnormalPath(analysis, [-5, 5]);
const at = (day: number) => {
  const point = path.find((one) => one.day === day);
  if (point === undefined) throw new Error(`the path lacks day ${day}`);
  return point;
};

/** Log return from the close of one session to that of another, less the average drift of as many sessions. */
function beyondDrift(from: string, to: string, sessions: number): number {
  const { sessions: dates, closes } = studyCloses('HSTECH');
  const close = (date: string) => closes[dates.findIndex((one) => one === date)] ?? Number.NaN;
  return Math.log(close(to) / close(from)) - sessions * analysis.fit.alpha;
}

describe('the path of abnormal returns', () => {
  it('starts from zero at the baseline, with no width', () => {
    expect(at(-1)).toEqual({ day: -1, value: 0, half: 0 });
  });

  it('adds up forwards from the baseline’s close', () => {
    expect(at(0).value).toBeCloseTo(beyondDrift('2025-07-14', '2025-07-15', 1), 12);
    expect(at(1).value).toBeCloseTo(beyondDrift('2025-07-14', '2025-07-16', 2), 12);
    expect(at(5).value).toBeCloseTo(beyondDrift('2025-07-14', '2025-07-22', 6), 12);
  });

  it('shows the run-up as what was missing to the baseline', () => {
    // From the close of 11 July, day −2, to the baseline on 14 July.
    expect(at(-2).value).toBeCloseTo(-beyondDrift('2025-07-11', '2025-07-14', 1), 12);
    expect(at(-5).value).toBeCloseTo(-beyondDrift('2025-07-08', '2025-07-14', 4), 12);
  });

  it('has a band of t₀.₉₇₅ standard errors of a sum of that length', () => {
    // Var(CAR) = s²·(L + L²/T); t₀.₉₇₅ with 236 degrees of freedom is 1.970067.
    const half = (L: number) => 1.970067 * analysis.fit.sigma * Math.sqrt(L + (L * L) / 237);
    expect(at(0).half).toBeCloseTo(half(1), 7);
    expect(at(5).half).toBeCloseTo(half(6), 7);
    expect(at(-5).half).toBeCloseTo(half(4), 7);
  });

  it('ends where the data end', () => {
    const { analysis: whole } = reactionOf('announcement', 'HSTECH');
    if (whole.kind !== 'measured') throw new Error(whole.kind);
    const end = whole.dayZero.row + 3;
    const cut = { ...whole, panel: { ...whole.panel, sessions: whole.panel.sessions.slice(0, end) } };
    expect(abnormalPath(cut, [-5, 5]).map(({ day }) => day)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2]);
  });
});
