import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logReturns, moveBetween, movesSince, rebase, simpleOfLog, simpleReturns } from '../../src/core/returns.ts';

const prices = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

describe('returns', () => {
  it('are fractions of the close before', () => {
    // 110/100 − 1 = 0.1; 99/110 − 1 = −0.1.
    const returns = simpleReturns([100, 110, 99]);
    expect(returns[0]).toBeNaN();
    expect(returns[1]).toBeCloseTo(0.1, 14);
    expect(returns[2]).toBeCloseTo(-0.1, 14);
    expect(moveBetween(100, 99)).toBeCloseTo(-0.01, 14);
  });

  it('in logarithms add up to the logarithm of the whole move', () => {
    fc.assert(
      fc.property(prices, (closes) => {
        const sum = logReturns(closes)
          .slice(1)
          .reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(Math.log((closes.at(-1) ?? 1) / (closes[0] ?? 1)), 9);
      }),
    );
  });

  it('in logarithms turn back into the simple move', () => {
    // Hang Seng TECH on 15 July 2025: 5,431.29 / 5,283.50 = 1.02797, +2.80 %, of which the logarithm is 0.02759.
    expect(simpleOfLog(Math.log(5431.29 / 5283.5))).toBeCloseTo(147.79 / 5283.5, 14);
  });
});

describe('rebasing', () => {
  it('puts the base at 100 and keeps proportions', () => {
    expect(rebase([50, 100, 150], 1)).toEqual([50, 100, 150]);
    expect(rebase([50, 100, 150], 0)).toEqual([100, 200, 300]);
  });

  it('does not change when all prices are multiplied', () => {
    fc.assert(
      fc.property(prices, fc.double({ min: 0.001, max: 1000, noNaN: true }), (closes, factor) => {
        const plain = rebase(closes, 0) ?? [];
        const scaled =
          rebase(
            closes.map((close) => close * factor),
            0,
          ) ?? [];
        plain.forEach((value, i) =>
          expect(scaled[i]).toBeCloseTo(value, Math.max(0, 9 - Math.ceil(Math.log10(value + 1)))),
        );
      }),
    );
  });

  it('agrees with the moves since the base', () => {
    expect(movesSince([50, 100, 150], 0)).toEqual([0, 1, 2]);
  });

  it('refuses a base that is not in the data', () => {
    expect(rebase([50, 100], 2)).toBeNull();
    expect(movesSince([50, 100], -1)).toBeNull();
  });
});
