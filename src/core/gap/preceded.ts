import type { Phase, SessionMapping } from '../session-mapping.ts';

/**
 * What of day 0's move was over when the news came: nothing before the open and
 * after the close before; in session the gap and a part of the session, of which
 * daily rows tell only how much of its time was over; after day 0's close, which
 * a span can reach beyond, all of it.
 */
export type Preceded =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'gap-and-part'; readonly share: number }
  | { readonly kind: 'all' };

/** At the earliest and at the latest moment of the announcement; equal for an instant. */
export interface PrecededRange {
  readonly first: Preceded;
  readonly last: Preceded;
}

function at(phase: Phase): Preceded {
  return 'share' in phase ? { kind: 'gap-and-part', share: phase.share } : { kind: 'nothing' };
}

/** What could have preceded the news in day 0's move. A date whose hour decides the session leaves all open. */
export function precededBy({
  phases,
  dayZero,
  lastDayZero,
  ambiguous,
}: Extract<SessionMapping, { kind: 'mapped' }>): PrecededRange {
  if (phases === null) return { first: { kind: 'nothing' }, last: { kind: 'all' } };
  const isPast = ambiguous || lastDayZero !== dayZero;
  return { first: at(phases.first), last: isPast ? { kind: 'all' } : at(phases.last) };
}
