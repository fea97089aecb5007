import { abnormalReturn, type Fit, predictionFactor } from './fit.ts';
import type { SortedResiduals, Standing } from './ranks.ts';
import { standing } from './ranks.ts';
import type { ReturnPanel } from './return-panel.ts';
import { criticalValues, twoSidedP } from './student-t.ts';

/** One session of the event, held against ordinary days. Returns are fractions, as the model sees them. */
export interface DayFigures {
  /** Sessions from day 0. */
  readonly day: number;
  readonly row: number;
  readonly r: number;
  /** The benchmark's return; NaN where there is none. */
  readonly m: number;
  /** Abnormal return r − r̂. */
  readonly ar: number;
  /** Prediction factor: se = sigma·√c. */
  readonly c: number;
  readonly se: number;
  readonly t: number;
  /** Two-sided, of Student's t. */
  readonly p: number;
  readonly interval: readonly [number, number];
  /** Smallest abnormal return that a 5 % test finds four times in five: (t₀.₉₇₅ + t₀.₈₀)·se. */
  readonly detectable: number;
  readonly standing: Standing;
  /** (AR − median e) / robust sigma; descriptive. Null where half the residuals are equal, so that robust sigma is 0. */
  readonly robustZ: number | null;
  /** AR over the volatility known at the time. */
  readonly ewmaZ: number;
}

/**
 * The figures of one row. Null when the row has no return, or the model needs a
 * benchmark's return that the row lacks. `volatility` is the one known before it.
 */
export function dayFigures(
  panel: ReturnPanel,
  fit: Fit,
  sorted: SortedResiduals,
  row: number,
  day: number,
  volatility: number,
): DayFigures | null {
  const ar = abnormalReturn(panel, fit, row);
  if (Number.isNaN(ar)) return null;
  const m = panel.benchmark?.m[row] ?? Number.NaN;
  const c = predictionFactor(fit, 1, m);
  const se = fit.sigma * Math.sqrt(c);
  const t = ar / se;
  const { t975, t80 } = criticalValues(fit.df);
  return {
    day,
    row,
    r: panel.r[row] ?? Number.NaN,
    m,
    ar,
    c,
    se,
    t,
    p: twoSidedP(t, fit.df),
    interval: [ar - t975 * se, ar + t975 * se],
    detectable: (t975 + t80) * se,
    standing: standing(sorted, ar),
    robustZ: sorted.robustSigma > 0 ? (ar - sorted.median) / sorted.robustSigma : null,
    ewmaZ: ar / volatility,
  };
}
