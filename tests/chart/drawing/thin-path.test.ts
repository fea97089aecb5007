import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affineBetween, barPath, thinPath } from '../../../src/chart/drawing/thin-path.ts';

const same = { offset: 0, factor: 1 };

/** Points of a path of straight lines, in the order drawn. */
function points(path: string): [number, number][] {
  return [...path.matchAll(/[ML](-?[\d.e-]+),(-?[\d.e-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

const close = fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10);

describe('the path of a line', () => {
  it('is every row where rows are farther apart than a column', () => {
    expect(thinPath([0, 10, 20], [5, 7, 6], same, same)).toBe('M0,5L10,7L20,6');
  });

  it('is broken where a value is missing', () => {
    expect(thinPath([0, 10, 20, 30], [5, Number.NaN, 6, 7], same, same)).toBe('M0,5M20,6L30,7');
  });

  it('keeps the first, the lowest, the highest and the last row of each column, in their order', () => {
    // One column: 5 first, 9 highest, 1 lowest, 4 last.
    expect(points(thinPath([0, 0.1, 0.2, 0.3, 0.4], [5, 9, 3, 1, 4], same, same)).map(([, y]) => y)).toEqual([
      5, 9, 1, 4,
    ]);
  });

  it('keeps every extreme of every column, and has at most four points a column', () => {
    fc.assert(
      fc.property(fc.array(close, { minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (ys, width) => {
        const xs = ys.map((_, index) => index);
        const factor = width / ys.length;
        const drawn = points(thinPath(xs, ys, { offset: 0, factor }, same));
        const columns = new Map<number, number[]>();
        for (const [index, y] of ys.entries()) {
          const column = Math.floor(index * factor);
          columns.set(column, [...(columns.get(column) ?? []), y]);
        }
        expect(drawn.length).toBeLessThanOrEqual(4 * columns.size);
        const kept = drawn.map(([, y]) => y);
        for (const values of columns.values()) {
          expect(kept).toContain(Math.min(...values));
          expect(kept).toContain(Math.max(...values));
        }
        expect(kept[0]).toBe(ys[0]);
        expect(kept.at(-1)).toBe(ys.at(-1));
        const order = drawn.map(([x]) => x);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the path of bars', () => {
  it('stands on the reference and is as wide as asked', () => {
    // Ten units a row, bars of half a row: from 7.5 to 12.5, from 0 to 3.
    expect(barPath([1], [3], 0.5, { offset: 0, factor: 10 }, same, 0, () => true)).toBe('M7.5,0h5v3h-5z');
  });

  it('is one bar a column, from the lowest to the highest value, where bars are narrower than a column', () => {
    const path = barPath([0, 1, 2], [3, -2, 1], 1, { offset: 0, factor: 0.3 }, same, 0, () => true);
    expect(path).toBe('M0,-2H1V3H0Z');
  });

  it('leaves out rows without a value and rows that are not wanted', () => {
    expect(barPath([1, 2], [Number.NaN, 4], 1, { offset: 0, factor: 10 }, same, 0, (index) => index === 0)).toBe('');
  });
});

describe('the map of a linear scale', () => {
  it('puts the ends of the domain where they stand, upside down where the end comes first', () => {
    // 10 at 50 and 30 at 110: 60 units for 20, so 3 each, and 0 at 50 − 10 · 3 = 20.
    expect(affineBetween([10, 30], 50, 110)).toEqual({ offset: 20, factor: 3 });
    expect(affineBetween([10, 30], 110, 50)).toEqual({ offset: 140, factor: -3 });
  });
});
