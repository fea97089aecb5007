import { addDays, dateOf, weekday } from '../../core/calendar-days.ts';
import { closedBecause } from '../../core/exchange.ts';
import type { SessionDate } from '../../core/units.ts';
import type { DateReading, DateStatus } from '../draft.ts';
import type { CalendarDay, DateValue } from './atoms.ts';

/** A stretch of days, both ends included; one day where they are equal. */
export interface DaySpan {
  readonly first: SessionDate;
  readonly last: SessionDate;
}

/** What words for a date mean, read against the publication. */
export type ReadDate =
  | {
      readonly kind: 'read';
      readonly status: DateStatus;
      readonly reading: DateReading;
      /** Null where the date is ambiguous. */
      readonly days: DaySpan | null;
      readonly candidates: readonly SessionDate[];
    }
  /** After the publication; `date` is null where no day is given. */
  | { readonly kind: 'future'; readonly date: SessionDate | null }
  | { readonly kind: 'none' };

/** What a date is read against. */
export interface DateContext {
  readonly published: SessionDate;
  /** The date that the text spoke of last, and whether this sentence gives it. */
  readonly last: { readonly date: SessionDate; readonly isSameSentence: boolean } | null;
  readonly told: 'ahead' | 'behind' | null;
  /** "From 1 November": the beginning of something, of the future where it can be. */
  readonly isBeginning: boolean;
}

/** News looks back half a year for a date without its year. */
const HALF_YEAR = 183;

const daysBetween = (from: SessionDate, to: SessionDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const partOf = (date: SessionDate) => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) });
const isReal = (year: number, month: number, day: number): boolean =>
  dateOf(year, month, day).endsWith(String(day).padStart(2, '0'));

function stated(date: SessionDate, reading: DateReading, last: SessionDate = date): ReadDate {
  return { kind: 'read', status: 'stated', reading, days: { first: date, last }, candidates: [] };
}

function ambiguous(reading: DateReading, candidates: readonly SessionDate[]): ReadDate {
  return { kind: 'read', status: 'ambiguous', reading, days: null, candidates };
}

function endFrom(first: SessionDate, end: CalendarDay | null): SessionDate {
  if (end === null) return first;
  const { year, month } = partOf(first);
  const last = dateOf(end.year ?? year, end.month ?? month, end.day);
  return last >= first ? last : first;
}

function readDay(
  value: Extract<DateValue, { kind: 'day' }>,
  { published, last, told, isBeginning }: DateContext,
): ReadDate {
  const today = partOf(published);
  if (value.month === null) {
    const ahead = told === 'ahead' && Number(published.slice(8)) < value.day;
    const latest = (from: SessionDate): SessionDate => {
      const { year, month } = partOf(from);
      for (let back = 0; back < 12; back++) {
        const date = dateOf(year, month - back, value.day);
        if (Number(date.slice(8)) === value.day && date <= from) return date;
      }
      return from;
    };
    if (ahead) return { kind: 'future', date: dateOf(today.year, today.month, value.day) };
    const nearest = latest(published);
    const named = last === null ? null : dateOf(partOf(last.date).year, partOf(last.date).month, value.day);
    if (
      named !== null &&
      last !== null &&
      named !== nearest &&
      named <= published &&
      Number(named.slice(8)) === value.day
    ) {
      // In the sentence that named the month, the day is of that month; further on it may be either.
      if (last.isSameSentence) return stated(named, { kind: 'day-of-month' }, endFrom(named, value.end));
      return ambiguous({ kind: 'day-of-two-months' }, [named, nearest].toSorted());
    }
    return stated(nearest, { kind: 'day-of-month' }, endFrom(nearest, value.end));
  }
  const year = value.year ?? today.year;
  if (!isReal(year, value.month, value.day)) return { kind: 'none' };
  if (value.isMonthUncertain) {
    const both = [dateOf(year, value.month, value.day), dateOf(year, value.day, value.month)].toSorted();
    const past = both.filter((date) => date <= published);
    const [only] = past;
    if (only === undefined) return { kind: 'future', date: both[0] ?? null };
    return past.length === 1
      ? stated(only, { kind: 'calendar-date' })
      : ambiguous({ kind: 'day-or-month-first' }, past);
  }
  const date = dateOf(year, value.month, value.day);
  if (value.year === null && date > published && told !== 'ahead') {
    const before = dateOf(year - 1, value.month, value.day);
    // Just ahead of the publication and not told of the past: a plan.
    if ((told === null || isBeginning) && daysBetween(published, date) < HALF_YEAR) return { kind: 'future', date };
    const end = endFrom(before, value.end);
    if (daysBetween(before, published) <= HALF_YEAR) return stated(before, { kind: 'calendar-date' }, end);
    return {
      kind: 'read',
      status: 'inferred',
      reading: { kind: 'year-assumed' },
      days: { first: before, last: end },
      candidates: [],
    };
  }
  if (date > published) return { kind: 'future', date };
  return stated(date, { kind: 'calendar-date' }, endFrom(date, value.end));
}

