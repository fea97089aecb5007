import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/** Two-sided p of a t statistic with `df` degrees of freedom (Student 1908), 0 to 1. NaN for a NaN statistic. */
export function twoSidedP(t: number, df: number): number {
  return 2 * cdf(-Math.abs(t), df);
}

/** Quantiles by degrees of freedom: a whole number of sessions decides them, and one window is asked about often. */
const critical = new Map<number, CriticalValues>();

export interface CriticalValues {
  /** The 97.5 % quantile: half the width of a 95 % interval in standard errors. */
  readonly t975: number;
  /** The 80 % quantile: what is added to it for a test that finds an effect four times in five. */
  readonly t80: number;
}

/** The quantiles of Student's t for 95 % intervals and 80 % power. `df` is at least 1. */
export function criticalValues(df: number): CriticalValues {
  const seen = critical.get(df);
  if (seen !== undefined) return seen;
  const values = { t975: quantile(0.975, df), t80: quantile(0.8, df) };
  if (critical.size > 4096) critical.clear();
  critical.set(df, values);
  return values;
}
