import { addDays } from '../../core/calendar-days.ts';
import { closedBecause, closeInstant } from '../../core/exchange.ts';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { ExchangeId } from '../../core/exchanges/registry.ts';
import type { SessionDate } from '../../core/units.ts';
import { localDate, startOfDate } from '../../core/zone-time.ts';
import type { DraftEvent } from '../draft.ts';

/** The date itself where an exchange trades on it as far as its rules tell, else the session before it. */
export function sessionUpTo(exchange: ExchangeId, date: SessionDate): SessionDate {
  let session = date;
  while (closedBecause(exchange, session) !== null) session = addDays(session, -1);
  return session;
}

/** The session after a date. */
export function sessionAfter(exchange: ExchangeId, date: SessionDate): SessionDate {
  let session = addDays(date, 1);
  while (closedBecause(exchange, session) !== null) session = addDays(session, 1);
  return session;
}

const reactions = new WeakMap<DraftEvent, Map<ExchangeId, SessionDate | null>>();

/**
 * The first session of an exchange whose close is after the beginning of an event, by the exchange's calendar: a draft
 * has no closes yet. Null for an event whose date is not decided.
 */
export function expectedReaction(event: DraftEvent, exchange: ExchangeId): SessionDate | null {
  let known = reactions.get(event);
  if (known === undefined) reactions.set(event, (known = new Map()));
  let session = known.get(exchange);
  if (session === undefined) known.set(exchange, (session = reactionTo(event, exchange)));
  return session;
}

function reactionTo({ time, zone }: DraftEvent, exchange: ExchangeId): SessionDate | null {
  if (time === null) return null;
  const first = time.kind === 'instant' ? time.at : time.kind === 'span' ? time.from : startOfDate(zone, time.date);
  const day = localDate(exchanges[exchange].zone, first);
  const session = sessionUpTo(exchange, day) === day ? day : sessionAfter(exchange, day);
  return closeInstant(exchange, session) > first ? session : sessionAfter(exchange, session);
}
