import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/core/reaction/analysis.ts';
import { panelForEvent } from '../../../src/core/reaction/panel-for-event.ts';
import { defaultParameters, type ReactionParameters } from '../../../src/core/reaction/parameters.ts';
import { type Closes, ownSessions, sharedSessions } from '../../../src/core/reaction/return-panel.ts';
import { addDays } from '../../../src/core/calendar-days.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { expectedFigures, SYNTHETIC_DAY_ZERO, syntheticCloses } from './synthetic.ts';

const own = syntheticCloses('AAA');
const market = syntheticCloses('MKT');

function without({ sessions, closes }: Closes, drop: (row: number) => boolean): Closes {
  return { sessions: sessions.filter((_, i) => !drop(i)), closes: closes.filter((_, i) => !drop(i)) };
}

function withHistory(T: number, change: Partial<ReactionParameters> = {}) {
  const parameters = { ...defaultParameters, estimation: [-10 - T, -11] as const, ...change };
  return analyse(ownSessions(own, market, 'log'), SYNTHETIC_DAY_ZERO, parameters, new Set());
}

describe('an analysis', () => {
  it('has everything from 200 ordinary days on', () => {
    expect(withHistory(200)).toMatchObject({ kind: 'measured', shortHistory: false });
  });

  it('calls 60 to 199 ordinary days a short history', () => {
    expect(withHistory(199)).toMatchObject({ kind: 'measured', shortHistory: true });
    expect(withHistory(60)).toMatchObject({ kind: 'measured', shortHistory: true });
  });

  it('makes no test and fits no market model on 30 to 59 ordinary days', () => {
    for (const T of [30, 59]) {
      const analysis = withHistory(T, { model: 'market' });
      expect(analysis).toMatchObject({ kind: 'ranked', rank: { T } });
      expect(analysis).not.toHaveProperty('fit');
    }
  });

  it('gives the move alone on fewer than 30', () => {
    const analysis = withHistory(29);
    expect(analysis.kind).toBe('moved');
    // 17996.6099 / 17922.8041 − 1.
    expect(analysis.move.move).toBeCloseTo(73.8058 / 17922.8041, 12);
    expect(analysis.move).toMatchObject({ session: '2025-04-28', baseline: '2025-04-25' });
  });

  it('counts an ordinary day that moved exactly as much', () => {
    // 100 and 101 in turn: up by 1/100 or down by 1/101. Day 0 is up, and so is every second of 60 days.
    const turns = { sessions: own.sessions, closes: own.sessions.map((_, i) => (i % 2 === 0 ? 101 : 100)) };
    const parameters = { ...defaultParameters, estimation: [-70, -11] as const };
    const analysis = analyse(ownSessions(turns, null, 'log'), SYNTHETIC_DAY_ZERO, parameters, new Set());
    expect(analysis).toMatchObject({ kind: 'measured', rank: { T: 60, atLeast: 30 } });
  });

  it('has intervals and detectable moves by the quantiles of Student’s t', () => {
    // T = 240, so 239 degrees of freedom: t₀.₉₇₅ is 1.969939 (t_crit of the reference), t₀.₈₀ is 0.843128.
    const analysis = withHistory(240);
    if (analysis.kind !== 'measured') throw new Error(analysis.kind);
    const reference = (where: string, metric: string) =>
      expectedFigures().find(
        (one) =>
          one.instrument === 'AAA' &&
          one.model === 'mean' &&
          one.estimation[0] === -250 &&
          one.where === where &&
          one.metric === metric,
      )?.value ?? Number.NaN;
    const [ar, se] = [reference('day+0', 'AR'), reference('day+0', 'se')];
    expect(analysis.dayZero.interval[0]).toBeCloseTo(ar - 1.9699394 * se, 8);
    expect(analysis.dayZero.interval[1]).toBeCloseTo(ar + 1.9699394 * se, 8);
    expect(analysis.dayZero.detectable).toBeCloseTo((1.9699394 + 0.8431278) * se, 8);
    const window = analysis.windows.find((one) => one.window.join() === '0,1');
    if (window?.kind !== 'complete') throw new Error('no window');
    expect(window.detectable).toBeCloseTo((1.9699394 + 0.8431278) * reference('[0,1]', 'se'), 8);
  });

  it('has no statistics of a series that stands still', () => {
    const flat = { sessions: own.sessions, closes: own.sessions.map(() => 42) };
    const analysis = analyse(ownSessions(flat, null, 'log'), SYNTHETIC_DAY_ZERO, defaultParameters, new Set());
    expect(analysis).toMatchObject({ kind: 'no-spread', because: 'constant-series', move: { move: 0 } });
  });

  it('has no statistics on a benchmark that stands still, or grows by the same share each day', () => {
    for (const growth of [1, 1.001]) {
      const steady = { sessions: own.sessions, closes: own.sessions.map((_, i) => 100 * growth ** i) };
      const parameters = { ...defaultParameters, model: 'market' as const };
      const analysis = analyse(ownSessions(own, steady, 'log'), SYNTHETIC_DAY_ZERO, parameters, new Set());
      expect(analysis).toMatchObject({ kind: 'no-spread', because: 'constant-benchmark' });
    }
  });

  it('has no statistics of an instrument that is its own benchmark', () => {
    const parameters = { ...defaultParameters, model: 'adjusted' as const };
    const analysis = analyse(ownSessions(own, own, 'log'), SYNTHETIC_DAY_ZERO, parameters, new Set());
    expect(analysis).toMatchObject({ kind: 'no-spread', because: 'constant-series' });
  });

  it('counts the sessions of a window that the data do not hold yet', () => {
    const cut = without(own, (row) => row > SYNTHETIC_DAY_ZERO + 1);
    const analysis = analyse(ownSessions(cut, null, 'log'), SYNTHETIC_DAY_ZERO, defaultParameters, new Set());
    if (analysis.kind !== 'measured') throw new Error(analysis.kind);
    expect(analysis.windows.find((window) => window.L === 5)).toEqual({
      kind: 'partial',
      window: [0, 4],
      L: 5,
      have: 2,
    });
    expect(analysis.windows.find((window) => window.L === 2)?.kind).toBe('complete');
    expect(analysis.days.map(({ day }) => day)).toEqual([-5, -4, -3, -2, -1, 0, 1]);
  });

  it('never gives a figure that is not a number where it measures', () => {
    const analysis = withHistory(240, { model: 'market' });
    if (analysis.kind !== 'measured') throw new Error(analysis.kind);
    const numbers = JSON.stringify([analysis.fit, analysis.days, analysis.windows, analysis.ewmaSigma]);
    expect(numbers).not.toContain('null');
  });

  it('finds the smallest move that a test would see from the two quantiles', () => {
    const analysis = withHistory(240);
    if (analysis.kind !== 'measured') throw new Error(analysis.kind);
    // t₀.₉₇₅ = 1.9699 and t₀.₈₀ = 0.8432 with 239 degrees of freedom (tables of Student's t).
    expect(analysis.dayZero.detectable / analysis.dayZero.se).toBeCloseTo(1.9699 + 0.8432, 3);
  });

  it('works on simple returns when asked to', () => {
    const parameters = { ...defaultParameters, returns: 'simple' as const };
    const analysis = analyse(ownSessions(own, null, 'simple'), SYNTHETIC_DAY_ZERO, parameters, new Set());
    if (analysis.kind !== 'measured') throw new Error(analysis.kind);
    expect(analysis.dayZero.r).toBeCloseTo(analysis.move.move, 14);
  });

  it('needs a close before day 0', () => {
    expect(() => analyse(ownSessions(own, null, 'log'), 0, defaultParameters, new Set())).toThrow(
      /no close with a close before it/,
    );
  });
});

