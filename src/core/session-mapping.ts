import { closeInstant, closeMinutes, closingAuction, hoursOn, openInstant } from './exchange.ts';
import { exchanges } from './exchanges/registry.ts';
import type { ExchangeId } from './exchanges/registry.ts';
import { firstIndex } from './first-index.ts';
import type { AnnouncementTime } from './study.ts';
import type { Instant, SessionDate, ZoneId } from './units.ts';
import { addDays } from './calendar-days.ts';
import { localDate, startOfDate } from './zone-time.ts';

/**
 * Where in an exchange's day a moment falls. `share` is the fraction of the
 * session's trading minutes that are over, 0 to 1; day 0's return then holds
 * trading from before the news.
 */
export type Phase =
  | { readonly kind: 'before-open' }
  | { readonly kind: 'in-session'; readonly share: number }
  | { readonly kind: 'lunch'; readonly share: number }
  | { readonly kind: 'closed' };

export type SessionMapping =
  | {
      readonly kind: 'mapped';
      /** The reaction session: the first whose close is strictly after the announcement. */
      readonly dayZero: SessionDate;
      /** Its index in the sessions that were asked about. */
      readonly dayZeroIndex: number;
      /** The session before; null when day 0 is the first row, so that no move can be told. */
      readonly baseline: SessionDate | null;
      readonly baselineIndex: number | null;
      /** At the two ends of the announcement, equal for an instant; null where only a date is known that leads to two sessions. */
      readonly phases: { readonly first: Phase; readonly last: Phase } | null;
      /** The hours that it may have come at lead to two sessions: lead with [0, +1]. */
      readonly ambiguous: boolean;
      /** Where the end of a span or date maps; the last session of the data when it is after them. */
      readonly lastDayZero: SessionDate;
      /**
       * The session in whose closing auction it came, so that the closing price was
       * still being formed. Not certain where only a part of a span lies in it.
       */
      readonly auction: { readonly session: SessionDate; readonly certain: boolean } | null;
    }
  | { readonly kind: 'before-data' | 'after-data' | 'no-sessions'; readonly sentence: string };

/** Index of the first session whose close is strictly after `at`; the number of sessions when none is. */
function firstCloseAfter(at: Instant, exchange: ExchangeId, sessions: readonly SessionDate[]): number {
  return firstIndex(0, sessions.length, (index) => {
    const session = sessions[index];
    return session === undefined || closeInstant(exchange, session) > at;
  });
}

/**
 * The phase of a moment at an exchange, given the session that its local date
 * would be: `closed` when that date is not among the sessions.
 */
function phaseAt(at: Instant, exchange: ExchangeId, candidate: SessionDate | undefined): Phase {
  if (candidate === undefined || localDate(exchanges[exchange].zone, at) !== candidate) return { kind: 'closed' };
  const { open, pause: midday } = hoursOn(exchange, candidate);
  const opened = openInstant(exchange, candidate);
  if (at < opened) return { kind: 'before-open' };
  const close = closeMinutes(exchange, candidate);
  const pause = midday !== null && close > midday[0] ? midday : null;
  const total = close - open - (pause === null ? 0 : pause[1] - pause[0]);
  const clock = open + (at - opened) / 60_000;
  if (pause === null || clock < pause[0]) return { kind: 'in-session', share: (clock - open) / total };
  if (clock < pause[1]) return { kind: 'lunch', share: (pause[0] - open) / total };
  return { kind: 'in-session', share: (clock - open - (pause[1] - pause[0])) / total };
}

/** The moments between which something became known. */
export interface Ends {
  readonly first: Instant;
  /** The last moment at which the announcement can have come. */
  readonly last: Instant;
}

/** The first and the last moment at which something can have become known; a date is its day in the zone. */
export function endsOf(time: AnnouncementTime, zone: ZoneId): Ends {
  if (time.kind === 'instant') return { first: time.at, last: time.at };
  if (time.kind === 'span') return { first: time.from, last: Math.max(time.from, time.to - 1) as Instant };
  const next = startOfDate(zone, addDays(time.date, 1));
  return { first: startOfDate(zone, time.date), last: (next - 1) as Instant };
}

/**
 * The session in whose closing auction some moment of the announcement lies.
 * An auction may follow the close, so that the session before day 0 counts too.
 */
function auctionAt(
  { first, last }: Ends,
  exchange: ExchangeId,
  sessions: readonly SessionDate[],
  index: number,
  lastIndex: number,
): { readonly session: SessionDate; readonly certain: boolean } | null {
  for (const session of sessions.slice(Math.max(0, index - 1), lastIndex + 1)) {
    const auction = closingAuction(exchange, session);
    if (auction === null || last < auction[0] || first >= auction[1]) continue;
    return { session, certain: first >= auction[0] && last < auction[1] };
  }
  return null;
}

/**
 * Maps an announcement to the reaction session of one exchange: the first
 * session whose close is strictly after it. Instants are compared, never dates.
 * A date in `zone` is the span from its first to its last moment there.
 *
 * `sessions` ascend and come from price rows. An announcement on the local date
 * of the first row maps to it, with no baseline; an earlier one is
 * `before-data`, because the session that reacted may not be among the rows.
 * From the last close on it is `after-data`.
 */
export function mapAnnouncement(
  time: AnnouncementTime,
  zone: ZoneId,
  exchange: ExchangeId,
  sessions: readonly SessionDate[],
): SessionMapping {
  const { place } = exchanges[exchange];
  const firstSession = sessions[0];
  const finalSession = sessions.at(-1);
  if (firstSession === undefined || finalSession === undefined) {
    return { kind: 'no-sessions', sentence: `No sessions of ${place} are in the data.` };
  }
  const { first, last } = endsOf(time, zone);
  const index = firstCloseAfter(first, exchange, sessions);
  const dayZero = sessions[index];
  if (dayZero === undefined) {
    return { kind: 'after-data', sentence: `No session yet: the data for ${place} end with ${finalSession}.` };
  }
  if (index === 0 && first < startOfDate(exchanges[exchange].zone, firstSession)) {
    return {
      kind: 'before-data',
      sentence: `The event is before the data: they begin for ${place} with ${firstSession}.`,
    };
  }
  const lastIndex = last === first ? index : firstCloseAfter(last, exchange, sessions);
  return {
    kind: 'mapped',
    dayZero,
    dayZeroIndex: index,
    baseline: sessions[index - 1] ?? null,
    baselineIndex: index > 0 ? index - 1 : null,
    phases:
      time.kind === 'date' && lastIndex !== index
        ? null
        : { first: phaseAt(first, exchange, dayZero), last: phaseAt(last, exchange, sessions[lastIndex]) },
    ambiguous: lastIndex !== index,
    lastDayZero: sessions[lastIndex] ?? finalSession,
    auction: time.kind === 'date' ? null : auctionAt({ first, last }, exchange, sessions, index, lastIndex),
  };
}
