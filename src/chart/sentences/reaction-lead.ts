import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import { moveBetween } from '../../core/returns.ts';
import type { Instrument } from '../../core/study.ts';
import { howUnusual, type StandingFacts } from '../../words/en/how-unusual.ts';
import type { Formats } from '../text/formats.ts';
import { headlineName } from './headline.ts';

/**
 * The name under a headline. One that only shortens the instrument's own ("the Nasdaq" of "the Nasdaq Composite") is
 * kept; another ("Hong Kong tech") gives way to the index that it stands for.
 */
function nameUnderHeadline(instrument: Instrument): string {
  const { name, proseName = name } = instrument;
  const above = headlineName(instrument);
  return proseName.startsWith(above) ? above : proseName;
}

function standingOf(reaction: Reaction | NoReaction): StandingFacts[] {
  if (reaction.kind === 'no-reaction' || !('rank' in reaction.analysis)) return [];
  const { analysis, instrument, verdict, looks, lead } = reaction;
  const { atLeast, T } = analysis.rank;
  const { session, close, baselineClose } = analysis.move;
  // What is counted is day 0, also where two sessions lead.
  const counted = lead[1] === 0 ? null : { session, move: moveBetween(baselineClose, close) };
  return [{ name: nameUnderHeadline(instrument), atLeast, T, verdict, looks, counted }];
}

/**
 * How the moves of one event stand among ordinary days, in a sentence under the headline. The larger move comes
 * first, as in the headline. Null where no instrument has history enough to say it.
 */
export function reactionLead(reactions: readonly (Reaction | NoReaction)[], formats: Formats): string | null {
  const size = (reaction: Reaction | NoReaction): number =>
    reaction.kind === 'no-reaction' ? 0 : Math.abs(reaction.analysis.move.move);
  return howUnusual(
    reactions.toSorted((a, b) => size(b) - size(a)).flatMap((one) => standingOf(one)),
    formats,
  );
}
