import { moveBetween } from '../../core/returns.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { SessionMapping } from '../../core/session-mapping.ts';
import type { Ratio, SessionDate } from '../../core/units.ts';

/** What a series did after an event; what needs a close that is missing is null. */
export interface ReactionMoves {
  /** In the reaction session. */
  readonly day: Ratio | null;
  /** Over that session and the next, [0, +1], with the sessions whose closes it is between. */
  readonly twoDays: { readonly move: Ratio; readonly from: SessionDate; readonly to: SessionDate } | null;
}

/** Moves of a series in an event's reaction session and over the two sessions [0, +1]. */
export function reactionMoves({ closes, sessions }: PriceSeries, mapping: SessionMapping): ReactionMoves {
  if (mapping.kind !== 'mapped' || mapping.baselineIndex === null) return { day: null, twoDays: null };
  const { baselineIndex, dayZeroIndex } = mapping;
  const [base, dayZero, next] = [closes[baselineIndex], closes[dayZeroIndex], closes[dayZeroIndex + 1]];
  if (base === undefined || dayZero === undefined) return { day: null, twoDays: null };
  const [from, to] = [sessions[baselineIndex], sessions[dayZeroIndex + 1]];
  const isOver = next !== undefined && from !== undefined && to !== undefined;
  return { day: moveBetween(base, dayZero), twoDays: isOver ? { move: moveBetween(base, next), from, to } : null };
}
