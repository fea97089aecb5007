/** A part of the move that is smaller than this share of both parts' sizes is none. */
export const NEGLIGIBLE_PART = 0.05;

/**
 * How the session went on from the open:
 * - `added`: the session went the way of the gap.
 * - `gave-back`: it went against the gap, and the close kept its side of the close before, or fell back on it.
 * - `reversed`: it went against the gap, and past the close before.
 * - `at-the-open`, `in-session`: the other part is less than a twentieth of both.
 * - `unmoved`: neither the open nor the close differ from the close before.
 */
export type MoveShape = 'added' | 'gave-back' | 'reversed' | 'at-the-open' | 'in-session' | 'unmoved';

/** The shape of a move from its two parts, which are fractions. */
export function moveShape({ gap, inSession }: { readonly gap: number; readonly inSession: number }): MoveShape {
  const both = Math.abs(gap) + Math.abs(inSession);
  if (both === 0) return 'unmoved';
  if (Math.abs(inSession) < NEGLIGIBLE_PART * both) return 'at-the-open';
  if (Math.abs(gap) < NEGLIGIBLE_PART * both) return 'in-session';
  if (gap > 0 === inSession > 0) return 'added';
  const move = (1 + gap) * (1 + inSession) - 1;
  return move * gap < 0 ? 'reversed' : 'gave-back';
}
