import { type GapReaction, gapReaction, type PartRank } from '../../core/gap/gap-reaction.ts';
import type { Preceded } from '../../core/gap/preceded.ts';
import type { Reaction } from '../../core/reaction/study-reactions.ts';
import type { PriceSeries } from '../../core/series.ts';

function rankJson(rank: PartRank | null) {
  return { ordinary_days: rank?.T ?? null, as_large: rank?.atLeast ?? null };
}

function precededJson(preceded: Preceded) {
  return { kind: preceded.kind, share_of_session_elapsed: preceded.kind === 'gap-and-part' ? preceded.share : null };
}

function volumeJson({ volume }: GapReaction) {
  const told = 'kind' in volume ? null : volume;
  return {
    volume: told?.volume ?? null,
    median: told?.median ?? null,
    relative: told?.relative ?? null,
    ordinary_days: told?.T ?? null,
    as_large: told?.atLeast ?? null,
    because: 'kind' in volume ? volume.because : null,
  };
}

/**
 * Gap, session part and volume of day 0 as the command `reaction` prints them,
 * each among its own kind on the ordinary days: descriptive, and counted by no
 * correction. What is not told is null, and `because` says why.
 */
export function gapJson(reaction: Reaction, series: PriceSeries) {
  const told = gapReaction(reaction, series);
  const parts = told.parts.kind === 'parts' ? told.parts : null;
  const because = told.parts.kind === 'none' ? told.parts.because : null;
  return {
    gap: {
      previous_close: parts?.closeBefore ?? null,
      open: parts?.open ?? null,
      move: parts?.gap ?? null,
      ...rankJson(parts?.gapRank ?? null),
      shape: parts?.shape ?? null,
      preceded_by: { first: precededJson(told.preceded.first), last: precededJson(told.preceded.last) },
      because,
    },
    session: {
      move: parts?.inSession ?? null,
      ...rankJson(parts?.sessionRank ?? null),
      half_day: told.isHalfDay,
      because,
    },
    volume: volumeJson(told),
  };
}
