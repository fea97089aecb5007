import { weekday } from './calendar-days.ts';
import { holidayAt, isHalfDayAt, type Place } from './holidays.ts';
import type { ExchangeId } from './series.ts';
import type { Instant, SessionDate, ZoneId } from './units.ts';
import { instantOfLocal } from './zone-time.ts';

/** Trading hours of one exchange. All times are minutes after local midnight. */
export interface Exchange {
  readonly id: ExchangeId;
  readonly name: string;
  /** Where its clocks hang, for readers: "New York". */
  readonly place: Place;
  readonly zone: ZoneId;
  readonly open: number;
  readonly close: number;
  /** The pause at midday on full days, [from, to); null where trading goes on. */
  readonly lunch: readonly [number, number] | null;
  readonly halfDayClose: number;
}

const newYork = {
  place: 'New York',
  zone: 'America/New_York',
  open: 9 * 60 + 30,
  close: 16 * 60,
  lunch: null,
  halfDayClose: 13 * 60,
} as const;

/**
 * The exchanges whose hours are known, by ISO 10383 identifier. Hours are those
 * in force since 2012; earlier sessions in Hong Kong paused longer at midday.
 */
export const exchanges: Readonly<Record<ExchangeId, Exchange>> = {
  XNAS: { id: 'XNAS', name: 'Nasdaq', ...newYork },
  XNYS: { id: 'XNYS', name: 'New York Stock Exchange', ...newYork },
  XHKG: {
    id: 'XHKG',
    name: 'Hong Kong Stock Exchange',
    place: 'Hong Kong',
    zone: 'Asia/Hong_Kong',
    open: 9 * 60 + 30,
    close: 16 * 60,
    lunch: [12 * 60, 13 * 60],
    halfDayClose: 12 * 60,
  },
};

/** Whether an exchange closes early on a date by its rules. Says nothing about whether the date is a session. */
export function isHalfDay(exchange: ExchangeId, session: SessionDate): boolean {
  return isHalfDayAt(exchanges[exchange].place, session);
}

/**
 * Why an exchange is known to be closed on a date: "a Saturday", "Good Friday".
 * Null where nothing contradicts a session, which is not proof of one: sessions
 * come from price rows. Used to flag rows that no session can have produced.
 */
export function closedBecause(exchange: ExchangeId, date: SessionDate): string | null {
  const day = weekday(date);
  if (day === 6) return 'a Saturday';
  if (day === 0) return 'a Sunday';
  return holidayAt(exchanges[exchange].place, date);
}

/** Whether a date is a weekend or a holiday that the exchange surely keeps. */
export function isHoliday(exchange: ExchangeId, date: SessionDate): boolean {
  return closedBecause(exchange, date) !== null;
}

/** Minutes after local midnight at which trading ends on a session. */
export function closeMinutes(exchange: ExchangeId, session: SessionDate): number {
  const { close, halfDayClose } = exchanges[exchange];
  return isHalfDay(exchange, session) ? halfDayClose : close;
}

/** The instant at which regular trading of a session begins. */
export function openInstant(exchange: ExchangeId, session: SessionDate): Instant {
  return instantOfLocal(exchanges[exchange].zone, session, exchanges[exchange].open);
}

/** The instant at which regular trading of a session ends, half days included. */
export function closeInstant(exchange: ExchangeId, session: SessionDate): Instant {
  return instantOfLocal(exchanges[exchange].zone, session, closeMinutes(exchange, session));
}
