import type { Fit } from './fit.ts';
import type { ReturnPanel } from './return-panel.ts';

const DECAY = 0.94;

/**
 * The volatility known before each row from `from` to `to`: the square root of
 * hₜ = 0.94·hₜ₋₁ + 0.06·e²ₜ₋₁ (RiskMetrics 1996), as a fraction per session.
 *
 * It starts at the mean of the squared residuals on the first ordinary day, runs
 * through every session up to day −1, those that were left out of the fit
 * included, and is frozen from day 0 on. Entry i belongs to row `from + i`.
 */
export function volatilityBefore(
  panel: ReturnPanel,
  fit: Fit,
  firstOrdinary: number,
  dayZero: number,
  from: number,
  to: number,
): Float64Array {
  let h = 0;
  const { residuals, T } = fit;
  for (let i = 0; i < T; i++) h += (residuals[i] ?? 0) * (residuals[i] ?? 0);
  h /= T;
  const known = new Float64Array(Math.max(0, to - from + 1));
  const { r } = panel;
  const { alpha, beta } = fit;
  const m = beta === 0 ? null : (panel.benchmark?.m ?? null);
  for (let row = firstOrdinary; row <= to; row++) {
    if (row >= from) known[row - from] = Math.sqrt(h);
    if (row >= dayZero) continue;
    const e = (r[row] ?? Number.NaN) - alpha - (m === null ? 0 : beta * (m[row] ?? Number.NaN));
    // A session on which the benchmark has no return leaves the volatility as it is.
    if (!Number.isNaN(e)) h = DECAY * h + (1 - DECAY) * e * e;
  }
  return known;
}
