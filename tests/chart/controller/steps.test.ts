import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexOf, nearestPoint, type Trace, walk } from '../../../src/chart/controller/steps.ts';
import { traceOf } from './traces.ts';

const hongKong = traceOf({ sessions: ['2025-07-02', '2025-07-03', '2025-07-04', '2025-07-07'], x: [10, 20, 30, 60] });
const newYork = traceOf({ sessions: ['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-07'], x: [5, 15, 25, 65] });
const both = [hongKong, newYork];

/** A trace of up to 40 sessions on days 1 to 60, a stretch of which is shown, each within half a day of its day. */
const anyTrace: fc.Arbitrary<Trace> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40, size: 'max' }),
    fc.double({ min: 0, max: 0.4, noNaN: true }),
    fc.nat(40),
    fc.nat(40),
  )
  .map(([unordered, late, one, other]) => {
    const days = unordered.toSorted((a, b) => a - b);
    const sessions = days.map((day) => new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10));
    const [from, to] = [one, other].map((end) => Math.min(end, days.length)).toSorted((a, b) => a - b);
    return traceOf({ sessions, x: days.map((day) => day + late) }, { shown: [from ?? 0, to ?? 0] });
  });
const anyTraces = fc.array(anyTrace, { maxLength: 4 });

const shownIndices = ({ from, to }: Trace): number[] => Array.from({ length: to - from }, (_, index) => from + index);

describe('nearestPoint', () => {
  test('finds the session of either series that stands nearest', () => {
    expect(nearestPoint(both, 24)).toEqual({ trace: newYork, index: 2 });
    expect(nearestPoint(both, 32)).toEqual({ trace: hongKong, index: 2 });
    expect(nearestPoint(both, -100)).toEqual({ trace: newYork, index: 0 });
    expect(nearestPoint(both, 999)).toEqual({ trace: newYork, index: 3 });
  });

  test('takes the left one of two equally near sessions', () => {
    expect(nearestPoint([hongKong], 25)?.index).toBe(1);
  });

  test('finds nothing where nothing is shown', () => {
    expect(nearestPoint([], 5)).toBeNull();
    expect(nearestPoint([traceOf({ sessions: ['2025-07-02'] }, { shown: [1, 1] })], 5)).toBeNull();
  });

  test('passes over sessions that the drawing of a long series leaves out', () => {
    const thin = traceOf({
      ...hongKong.series,
      y: [1, Number.NaN, Number.NaN, 4],
      x: [10, Number.NaN, Number.NaN, 60],
    });
    expect([nearestPoint([thin], 20)?.index, nearestPoint([thin], 40)?.index]).toEqual([0, 3]);
    expect([walk([thin], '2025-07-02', 1), walk([thin], '2025-07-07', -1)]).toEqual(['2025-07-07', '2025-07-02']);
  });

  test('is never farther than any session within the plot', () => {
    fc.assert(
      fc.property(anyTraces, fc.integer({ min: -1000, max: 8000 }), (traces, hundredths) => {
        const x = hundredths / 100;
        const distances = traces.flatMap((trace) => shownIndices(trace).map((index) => Math.abs(trace.x(index) - x)));
        const point = nearestPoint(traces, x);
        expect(point === null ? undefined : Math.abs(point.trace.x(point.index) - x)).toBe(
          distances.length === 0 ? undefined : Math.min(...distances),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('indexOf', () => {
  test('finds a session by its date, or by its distance from day 0', () => {
    expect(indexOf(hongKong, '2025-07-04')).toBe(2);
    expect(indexOf(newYork, '2025-07-04')).toBe(-1);
    const counted = traceOf({ sessions: ['2025-07-14', '2025-07-15', '2025-07-16'] }, { by: 'offset', base: 0 });
    expect([-2, -1, 0, 1, 2].map((offset) => indexOf(counted, offset))).toEqual([-1, 0, 1, 2, -1]);
  });

  test('finds every session, and nothing in an empty series', () => {
    fc.assert(
      fc.property(anyTrace, (trace) => {
        expect(trace.series.sessions.map((session) => indexOf(trace, session))).toEqual(
          trace.series.sessions.map((_, index) => index),
        );
      }),
    );
    expect(indexOf(traceOf({}), '2025-07-04')).toBe(-1);
  });
});

describe('walk', () => {
  test('goes over the dates of all series, one by one', () => {
    const dates: unknown[] = [];
    for (let step = walk(both, null, 1); dates.at(-1) !== step; step = walk(both, step, 1)) dates.push(step);
    expect(dates).toEqual(['2025-07-01', '2025-07-02', '2025-07-03', '2025-07-04', '2025-07-07']);
  });

  test('enters at the end that it comes from, and stops at the ends', () => {
    expect(walk(both, null, -1)).toBe('2025-07-07');
    expect(walk(both, '2025-07-02', -10)).toBe('2025-07-01');
    expect(walk(both, '2025-07-03', Infinity)).toBe('2025-07-07');
    expect(walk(both, '2025-07-03', -Infinity)).toBe('2025-07-01');
    expect(walk([], null, 1)).toBeNull();
  });

  test('goes on within the plot from a step that has left it', () => {
    const cut = traceOf({ sessions: hongKong.series.sessions }, { shown: [1, 3] });
    expect(walk([cut], '2025-01-01', 1)).toBe('2025-07-03');
    expect(walk([cut], '2025-12-01', -1)).toBe('2025-07-04');
  });

  test('k steps on is the k-th later date within the plot, and back is the k-th earlier one', () => {
    fc.assert(
      fc.property(anyTraces, fc.nat(60), fc.integer({ min: -12, max: 12 }), (traces, pick, count) => {
        const dates = [
          ...new Set(traces.flatMap((trace) => shownIndices(trace).map((index) => trace.series.sessions[index] ?? ''))),
        ].toSorted();
        fc.pre(dates.length > 0);
        const at = pick % dates.length;
        const expected = dates[Math.max(0, Math.min(dates.length - 1, at + count))];
        expect(walk(traces, dates[at] ?? '', count)).toBe(expected);
      }),
    );
  });
});
