import type { Model } from './parameters.ts';
import type { ReturnPanel } from './return-panel.ts';

/**
 * A model of ordinary days: expected return r̂ = alpha + beta·m. Returns are
 * fractions per session, log or simple as the panel has them.
 */
export interface Fit {
  readonly model: Model;
  /** Ordinary days that it rests on. */
  readonly T: number;
  /** Degrees of freedom: T − 2 for the market model, T − 1 for the other two. */
  readonly df: number;
  readonly alpha: number;
  readonly beta: number;
  /** Standard deviation of the residuals, √(SSR/df). */
  readonly sigma: number;
  /** Share of the variance that the benchmark explains; null but for the market model. */
  readonly r2: number | null;
  /** Mean of the benchmark's returns, and their sum of squares about it; 0 but for the market model. */
  readonly marketMean: number;
  readonly marketSpread: number;
  /** r − alpha − beta·m of each ordinary day, in the order of the days. */
  readonly residuals: Float64Array;
}

export type FitFailure = 'constant-series' | 'constant-benchmark';

/** Returns that differ by less than this are rounding, not movement. */
const ROUNDING = 1e-12;

/** Whether returns are the same on all of the rows. */
function standsStill(returns: Float64Array, rows: Int32Array): boolean {
  const first = returns[rows[0] ?? 0] ?? Number.NaN;
  return rows.every((row) => Math.abs((returns[row] ?? Number.NaN) - first) <= ROUNDING);
}

/**
 * Fits a model to the ordinary days `rows` of a panel. Constant mean: Brown &
 * Warner 1980; market model by least squares and market-adjusted returns:
 * Brown & Warner 1985, both Journal of Financial Economics. Needs at least
 * three rows, and a benchmark for every model but the mean; throws a RangeError
 * without. Series that do not move are a failure, told apart by whose they are.
 */
export function fitModel(panel: ReturnPanel, rows: Int32Array, model: Model): Fit | FitFailure {
  const T = rows.length;
  if (T < 3) throw new RangeError(`A model needs at least 3 ordinary days, not ${T}`);
  const { r } = panel;
  const residuals = new Float64Array(T);
  let alpha = 0;
  let beta = 0;
  let marketMean = 0;
  let marketSpread = 0;
  let total = 0;
  let mean = 0;
  for (let i = 0; i < T; i++) mean += r[rows[i] ?? 0] ?? Number.NaN;
  mean /= T;

  if (model === 'mean') {
    alpha = mean;
    for (let i = 0; i < T; i++) residuals[i] = (r[rows[i] ?? 0] ?? Number.NaN) - mean;
  } else {
    const m = panel.benchmark?.m;
    if (m === undefined) throw new RangeError(`The ${model} model needs a benchmark`);
    if (model === 'market') {
      for (let i = 0; i < T; i++) marketMean += m[rows[i] ?? 0] ?? Number.NaN;
      marketMean /= T;
      let cross = 0;
      for (let i = 0; i < T; i++) {
        const row = rows[i] ?? 0;
        const dm = (m[row] ?? Number.NaN) - marketMean;
        const dr = (r[row] ?? Number.NaN) - mean;
        marketSpread += dm * dm;
        cross += dm * dr;
        total += dr * dr;
      }
      if (marketSpread <= T * ROUNDING * ROUNDING) return 'constant-benchmark';
      beta = cross / marketSpread;
      alpha = mean - beta * marketMean;
    } else {
      if (standsStill(m, rows)) return 'constant-benchmark';
      beta = 1;
    }
    for (let i = 0; i < T; i++) {
      const row = rows[i] ?? 0;
      residuals[i] = (r[row] ?? Number.NaN) - alpha - beta * (m[row] ?? Number.NaN);
    }
  }

  // The adjusted model estimates nothing, but its spread is taken about its mean.
  let centre = 0;
  if (model === 'adjusted') {
    for (let i = 0; i < T; i++) centre += residuals[i] ?? 0;
    centre /= T;
  }
  let ssr = 0;
  for (let i = 0; i < T; i++) {
    const e = (residuals[i] ?? 0) - centre;
    ssr += e * e;
  }
  const df = model === 'market' ? T - 2 : T - 1;
  const sigma = Math.sqrt(ssr / df);
  if (sigma <= ROUNDING) return 'constant-series';
  const r2 = model === 'market' ? 1 - ssr / total : null;
  return { model, T, df, alpha, beta, sigma, r2, marketMean, marketSpread, residuals };
}

/** Return that the model did not expect on a row; NaN where the row or its benchmark has none. */
export function abnormalReturn(panel: ReturnPanel, fit: Fit, row: number): number {
  const r = panel.r[row] ?? Number.NaN;
  return fit.beta === 0 ? r - fit.alpha : r - fit.alpha - fit.beta * (panel.benchmark?.m[row] ?? Number.NaN);
}

/**
 * Variance of a sum of abnormal returns over `length` sessions, as a multiple of
 * sigma²: the sessions' own, and the error of the fitted parameters that they
 * share. `marketSum` is the sum of the benchmark's returns over them. The naive
 * multiple, `length` alone, rejects too often (Salinger 1992, Journal of
 * Financial and Quantitative Analysis 27).
 */
export function predictionFactor(fit: Fit, length: number, marketSum: number): number {
  if (fit.model === 'adjusted') return length;
  const own = length + (length * length) / fit.T;
  if (fit.model === 'mean') return own;
  const apart = marketSum - length * fit.marketMean;
  return own + (apart * apart) / fit.marketSpread;
}
