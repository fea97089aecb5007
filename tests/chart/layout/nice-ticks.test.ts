import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceStep, niceTicks, paddedDomain } from '../../../src/chart/layout/nice-ticks.ts';

describe('ticks of a value axis', () => {
  it('are four to seven where that many have room', () => {
    // Between 93 and 110: steps of 2 would be nine, of 5 three; 4 gives 96, 100, 104, 108.
    expect(niceTicks(93.1, 109.9, 8)).toEqual([96, 100, 104, 108]);
    expect(niceTicks(-0.031, 0.034, 8)).toEqual([-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03]);
  });

  it('are at most as many as have room, multiples of one step, within the domain and ascending', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, span, most) => {
          const ticks = niceTicks(low, low + span, most);
          expect(ticks.length).toBeLessThanOrEqual(most);
          const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
          for (const [index, tick] of ticks.entries()) {
            expect(tick).toBeGreaterThanOrEqual(low - span * 1e-6);
            expect(tick).toBeLessThanOrEqual(low + span * (1 + 1e-6));
            if (index > 0) expect(Math.abs(tick - (ticks[index - 1] ?? 0) - step)).toBeLessThan(step * 1e-6);
          }
          if (most >= 7) expect(ticks.length).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });

  it('are none on an axis without a length', () => {
    expect(niceTicks(5, 5, 7)).toEqual([]);
    expect(niceTicks(Number.NaN, 5, 7)).toEqual([]);
  });

  it('step by 1, 2 or 5 times a power of ten, at least as far as asked', () => {
    expect([0.7, 1, 1.1, 3, 7, 30, 0.02].map(niceStep)).toEqual([1, 1, 2, 5, 10, 50, 0.02]);
  });
});

describe('the domain of an axis', () => {
  it('has a little room around its values', () => {
    expect(paddedDomain([100, 110], 0.05)).toEqual([99.5, 110.5]);
  });

  it('is opened where all values are the same, and is 0 to 1 where there is none', () => {
    // 2 % of 100 is 2; half of it on either side would be ±1, of which the ratio takes its share.
    expect(paddedDomain([100], 0.5)).toEqual([99, 101]);
    expect(paddedDomain([], 0.5)).toEqual([0, 1]);
  });
});
