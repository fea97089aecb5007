import type { SessionDate } from '../../core/units.ts';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The whole number that `count` digits of a text give; -1 where one of them is no digit. */
export function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function isReal(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return day <= 29;
  return day <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Same rule as `isSessionDate` of the core, without allocating: for files of many rows. */
export function isRealDate(text: string): text is SessionDate {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  return isReal(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** How a date ends, by 32 times the month plus the day: made once, as a long file has each of them many times. */
const MONTHS_AND_DAYS = Array.from({ length: 13 * 32 }, (_, index) => `-${two(index >> 5)}-${two(index & 31)}`);

/** A date from its parts, the month counted from 1; null where there is no such day. */
export function realDate(year: number, month: number, day: number): SessionDate | null {
  if (!isReal(year, month, day) || year > 9999) return null;
  const ending = MONTHS_AND_DAYS[month * 32 + day] ?? '';
  // Four digits, and an ending that is a real day of that year: no check could say more.
  return `${year < 1000 ? String(year).padStart(4, '0') : year}${ending}` as SessionDate;
}

/**
 * Days since 1970-01-01 of a real date, negative before. The day of the week is
 * `(dayNumber + 4) mod 7`, 0 for Sunday. Source: H. Hinnant, chrono-compatible
 * low-level date algorithms, days_from_civil.
 */
export function dayNumber(date: SessionDate): number {
  const month = digits(date, 5, 2);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(date, 8, 2) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Day of the week of a day number: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}
