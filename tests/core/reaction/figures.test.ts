import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../../src/core/reaction/holm.ts';
import { ordinaryDays } from '../../../src/core/reaction/ordinary-days.ts';
import { defaultParameters, parameterProblem } from '../../../src/core/reaction/parameters.ts';
import { sortResiduals, standing } from '../../../src/core/reaction/ranks.ts';
import { rollingStanding } from '../../../src/core/reaction/rolling-sums.ts';

const finite = fc.double({ min: -1, max: 1, noNaN: true });

describe('Holm’s correction', () => {
  it('multiplies the k-th smallest of n by n − k + 1 and never falls', () => {
    // Sorted 0.01, 0.02, 0.03, 0.4: 4·0.01, 3·0.02, max(0.06, 2·0.03), 1·0.4.
    const adjusted = holm([0.03, 0.4, 0.01, 0.02]);
    [0.06, 0.4, 0.04, 0.06].forEach((value, i) => expect(adjusted[i]).toBeCloseTo(value, 12));
  });

  it('never exceeds 1', () => {
    expect(holm([0.6, 0.5])).toEqual([1, 1]);
    // 3 · 0.4 is 1.2.
    expect(holm([0.4, 0.9, 0.6])).toEqual([1, 1, 1]);
  });

  it('changes nothing for a single p', () => {
    expect(holm([0.3])).toEqual([0.3]);
    expect(holm([])).toEqual([]);
  });

  it('keeps the order of the p-values and never makes one smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (ps) => {
        const adjusted = holm(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          ps.forEach((q, j) => {
            if (p < q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
          });
        });
      }),
    );
  });
});

describe('the standing of a day among ordinary days', () => {
  const residuals = Float64Array.of(-3, -1, 0, 1, 2);

  it('counts ties with the day itself', () => {
    // e ≥ 1: 1, 2 → 3/6. e ≤ 1: all but 2 → 5/6. |e| ≥ 1: four → 5/6. Below 1: three, equal: one → 100·3.5/5.
    expect(standing(sortResiduals(residuals), 1)).toEqual({
      upper: 3 / 6,
      lower: 5 / 6,
      two: 1,
      absolute: 5 / 6,
      asLarge: 4,
      percentile: 70,
    });
  });

  it('never gives a p of zero', () => {
    expect(standing(sortResiduals(residuals), -9)).toMatchObject({
      lower: 1 / 6,
      two: 2 / 6,
      absolute: 1 / 6,
      asLarge: 0,
    });
  });

  it('takes the robust sigma about the median', () => {
    // Median 0; distances 3, 1, 0, 1, 2, of which the median is 1.
    expect(sortResiduals(residuals)).toMatchObject({ median: 0, robustSigma: 1.4826 });
    // Median of 1, 2, 4, 9 is 3; distances 2, 1, 1, 6: (1 + 2)/2.
    expect(sortResiduals(Float64Array.of(9, 1, 4, 2)).robustSigma).toBeCloseTo(1.4826 * 1.5, 12);
  });

  it('agrees with counting one by one', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 30 }), finite, fc.nat(), (values, other, pick) => {
        const ar = pick % 2 === 0 ? other : (values[pick % values.length] ?? 0);
        const n = values.length;
        const found = standing(sortResiduals(Float64Array.from(values)), ar);
        expect(found.upper).toBe((1 + values.filter((e) => e >= ar).length) / (n + 1));
        expect(found.lower).toBe((1 + values.filter((e) => e <= ar).length) / (n + 1));
        expect(found.asLarge).toBe(values.filter((e) => Math.abs(e) >= Math.abs(ar)).length);
      }),
    );
  });

  it('leaves the residuals in the order of their days', () => {
    const given = Float64Array.of(3, 1, 2);
    sortResiduals(given);
    expect([...given]).toEqual([3, 1, 2]);
  });
});

describe('rolling sums', () => {
  it('overlap, and number T − L + 1 where no day is left out', () => {
    // Sums of two of 1, 2, 3, 4: 3, 5, 7. Of them ≥ 5: two, ≤ 5: two; (1 + 2)/(3 + 1) on either side.
    const rows = Int32Array.of(10, 11, 12, 13);
    expect(rollingStanding(Float64Array.of(1, 2, 3, 4), rows, 2, 5)).toEqual({ n: 3, two: 1 });
    // ≥ 8: none; 2·1/4.
    expect(rollingStanding(Float64Array.of(1, 2, 3, 4), rows, 2, 8)).toEqual({ n: 3, two: 0.5 });
  });

  it('never span a day that is left out', () => {
    // Row 12 is missing: only 10–11 and 13–14 are unbroken pairs.
    const found = rollingStanding(Float64Array.of(1, 2, 3, 4), Int32Array.of(10, 11, 13, 14), 2, 100);
    expect(found).toEqual({ n: 2, two: 2 / 3 });
  });

  it('say nothing where no stretch is long enough', () => {
    expect(rollingStanding(Float64Array.of(1, 2), Int32Array.of(10, 12), 2, 0)).toEqual({ n: 0, two: null });
  });

  it('agree with adding each sum up', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        (values, L, pick) => {
          const rows = Int32Array.from(values, (_, i) => i + 1);
          const sums = values.slice(0, Math.max(0, values.length - L + 1)).map((_, i) => {
            return values.slice(i, i + L).reduce((a, b) => a + b, 0);
          });
          const sum = sums[pick % Math.max(1, sums.length)] ?? 0;
          const found = rollingStanding(Float64Array.from(values), rows, L, sum);
          expect(found.n).toBe(sums.length);
          const above = sums.filter((one) => one >= sum).length;
          const below = sums.filter((one) => one <= sum).length;
          const two = Math.min(1, (2 * (1 + Math.min(above, below))) / (sums.length + 1));
          expect(found.two).toBe(sums.length === 0 ? null : two);
        },
      ),
    );
  });
});

describe('ordinary days', () => {
  it('run from the first to the last offset', () => {
    expect([...ordinaryDays(20, [-5, -3], new Set())]).toEqual([15, 16, 17]);
  });

  it('that are left out are not replaced', () => {
    expect([...ordinaryDays(20, [-5, -3], new Set([16, 18]))]).toEqual([15, 17]);
  });

  it('begin with the first row that has a return', () => {
    expect([...ordinaryDays(4, [-10, -2], new Set())]).toEqual([1, 2]);
    expect([...ordinaryDays(1, [-10, -2], new Set())]).toEqual([]);
  });
});

describe('parameters', () => {
  it('are fine as they stand by default', () => {
    expect(parameterProblem(defaultParameters)).toBeNull();
  });

  it('are refused where the estimation window touches an event window', () => {
    expect(parameterProblem({ ...defaultParameters, windows: [[-12, 0]] })).toBe(
      'The estimation window -250..-11 overlaps the event window -12..0; end it before session -12.',
    );
    expect(parameterProblem({ ...defaultParameters, estimation: [-50, 0], windows: [], days: [0, 0] })).toMatch(
      /overlaps/,
    );
  });

  it('are refused where a range is not one', () => {
    expect(parameterProblem({ ...defaultParameters, estimation: [-11, -250] })).toBe(
      'The estimation window -11..-250 is not a range; expected two whole numbers in order, such as -250..-11.',
    );
    expect(parameterProblem({ ...defaultParameters, windows: [[0, 0.5]] })).toMatch(/The event window 0\.\.0\.5/);
  });
});
