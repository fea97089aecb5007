import { addDays, dateOf, easterSunday, nthWeekday, weekday } from './calendar-days.ts';
import { type SessionDate, sessionDate } from './units.ts';

/** A city whose exchanges keep one calendar. */
export type Place = 'New York' | 'Hong Kong';

/**
 * First day of the Lunar New Year, 2015 to 2030.
 * Source: Hong Kong Observatory, Gregorian–Lunar Calendar Conversion Table.
 */
const LUNAR_NEW_YEAR: readonly SessionDate[] = [
  '2015-02-19',
  '2016-02-08',
  '2017-01-28',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
].map(sessionDate);

/** Days on which New York stayed closed outside its rules, 2015 to 2025. */
const NEW_YORK_MOURNING: Readonly<Record<string, string>> = {
  '2018-12-05': 'the day of mourning for George H. W. Bush',
  '2025-01-09': 'the day of mourning for Jimmy Carter',
};

/** First day of the Lunar New Year in a year, or null outside 2015 to 2030. */
function lunarNewYear(year: number): SessionDate | null {
  return LUNAR_NEW_YEAR[year - 2015] ?? null;
}

/** The Friday before a Saturday, the Monday after a Sunday, else the date itself. */
function observed(date: SessionDate): SessionDate {
  const day = weekday(date);
  if (day === 6) return addDays(date, -1);
  return day === 0 ? addDays(date, 1) : date;
}

function newYorkHolidays(year: number): ReadonlyMap<SessionDate, string> {
  const days = new Map<SessionDate, string>([
    [nthWeekday(year, 1, 1, 3), 'Martin Luther King Jr. Day'],
    [nthWeekday(year, 2, 1, 3), 'Washington’s Birthday'],
    [addDays(easterSunday(year), -2), 'Good Friday'],
    [nthWeekday(year, 5, 1, -1), 'Memorial Day'],
    [observed(dateOf(year, 7, 4)), 'Independence Day'],
    [nthWeekday(year, 9, 1, 1), 'Labor Day'],
    [nthWeekday(year, 11, 4, 4), 'Thanksgiving Day'],
    [observed(dateOf(year, 12, 25)), 'Christmas Day'],
  ]);
  // A New Year's Day on a Saturday is not observed: 31 December is a session.
  const newYear = dateOf(year, 1, 1);
  if (weekday(newYear) !== 6) days.set(observed(newYear), 'New Year’s Day');
  if (year >= 2022) days.set(observed(dateOf(year, 6, 19)), 'Juneteenth');
  for (const [date, name] of Object.entries(NEW_YORK_MOURNING)) {
    if (date.startsWith(`${year}-`)) days.set(sessionDate(date), name);
  }
  return days;
}

/**
 * Only the holidays that are sure by rule: the fixed ones, Easter, and the first
 * three days of the Lunar New Year. Those of the lunar calendar's other months
 * are not known here, so a row on one of them is not contradicted.
 */
function hongKongHolidays(year: number): ReadonlyMap<SessionDate, string> {
  const days = new Map<SessionDate, string>();
  const easter = easterSunday(year);
  days.set(addDays(easter, -2), 'Good Friday');
  days.set(addDays(easter, 1), 'Easter Monday');
  for (const [month, day, name] of [
    [1, 1, 'New Year’s Day'],
    [5, 1, 'Labour Day'],
    [7, 1, 'Establishment Day'],
    [10, 1, 'National Day'],
    [12, 25, 'Christmas Day'],
  ] as const) {
    const date = dateOf(year, month, day);
    days.set(weekday(date) === 0 ? addDays(date, 1) : date, name);
  }
  const second = dateOf(year, 12, 26);
  if (weekday(second) !== 0) days.set(second, 'the day after Christmas');
  const lunar = lunarNewYear(year);
  if (lunar !== null) {
    const three = [lunar, addDays(lunar, 1), addDays(lunar, 2)];
    const extra = three.some((date) => weekday(date) === 0) ? [addDays(lunar, 3)] : [];
    for (const date of [...three, ...extra]) days.set(date, 'the Lunar New Year holidays');
  }
  return days;
}

const calendars = { 'New York': newYorkHolidays, 'Hong Kong': hongKongHolidays } as const;
const computed = new Map<string, ReadonlyMap<SessionDate, string>>();

/** The name of the holiday for which a place's exchange is closed on a date, or null where none is known. */
export function holidayAt(place: Place, date: SessionDate): string | null {
  const key = `${place} ${date.slice(0, 4)}`;
  let days = computed.get(key);
  if (days === undefined) {
    days = calendars[place](Number(date.slice(0, 4)));
    computed.set(key, days);
  }
  return days.get(date) ?? null;
}

function newYorkHalfDays(year: number): readonly SessionDate[] {
  const eves = [dateOf(year, 7, 3), dateOf(year, 12, 24)].filter((date) => weekday(date) >= 1 && weekday(date) <= 4);
  return [...eves, addDays(nthWeekday(year, 11, 4, 4), 1)];
}

function hongKongHalfDays(year: number): readonly SessionDate[] {
  const lunar = lunarNewYear(year);
  const eves = [dateOf(year, 12, 24), dateOf(year, 12, 31), ...(lunar === null ? [] : [addDays(lunar, -1)])];
  return eves.filter((date) => weekday(date) >= 1 && weekday(date) <= 5);
}

const halfDayRules = { 'New York': newYorkHalfDays, 'Hong Kong': hongKongHalfDays } as const;
const halfDaysSeen: Readonly<Record<Place, Map<number, ReadonlySet<string>>>> = {
  'New York': new Map(),
  'Hong Kong': new Map(),
};

/**
 * Whether a place's exchange closes early on a date by its rules.
 *
 * New York closes at 13:00 on the day after Thanksgiving, and on 3 July and 24
 * December where they fall on Monday to Thursday (on a Friday they are the
 * observed holiday itself, or no eve of one). Hong Kong closes at 12:00 on the
 * eves of Christmas, New Year and the Lunar New Year where they are weekdays;
 * lunar eves are known for 2015 to 2030. Source: the exchanges' published
 * calendars; New York's rule holds from 2013 on.
 */
export function isHalfDayAt(place: Place, date: SessionDate): boolean {
  const year = Number(date.slice(0, 4));
  let days = halfDaysSeen[place].get(year);
  if (days === undefined) {
    days = new Set(halfDayRules[place](year));
    halfDaysSeen[place].set(year, days);
  }
  return days.has(date);
}
