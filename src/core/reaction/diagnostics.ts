import { type Fit, predictionFactor } from './fit.ts';
import type { DayFigures } from './day-figures.ts';
import type { ReturnPanel } from './return-panel.ts';

/** Lag-1 autocorrelation of the residuals in the order of the ordinary days, about their mean; −1 to 1. */
export function residualAutocorrelation(fit: Fit): number {
  const { residuals, T } = fit;
  let mean = 0;
  for (const e of residuals) mean += e;
  mean /= T;
  let lagged = 0;
  let own = 0;
  for (let i = 0; i < T; i++) {
    const e = (residuals[i] ?? 0) - mean;
    own += e * e;
    if (i > 0) lagged += e * ((residuals[i - 1] ?? 0) - mean);
  }
  return lagged / own;
}

/**
 * Two-sided empirical p of a day when residuals are divided by √(1 − leverage)
 * and the abnormal return by √c, so that both have the same variance.
 */
export function standardizedRankP(panel: ReturnPanel, fit: Fit, rows: Int32Array, day: DayFigures): number {
  const size = day.ar / Math.sqrt(day.c);
  let above = 0;
  let below = 0;
  for (let i = 0; i < fit.T; i++) {
    const m = panel.benchmark?.m[rows[i] ?? 0] ?? Number.NaN;
    const leverage = predictionFactor(fit, 1, m) - 1;
    const e = (fit.residuals[i] ?? 0) / Math.sqrt(1 - leverage);
    if (e >= size) above++;
    if (e <= size) below++;
  }
  return Math.min(1, (2 * (1 + Math.min(above, below))) / (fit.T + 1));
}