describe('the returns that an event is measured on', () => {
  const parameters = { ...defaultParameters, model: 'market' as const };

  it('are taken after the join, over the sessions that both have', () => {
    const panel = sharedSessions(
      own,
      without(market, (row) => row === 100),
      'log',
    );
    expect(panel.sessions).not.toContain(own.sessions[100]);
    // The session after the missing one spans two of the instrument's own.
    expect(panel.r[100]).toBeCloseTo(Math.log((own.closes[101] ?? 0) / (own.closes[99] ?? 0)), 14);
    expect(panel.benchmark?.m[100]).toBeCloseTo(Math.log((market.closes[101] ?? 0) / (market.closes[99] ?? 0)), 14);
  });

  it('follow the benchmark where it has the sessions around the event', () => {
    const event = panelForEvent(
      own,
      without(market, (row) => row === 100),
      SYNTHETIC_DAY_ZERO,
      parameters,
      [],
    );
    expect(event).toMatchObject({ model: 'market', fallback: null, dayZero: SYNTHETIC_DAY_ZERO - 1 });
  });

  it('fall back on the constant mean without a benchmark', () => {
    expect(panelForEvent(own, null, SYNTHETIC_DAY_ZERO, parameters, [])).toMatchObject({
      model: 'mean',
      fallback: 'no-benchmark',
    });
  });

  it('fall back where the benchmark lacks a session of the event', () => {
    for (const offset of [-6, 0, 5]) {
      const holed = without(market, (row) => row === SYNTHETIC_DAY_ZERO + offset);
      const event = panelForEvent(own, holed, SYNTHETIC_DAY_ZERO, parameters, []);
      expect(event).toMatchObject({ model: 'mean', fallback: 'benchmark-gap', dayZero: SYNTHETIC_DAY_ZERO });
    }
  });

  it('fall back where the benchmark is too short for a model', () => {
    const short = without(market, (row) => row < 220);
    expect(panelForEvent(own, short, SYNTHETIC_DAY_ZERO, parameters, [])).toMatchObject({
      fallback: 'benchmark-short',
    });
    // 280 − 11 − 209 = 60 ordinary days: rows 210 to 269 of the instrument, of which 209 gives the first return.
    const enough = without(market, (row) => row < 209);
    const event = panelForEvent(own, enough, SYNTHETIC_DAY_ZERO, parameters, []);
    expect(event).toMatchObject({ model: 'market', fallback: null });
  });

  it('keep sessions out by their date, not by their row', () => {
    const holed = without(market, (row) => row === 100);
    const left = own.sessions.slice(150, 153);
    const event = panelForEvent(own, holed, SYNTHETIC_DAY_ZERO, parameters, left);
    expect([...event.leftOut]).toEqual([149, 150, 151]);
  });

  it('take one return over a holiday', () => {
    const sessions = ['2025-07-03', '2025-07-07'].map(sessionDate);
    const panel = ownSessions({ sessions, closes: [100, 110] }, null, 'simple');
    expect(panel.r[1]).toBeCloseTo(0.1, 14);
    expect(addDays(sessions[0] ?? sessionDate('2025-07-03'), 4)).toBe(sessions[1]);
  });
});
