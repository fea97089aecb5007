import type { Ratio } from './units.ts';

/** Relative change from one price to another, as a fraction. Prices are positive. */
export function moveBetween(from: number, to: number): Ratio {
  return (to / from - 1) as Ratio;
}

/** The simple move whose log return is given: exp(r) − 1. */
export function simpleOfLog(logReturn: number): Ratio {
  return Math.expm1(logReturn) as Ratio;
}

/** Simple returns Pₜ/Pₜ₋₁ − 1, one per close; NaN for the first, which has no close before it. */
export function simpleReturns(closes: readonly number[]): Float64Array<ArrayBuffer> {
  const returns = new Float64Array(closes.length).fill(Number.NaN);
  for (let i = 1; i < closes.length; i++) returns[i] = (closes[i] ?? Number.NaN) / (closes[i - 1] ?? Number.NaN) - 1;
  return returns;
}

/** Log returns ln(Pₜ/Pₜ₋₁), one per close; NaN for the first, which has no close before it. */
export function logReturns(closes: readonly number[]): Float64Array<ArrayBuffer> {
  const returns = new Float64Array(closes.length).fill(Number.NaN);
  for (let i = 1; i < closes.length; i++) {
    returns[i] = Math.log((closes[i] ?? Number.NaN) / (closes[i - 1] ?? Number.NaN));
  }
  return returns;
}

/**
 * Closes as an index that stands at 100 at `baseIndex`. Null when there is no
 * such row, so that a missing base is never a line at the wrong height.
 */
export function rebase(closes: readonly number[], baseIndex: number): number[] | null {
  const base = closes[baseIndex];
  if (base === undefined) return null;
  return closes.map((close) => (close / base) * 100);
}

/** Moves since the close at `baseIndex`, as fractions; null when there is no such row. */
export function movesSince(closes: readonly number[], baseIndex: number): Ratio[] | null {
  const base = closes[baseIndex];
  if (base === undefined) return null;
  return closes.map((close) => moveBetween(base, close));
}
