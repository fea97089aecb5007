import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveParts, partsAt } from '../../../src/core/gap/move-parts.ts';
import { moveShape } from '../../../src/core/gap/move-shape.ts';
import type { PriceSeries } from '../../../src/core/series.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { firstStudy } from '../study-at-hand.ts';
import { bundledRows, madeUp } from './series-at-hand.ts';

const at = (series: PriceSeries, row: number) => partsAt(series, moveParts(series), row);
const closes = [100, 101, 99, 102, 103, 101, 100, 104];
/** Opens a little off the closes before. */
const opens = [100.5, 100.4, 101.2, 99.3, 102.5, 103.1, 100.8, 100.6];

describe('the parts of a move', () => {
  it('multiply to the move, for any prices', () => {
    const price = fc.double({ min: 80, max: 120, noNaN: true });
    fc.assert(
      fc.property(price, price, price, (before, open, close) => {
        const parts = at(madeUp({ closes: [before, close], opens: [Number.NaN, open] }), 1);
        if (typeof parts === 'string') throw new Error(parts);
        expect((1 + parts.gap) * (1 + parts.inSession)).toBeCloseTo(1 + parts.move, 12);
        expect(parts.move).toBe(close / before - 1);
      }),
    );
  });

  it('are those of the papers on 15 July 2025', () => {
    const bundled = bundledRows(firstStudy());
    const told = (id: string) => {
      const series = bundled.get(id);
      if (series === undefined) throw new Error(id);
      const parts = at(series, series.sessions.indexOf(sessionDate('2025-07-15')));
      return typeof parts === 'string'
        ? parts
        : [parts.gap, parts.inSession, parts.move].map((part) => (100 * part).toFixed(2));
    };
    // 20,640.33 → 20,822.76 … 20,677.80 and 5,283.50 → 5,297.89 → 5,431.29, by hand from the bundled rows.
    expect(told('IXIC')).toEqual(['0.88', '-0.70', '0.18']);
    expect(told('HSTECH')).toEqual(['0.27', '2.52', '2.80']);
    expect(told('HSI')).toBe('no-opens');
  });

  it('are not told of the first row, or of one without an open', () => {
    const series = madeUp({ closes, opens: opens.with(3, Number.NaN).with(4, 0).with(5, Number.POSITIVE_INFINITY) });
    expect(at(series, 0)).toBe('no-close-before');
    for (const row of [3, 4, 5]) expect(at(series, row)).toBe('no-open');
    expect(typeof at(series, 6)).toBe('object');
  });

  it('are not told where every open is the close before, or its own close', () => {
    expect(moveParts(madeUp({ closes, opens: [99, ...closes.slice(0, -1)] })).absent).toBe('opens-are-closes-before');
    expect(moveParts(madeUp({ closes, opens: closes })).absent).toBe('opens-are-closes');
    // One of them that differs is a habit no more.
    expect(moveParts(madeUp({ closes, opens: [99, ...closes.slice(0, -2), 100.5] })).absent).toBeNull();
  });

  it('are not told where opens are in another unit, or adjusted otherwise', () => {
    expect(moveParts(madeUp({ closes, opens: opens.map((open) => open / 100) })).absent).toBe('other-scale');
    // Adjusted for dividends: 3 % below.
    expect(moveParts(madeUp({ closes, opens: opens.map((open) => open * 0.97) })).absent).toBe('other-scale');
    // One row alone, a tenth of the others.
    expect(at(madeUp({ closes, opens: opens.with(4, 10.25) }), 4)).toBe('other-scale');
  });

  it('are not told where the open lies outside of low and high', () => {
    const highs = closes.map((close, i) => Math.max(close, opens[i] ?? 0) + 0.5);
    const lows = closes.map((close, i) => Math.min(close, opens[i] ?? 0) - 0.5);
    const series = madeUp({ closes, opens: opens.with(2, 102.4), highs, lows });
    expect(at(series, 2)).toBe('outside-range');
    expect(typeof at(series, 3)).toBe('object');
  });

  it('are not told of a session of one figure', () => {
    const flat = (values: number[]) => values.with(2, 99);
    const series = madeUp({
      closes,
      opens: flat(opens),
      highs: flat(closes.map((close) => close + 3)),
      lows: flat(closes.map((close) => close - 3)),
    });
    expect(at(series, 2)).toBe('flat');
  });

  it('are withheld on a day on which the publishers of opens and closes differ, and stay among ordinary days', () => {
    const series = madeUp({ closes, opens, opensDiffer: [sessionDate('2025-07-10')] });
    expect(at(series, 3)).toBe('publishers-differ');
    // 99.3 / 99 − 1
    expect(moveParts(series).gaps[3]).toBeCloseTo(0.00303, 5);
  });
});

describe('the shape of a move', () => {
  it.each([
    ['gave-back', 0.0088, -0.007],
    ['added', 0.0027, 0.0252],
    ['added', -0.0177, -0.0207],
    ['reversed', -0.0028, 0.0083],
    ['reversed', 0.0004, -0.0035],
    // Nvidia, 16 April 2025: 0.06 of 6.88 is less than a twentieth.
    ['at-the-open', -0.0682, -0.0006],
    ['in-session', 0.0008, -0.0364],
    ['in-session', 0, 0.01],
    ['at-the-open', 0.01, 0],
    ['unmoved', 0, 0],
  ] as const)('is %s for a gap of %d and a session part of %d', (shape, gap, inSession) => {
    expect(moveShape({ gap, inSession })).toBe(shape);
  });

  it('counts a fall back on the close before as given back', () => {
    expect(moveShape({ gap: 0.25, inSession: -0.2 })).toBe('gave-back');
  });
});
