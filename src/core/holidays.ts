import { addDays, dateOf, easterSunday, nthWeekday, weekday } from './calendar-days.ts';
import { type SessionDate, sessionDate } from './units.ts';

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
export function lunarNewYear(year: number): SessionDate | null {
  return LUNAR_NEW_YEAR.find((date) => date.startsWith(`${year}-`)) ?? null;
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
export function holidayAt(place: keyof typeof calendars, date: SessionDate): string | null {
  const key = `${place} ${date.slice(0, 4)}`;
  let days = computed.get(key);
  if (days === undefined) {
    days = calendars[place](Number(date.slice(0, 4)));
    computed.set(key, days);
  }
  return days.get(date) ?? null;
}

/**
 * Whether New York closes at 13:00: the day after Thanksgiving, and 3 July and
 * 24 December where they are weekdays and not the observed holiday itself.
 * Source: the exchanges' published calendars; the rule holds from 2013 on.
 */
export function isNewYorkHalfDay(date: SessionDate): boolean {
  const monthDay = date.slice(5);
  if (monthDay === '12-24' || monthDay === '07-03') {
    const day = weekday(date);
    return day >= 1 && day <= 4;
  }
  return date.slice(5, 7) === '11' && date === addDays(nthWeekday(Number(date.slice(0, 4)), 11, 4, 4), 1);
}

/**
 * Whether Hong Kong closes at 12:00: the eves of Christmas, New Year and the
 * Lunar New Year where they are weekdays. Lunar eves are known for 2015 to 2030.
 */
export function isHongKongHalfDay(date: SessionDate): boolean {
  const monthDay = date.slice(5);
  const eve = monthDay === '12-24' || monthDay === '12-31';
  const month = monthDay.slice(0, 2);
  const lunarEve = (month === '01' || month === '02') && addDays(date, 1) === lunarNewYear(Number(date.slice(0, 4)));
  if (!eve && !lunarEve) return false;
  const day = weekday(date);
  return day >= 1 && day <= 5;
}
