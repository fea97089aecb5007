import { type ExchangeId, exchanges } from '../../core/exchanges/registry.ts';
import type { Phase, SessionMapping } from '../../core/session-mapping.ts';
import type { Confounder, StudyEvent } from '../../core/study.ts';
import type { Instant, ZoneId } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import type { Formats } from '../text/formats.ts';
import { closingAuction } from '../../words/en/sessions.ts';
import { withWrittenDates } from './written-dates.ts';

/** What a reader calls a zone: the place that the event happened in, else the zone's city. */
export function placeOf(zone: ZoneId): string {
  if (zone === 'Asia/Shanghai') return 'Beijing';
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

function onOneDay(from: Instant, to: Instant, zone: ZoneId): boolean {
  return localDate(zone, from) === localDate(zone, to);
}

/** An event's time in a zone: "Tue 15 Jul 2025, 08:00–13:10". A date alone is written as it is. */
export function timeIn(event: StudyEvent | Confounder, zone: ZoneId, formats: Formats): string {
  const { time } = event;
  switch (time.kind) {
    case 'instant':
      return formats.moment(time.at, zone);
    case 'span':
      return onOneDay(time.from, time.to, zone)
        ? `${formats.moment(time.from, zone)}–${formats.clock(time.to, zone)}`
        : `${formats.moment(time.from, zone)} – ${formats.moment(time.to, zone)}`;
    case 'date':
      return formats.weekdayDate(time.date);
  }
}

/** The same as short as it can be told apart: "15 Jul, 08:00–13:10", "14 Jul, 20:00 – 15 Jul, 01:10". */
export function shortTimeIn(event: StudyEvent | Confounder, zone: ZoneId, formats: Formats): string {
  const { time } = event;
  if (time.kind === 'date') return formats.shortDate(time.date);
  const told = (at: Instant): string => `${formats.shortDate(localDate(zone, at))}, ${formats.clock(at, zone)}`;
  if (time.kind === 'instant') return told(time.at);
  return onOneDay(time.from, time.to, zone)
    ? `${told(time.from)}–${formats.clock(time.to, zone)}`
    : `${told(time.from)} – ${told(time.to)}`;
}

/** The event's own date in its own zone, with what is known of the time: "15 Jul 2025, morning". */
export function ownDate(event: StudyEvent | Confounder, formats: Formats): string {
  const { time, zone, timeNote } = event;
  const session = time.kind === 'date' ? time.date : localDate(zone, time.kind === 'instant' ? time.at : time.from);
  const date = formats.mediumDate(session);
  if (timeNote !== undefined) return `${date}, ${timeNote}`;
  return time.kind === 'instant' ? `${date}, ${formats.clock(time.at, zone)} in ${placeOf(zone)}` : date;
}

function onePhase(phase: Phase, formats: Formats): string {
  switch (phase.kind) {
    case 'before-open':
      return 'before the open';
    case 'closed':
      return 'closed';
    case 'in-session':
      return `in session, ${formats.percent(phase.share, 0)} of it over`;
    case 'lunch':
      return `at lunch, ${formats.percent(phase.share, 0)} of the session over`;
  }
}

/** Where in the exchange's day the event fell; for a span its range, never an invented minute. */
export function phaseWords(mapping: SessionMapping, formats: Formats): string {
  if (mapping.kind !== 'mapped') return withWrittenDates(mapping.sentence, formats);
  if (mapping.phases === null) return 'the hour is not known';
  const { first, last } = mapping.phases;
  const start = onePhase(first, formats);
  const end = onePhase(last, formats);
  if (start === end) return start;
  if (mapping.lastDayZero !== mapping.dayZero) {
    const day = formats.shortDate(mapping.lastDayZero);
    return `${start}, or later: ${last.kind === 'closed' ? `closed, before the session of ${day}` : `${end} on ${day}`}`;
  }
  if ('share' in last) {
    const share = formats.percent(last.share, 0);
    if ('share' in first) return `in session, ${formats.percent(first.share, 0)} to ${share} of it over`;
    return `${start}, or in the first ${share} of the session`;
  }
  return `${start}, or ${end}`;
}

/** The place of an exchange, as its readers say it. */
export function exchangePlace(exchange: ExchangeId): string {
  return exchanges[exchange].place;
}

/** Whether day 0's return holds trading from before the news, and how much. Null when it does not. */
export function beforeTheNews(mapping: SessionMapping, place: string, formats: Formats): string | null {
  if (mapping.kind !== 'mapped' || mapping.phases === null) return null;
  const { last } = mapping.phases;
  // The news may have come after that session's close.
  if (mapping.lastDayZero !== mapping.dayZero) return `${place}’s move that day may all be from before the news.`;
  if (!('share' in last) || last.share === 0) return null;
  return `${place}’s move that day also holds trading from before the news: up to ${formats.percent(last.share, 0)} of the session.`;
}

/** Says that a closing price was still being formed when the news came. Null when none was. */
export function auctionWords(mapping: SessionMapping, place: string, formats: Formats): string | null {
  if (mapping.kind !== 'mapped' || mapping.auction === null) return null;
  const { session, certain } = mapping.auction;
  return closingAuction({ place, session: formats.dayMonth(session), certain });
}
