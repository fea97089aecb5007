/**
 * Up to this size, as a fraction, an article may call a move "little changed":
 * a quarter of a percent, which an index moves on most days.
 */
export const LITTLE_CHANGED = 0.0025;

/** Whether a move, a fraction, is written as nothing with that many decimals of a percent: neither up nor down for a reader. */
export function roundsToNothing(move: number, decimals: number): boolean {
  return Number((Math.abs(move) * 100).toFixed(decimals)) === 0;
}
