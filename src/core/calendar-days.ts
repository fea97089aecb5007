import type { SessionDate } from './units.ts';

const DAY = 86_400_000;

/** Day of the week of a date: 0 is Sunday, 6 is Saturday. */
export function weekday(date: SessionDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The date that many calendar days later (earlier when negative). */
export function addDays(date: SessionDate, days: number): SessionDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as SessionDate;
}

/** A date from its parts; the month counts from 1. */
export function dateOf(year: number, month: number, day: number): SessionDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as SessionDate;
}

/** The nth (from 1) given weekday of a month; the last one for n = -1. */
export function nthWeekday(year: number, month: number, day: number, n: number): SessionDate {
  if (n < 0) {
    const last = dateOf(year, month + 1, 0);
    return addDays(last, -((weekday(last) - day + 7) % 7));
  }
  const first = dateOf(year, month, 1);
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1));
}

/** Easter Sunday of a Gregorian year (the anonymous computus of 1876: Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): SessionDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(n / 31), (n % 31) + 1);
}
