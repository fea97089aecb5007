import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../../src/chart/layout/spread.ts';

const item = fc.record({ at: fc.double({ min: 0, max: 400, noNaN: true }), size: fc.integer({ min: 1, max: 60 }) });

describe('labels that want one place', () => {
  it('stand where they want where there is room', () => {
    expect(
      spread(
        [
          { at: 10, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 50]);
  });

  it('give way to one another by the same amount', () => {
    // Two of size 20 at one place stand 20 apart, 10 to either side.
    expect(
      spread(
        [
          { at: 50, size: 20 },
          { at: 50, size: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([40, 60]);
  });

  it('never overlap, keep their order and stay within their bounds while there is room', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
        const room = items.reduce((sum, { size }) => sum + size, 0);
        const places = spread(items, 0, 400);
        const sorted = items
          .map(({ at, size }, index) => ({ at, size, place: places[index] ?? Number.NaN }))
          .toSorted((a, b) => a.place - b.place);
        for (const [index, { at, size, place }] of sorted.entries()) {
          const next = sorted[index + 1];
          if (next !== undefined) {
            expect(next.place - place).toBeGreaterThanOrEqual((size + next.size) / 2 - 1e-6);
            expect(next.at).toBeGreaterThanOrEqual(at - 1e-9);
          }
          if (room <= 400) {
            expect(place - size / 2).toBeGreaterThanOrEqual(-1e-6);
            expect(place + size / 2).toBeLessThanOrEqual(400 + 1e-6);
          }
        }
      }),
    );
  });
});