const PARTS = { early: [1, 10], middle: [11, 20], late: [21, 31] } as const;

function readMonth(
  { year, month, part }: Extract<DateValue, { kind: 'month' }>,
  { published, told }: DateContext,
): ReadDate {
  const today = partOf(published);
  const isAhead =
    told === 'ahead' && (year === null || year > today.year || (year === today.year && month > today.month));
  if (isAhead) return { kind: 'future', date: null };
  const assumed = year ?? (month <= today.month ? today.year : today.year - 1);
  const lastDay = dateOf(assumed, month + 1, 0);
  const [from, to] = part === null ? [1, 31] : PARTS[part];
  const first = dateOf(assumed, month, from);
  const end = to === 31 ? lastDay : dateOf(assumed, month, to);
  if (first > published) return { kind: 'future', date: null };
  return ambiguous({ kind: 'month-only' }, [first, end > published ? published : end]);
}

function readWeekday(
  { weekday: day, week }: Extract<DateValue, { kind: 'weekday' }>,
  { published, told }: DateContext,
): ReadDate {
  const today = weekday(published);
  const latest = addDays(published, -((today - day + 7) % 7));
  const monday = addDays(published, -((today + 6) % 7));
  const inWeek = (offset: number): SessionDate => addDays(monday, offset * 7 + ((day + 6) % 7));
  const reading: DateReading = { kind: 'weekday' };
  if (week === 'next') return { kind: 'future', date: inWeek(1) };
  if (week === 'last') return stated(inWeek(-1), reading);
  if (week === 'this') return inWeek(0) > published ? { kind: 'future', date: inWeek(0) } : stated(inWeek(0), reading);
  if (week === 'latest') {
    const earlier = latest === published ? addDays(latest, -7) : latest;
    if (earlier < monday) return stated(earlier, reading);
    return ambiguous({ kind: 'last-weekday' }, [addDays(earlier, -7), earlier]);
  }
  if (told === 'ahead' && latest !== published) return { kind: 'future', date: addDays(latest, 7) };
  return stated(latest, reading);
}

function readFromText(
  { days, unit }: Extract<DateValue, { kind: 'from-text' }>,
  { published, last }: DateContext,
): ReadDate {
  let date = last?.date ?? published;
  if (unit === 'day') date = addDays(date, days);
  else {
    // A session before or after is a weekday that no exchange here is known to be closed on.
    do date = addDays(date, Math.sign(days));
    while (closedBecause('XNYS', date) !== null);
  }
  if (date > published) return { kind: 'future', date };
  if (last === null) {
    return {
      kind: 'read',
      status: 'inferred',
      reading: { kind: 'from-unknown' },
      days: { first: date, last: date },
      candidates: [],
    };
  }
  return stated(date, { kind: 'from-date-in-text', anchor: last.date });
}

/** Reads words for a date as news means them: back from the publication, unless a verb looks ahead. */
export function readDate(value: DateValue, context: DateContext): ReadDate {
  const { published } = context;
  switch (value.kind) {
    case 'day':
      return readDay(value, context);
    case 'month':
      return readMonth(value, context);
    case 'weekday':
      return readWeekday(value, context);
    case 'from-publication': {
      const date = addDays(published, value.days);
      const isAhead = context.told === 'ahead' || (context.isBeginning && context.told === null);
      return date > published || (value.days === 0 && isAhead)
        ? { kind: 'future', date }
        : stated(date, { kind: 'from-publication' });
    }
    case 'from-text':
      return readFromText(value, context);
    case 'vague-future':
      return { kind: 'future', date: null };
    // What a count from an event means is seen with the sentence: see mentions.ts.
    case 'from-event':
    case 'none':
      return { kind: 'none' };
  }
}
