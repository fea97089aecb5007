import { describe, expect, it } from 'vitest';
import { criticalValues, twoSidedP } from '../../../src/core/reaction/student-t.ts';
import { expectedFigures } from './synthetic.ts';

/**
 * Two-sided p by the finite series of Abramowitz & Stegun 26.7.3 and 26.7.4,
 * which hold for whole degrees of freedom: independent of the library.
 */
function seriesP(t: number, df: number): number {
  const theta = Math.atan(Math.abs(t) / Math.sqrt(df));
  const cos2 = Math.cos(theta) ** 2;
  let term = df % 2 === 0 ? 1 : Math.cos(theta);
  let sum = df === 1 ? 0 : term;
  for (let k = df % 2 === 0 ? 2 : 3; k < df - 1; k += 2) {
    term *= (cos2 * (k - 1)) / k;
    sum += term;
  }
  const inside = df % 2 === 0 ? Math.sin(theta) * sum : (2 / Math.PI) * (theta + Math.sin(theta) * sum);
  return 1 - inside;
}

describe('Student’s t', () => {
  it('gives the p of the finite series within 1e-10 for 1 to 300 degrees of freedom', () => {
    const far: string[] = [];
    for (let df = 1; df <= 300; df++) {
      for (const t of [0, 0.1, -0.7, 1, 1.96, -2.5, 4, 9]) {
        if (!(Math.abs(twoSidedP(t, df) - seriesP(t, df)) <= 1e-10)) far.push(`t ${t}, df ${df}`);
      }
    }
    expect(far).toEqual([]);
  });

  it('has the quantiles that are known in closed form', () => {
    // df 1: tan(π(p − ½)); df 2: (2p − 1)/√(2p(1 − p)); df 4: 2√(q − 1) with q = cos(acos(√α)/3)/√α, α = 4p(1 − p).
    const four = (p: number) => {
      const root = Math.sqrt(4 * p * (1 - p));
      return 2 * Math.sqrt(Math.cos(Math.acos(root) / 3) / root - 1);
    };
    expect(criticalValues(1).t975).toBeCloseTo(Math.tan(Math.PI * 0.475), 9);
    expect(criticalValues(1).t80).toBeCloseTo(Math.tan(Math.PI * 0.3), 10);
    expect(criticalValues(2).t975).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), 10);
    expect(criticalValues(2).t80).toBeCloseTo(0.6 / Math.sqrt(2 * 0.8 * 0.2), 10);
    expect(criticalValues(4).t975).toBeCloseTo(four(0.975), 10);
    expect(criticalValues(4).t80).toBeCloseTo(four(0.8), 10);
  });

  it('has quantiles of which the p is what they were asked for', () => {
    for (let df = 5; df <= 300; df++) {
      expect(seriesP(criticalValues(df).t975, df)).toBeCloseTo(0.05, 10);
      expect(seriesP(criticalValues(df).t80, df)).toBeCloseTo(0.4, 10);
    }
  });

  it('has the critical values of the reference within 1e-10', () => {
    const figures = expectedFigures();
    for (const { value, ...key } of figures.filter(({ metric }) => metric === 't_crit')) {
      const df = figures.find(
        (one) =>
          one.metric === 'df' &&
          one.instrument === key.instrument &&
          one.model === key.model &&
          one.estimation.join() === key.estimation.join(),
      );
      expect(Math.abs(criticalValues(df?.value ?? 0).t975 - value)).toBeLessThanOrEqual(1e-10);
    }
  });
});
