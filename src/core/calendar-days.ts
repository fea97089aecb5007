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

/** Easter Sunday of a Gregorian year (the anonymous computus: Meeus, Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): SessionDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const n = h + l - 7 * m + 90;
  const month = Math.floor(n / 25);
  const day = (n + 33 * month + 19) % 32;
  return dateOf(year, month, day);
}
