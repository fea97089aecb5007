import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';

/**
 * How rare a move of that size is among ordinary days, 0 to 1: 0 when all of
 * them moved as much, 1 when none did, even in ratios between ((1 + n) of
 * (T + 1) on a logarithmic scale). Null where no rank can be given.
 */
export function rarity(reaction: Reaction | NoReaction): number | null {
  if (reaction.kind === 'no-reaction' || !('rank' in reaction.analysis)) return null;
  const { atLeast, T } = reaction.analysis.rank;
  return Math.log((1 + atLeast) / (T + 1)) / Math.log(1 / (T + 1));
}
