import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinned } from '../../../src/chart/drawing/thinned.ts';
import { seriesWith } from '../made-up-scene.ts';

const longSeries = fc
  .tuple(fc.integer({ min: 1501, max: 4000 }), fc.infiniteStream(fc.integer({ min: 1, max: 9999 })), fc.nat(4000))
  .map(([length, values, dayZero]) =>
    seriesWith({
      y: Array.from({ length }, () => values.next().value),
      dayZeros: { news: Math.min(dayZero, length - 1) },
    }),
  );

describe('the rows that a series is drawn with', () => {
  it('are all of them up to 1,500, but for those without a value', () => {
    const y = Array.from({ length: 1500 }, (_, index) => (index === 7 ? Number.NaN : index));
    expect(thinned(seriesWith({ y }))).toEqual([...y.keys()].filter((index) => index !== 7));
  });

  it('of a longer series keep the lowest and the highest, the first and the last', () => {
    fc.assert(
      fc.property(longSeries, (series) => {
        const values = thinned(series).map((index) => series.y[index] ?? 0);
        expect([Math.min(...values), Math.max(...values)]).toEqual([Math.min(...series.y), Math.max(...series.y)]);
        expect([values[0], values.at(-1)]).toEqual([series.y[0], series.y.at(-1)]);
      }),
      { numRuns: 40 },
    );
  });

  it('keep the extremes of every stretch of a 320th, and at most four rows of one far from events', () => {
    fc.assert(
      fc.property(longSeries, (given) => {
        const series = { ...given, dayZeros: {} };
        const kept = thinned(series);
        const size = Math.ceil(series.y.length / 320);
        for (let start = 0; start < series.y.length; start += size) {
          const stretch = series.y.slice(start, start + size);
          const seen = kept
            .filter((index) => index >= start && index < start + size)
            .map((index) => series.y[index] ?? 0);
          expect(seen.length).toBeLessThanOrEqual(4);
          expect([Math.min(...seen), Math.max(...seen)]).toEqual([Math.min(...stretch), Math.max(...stretch)]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keep every session within half a year of an event, ascending and once', () => {
    fc.assert(
      fc.property(longSeries, (series) => {
        const kept = thinned(series);
        const dayZero = series.dayZeros['news'] ?? 0;
        for (let index = Math.max(0, dayZero - 120); index < Math.min(series.y.length, dayZero + 121); index += 1) {
          expect(kept).toContain(index);
        }
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });
});
