import { addDays } from '../../core/calendar-days.ts';
import { closeMinutes, hoursOn } from '../../core/exchange.ts';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { ExchangeId } from '../../core/exchanges/registry.ts';
import type { AnnouncementTime } from '../../core/study.ts';
import type { SessionDate, ZoneId } from '../../core/units.ts';
import { instantOfLocal, startOfDate } from '../../core/zone-time.ts';
import type { DayPart } from '../draft.ts';
import type { TimeValue } from './atoms.ts';
import type { DaySpan } from './read-date.ts';

const DAY = 24 * 60;
/** Parts of a day that no exchange tells: minutes after midnight, [from, to). */
const CLOCK_PARTS = {
  night: [0, 6 * 60],
  morning: [6 * 60, 12 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [18 * 60, DAY],
} as const;
/** How long "shortly" and "about" are here, in minutes. */
const SHORTLY = 60;
const ABOUT = 30;

function tradingPart(part: DayPart, exchange: ExchangeId, day: SessionDate): readonly [number, number] | null {
  const { open, pause } = hoursOn(exchange, day);
  const close = closeMinutes(exchange, day);
  if (part === 'before-open') return [0, open];
  if (part === 'in-session') return [open, close];
  if (part === 'after-close') return [close, DAY];
  return part === 'lunch' ? (pause ?? [open, close]) : CLOCK_PARTS[part];
}

function isTradingPart(part: DayPart): boolean {
  return part === 'before-open' || part === 'in-session' || part === 'after-close' || part === 'lunch';
}

function clockSpan({ minutes, relation }: Extract<TimeValue, { kind: 'clock' }>): readonly [number, number] {
  switch (relation) {
    case 'at':
      return [minutes, minutes];
    case 'before':
      return [0, minutes];
    case 'shortly-before':
      return [minutes - SHORTLY, minutes];
    case 'after':
      return [minutes, DAY];
    case 'shortly-after':
      return [minutes, minutes + SHORTLY];
    case 'about':
      return [minutes - ABOUT, minutes + ABOUT];
  }
}

/** A time as a study writes it, the part of the day that gave it, and the zone that it is told in. */
export interface TimeOfDay {
  readonly time: AnnouncementTime;
  readonly part: DayPart | null;
  readonly zone: ZoneId;
}

/**
 * The time that a day and the words for its hour make. A clock's time is an instant in `zone`; "before", "shortly
 * after" and "about" make spans of it. Parts of a trading day are those of `exchange`, half days included.
 */
export function timeOfDay(days: DaySpan, times: readonly TimeValue[], zone: ZoneId, exchange: ExchangeId): TimeOfDay {
  if (days.first !== days.last) {
    const [from, to] = [startOfDate(zone, days.first), startOfDate(zone, addDays(days.last, 1))];
    return { time: { kind: 'span', from, to }, part: null, zone };
  }
  const day = days.first;
  const span = (at: ZoneId, [from, to]: readonly [number, number]): AnnouncementTime =>
    from === to
      ? { kind: 'instant', at: instantOfLocal(at, day, from) }
      : { kind: 'span', from: instantOfLocal(at, day, from), to: instantOfLocal(at, day, to) };
  const clocks = times.filter((one) => one.kind === 'clock');
  const part = times.find((one) => one.kind === 'part')?.part ?? null;
  const [clock, second] = clocks;
  if (clock !== undefined) {
    const isBetween = clock.relation === 'at' && second?.relation === 'at' && second.minutes > clock.minutes;
    return { time: span(zone, isBetween ? [clock.minutes, second.minutes] : clockSpan(clock)), part: null, zone };
  }
  if (part === null) return { time: { kind: 'date', date: day }, part: null, zone };
  const hours = tradingPart(part, exchange, day) ?? [0, DAY];
  const place = isTradingPart(part) ? exchanges[exchange].zone : zone;
  return { time: span(place, hours), part, zone: place };
}
