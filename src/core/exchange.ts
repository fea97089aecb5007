import { addDays, dateOf, weekday } from './calendar-days.ts';
import type { TradingHours } from './exchange-definition.ts';
import { type ExchangeId, exchanges } from './exchanges/registry.ts';
import type { Instant, SessionDate } from './units.ts';
import { instantOfLocal } from './zone-time.ts';

/** What is known of one year of an exchange. */
interface YearOfClosings {
  readonly closed: ReadonlyMap<SessionDate, string>;
  readonly halfDays: ReadonlySet<SessionDate>;
}

const NOTHING_KNOWN: YearOfClosings = { closed: new Map(), halfDays: new Set() };
const computed = new Map<string, YearOfClosings>();

function yearOf(exchange: ExchangeId, date: SessionDate): YearOfClosings {
  const digits = date.slice(0, 4);
  const key = exchange + digits;
  const found = computed.get(key);
  if (found !== undefined) return found;
  const year = Number(digits);
  const { years, holidays, halfDays, unforeseen } = exchanges[exchange].calendar;
  let made = NOTHING_KNOWN;
  if (year >= years[0] && year <= years[1]) {
    const closed = new Map(holidays(year));
    for (const [day, reason] of Object.entries(unforeseen)) {
      if (day.startsWith(digits)) closed.set(day as SessionDate, reason);
    }
    made = { closed, halfDays: new Set(halfDays(year)) };
  }
  computed.set(key, made);
  return made;
}

/** Whether an exchange closes early on a date by its rules. Says nothing about whether the date is a session. */
export function isHalfDay(exchange: ExchangeId, session: SessionDate): boolean {
  return yearOf(exchange, session).halfDays.has(session);
}

/** Whether every closing of the date's year is known: where not, no row is missed and only weekends contradict one. */
export function knowsYearOf(exchange: ExchangeId, date: SessionDate): boolean {
  return yearOf(exchange, date) !== NOTHING_KNOWN;
}

/** First and last date of the years that an exchange's calendar knows. */
export function knownDates(exchange: ExchangeId): readonly [SessionDate, SessionDate] {
  const [first, last] = exchanges[exchange].calendar.years;
  return [dateOf(first, 1, 1), dateOf(last, 12, 31)];
}

/**
 * Why an exchange is known to be closed on a date: "a Saturday", "Good Friday",
 * "a typhoon". Null where nothing contradicts a session, which is not proof of
 * one: sessions come from price rows. Used to flag rows that no session can
 * have produced.
 */
export function closedBecause(exchange: ExchangeId, date: SessionDate): string | null {
  const day = weekday(date);
  if (day === 6) return 'a Saturday';
  if (day === 0) return 'a Sunday';
  return yearOf(exchange, date).closed.get(date) ?? null;
}

/**
 * Whether the absence of a row on a date says that something is missing: a
 * weekday of a known year on which nothing kept the exchange closed.
 */
export function isSessionExpected(exchange: ExchangeId, date: SessionDate): boolean {
  return knowsYearOf(exchange, date) && closedBecause(exchange, date) === null;
}

/** Dates from `from` to `to`, both included, on which a session is expected, ascending. */
export function expectedSessions(exchange: ExchangeId, from: SessionDate, to: SessionDate): readonly SessionDate[] {
  const [first, last] = knownDates(exchange);
  const end = to < last ? to : last;
  const expected: SessionDate[] = [];
  for (let date = from < first ? first : from; date <= end; date = addDays(date, 1)) {
    if (isSessionExpected(exchange, date)) expected.push(date);
  }
  return expected;
}

/** The hours that hold on a date, as those of a full day. */
export function hoursOn(exchange: ExchangeId, date: SessionDate): TradingHours {
  const { hours } = exchanges[exchange];
  let [held] = hours;
  for (const later of hours) if (later.from !== null && later.from <= date) held = later;
  return held;
}

/** Minutes after local midnight at which trading ends on a session. */
export function closeMinutes(exchange: ExchangeId, session: SessionDate): number {
  const { close, halfDayClose } = hoursOn(exchange, session);
  return isHalfDay(exchange, session) ? (halfDayClose ?? close) : close;
}

/** The instant at which regular trading of a session begins. */
export function openInstant(exchange: ExchangeId, session: SessionDate): Instant {
  return instantOfLocal(exchanges[exchange].zone, session, hoursOn(exchange, session).open);
}

/** The instant at which regular trading of a session ends, half days included. */
export function closeInstant(exchange: ExchangeId, session: SessionDate): Instant {
  return instantOfLocal(exchanges[exchange].zone, session, closeMinutes(exchange, session));
}

/** When the closing price of a session is formed in an auction, [from, to); null where it is not. */
export function closingAuction(exchange: ExchangeId, session: SessionDate): readonly [Instant, Instant] | null {
  const { closingAuction: auction } = hoursOn(exchange, session);
  if (auction === null) return null;
  const { zone } = exchanges[exchange];
  const close = closeMinutes(exchange, session);
  return [instantOfLocal(zone, session, close + auction[0]), instantOfLocal(zone, session, close + auction[1])];
}
