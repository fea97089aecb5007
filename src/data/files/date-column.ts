import { addDays } from '../../core/calendar-days.ts';
import type { Instant, SessionDate, ZoneId } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import { digits, isRealDate, realDate } from '../checks/calendar-date.ts';
import { type DateCell, dateOf, inOrder, parseDateCell } from './date-cell.ts';
import type { DateOrder } from './file-choices.ts';

/** How the cells of a column are dates: as words and numbers, or as a count of days, seconds or parts of a second. */
export type DateForm = 'written' | 'excel-days' | 'epoch';

const ORDERS: readonly DateOrder[] = ['month-day-year', 'day-month-year', 'year-month-day'];
const EXCEL_EPOCH = '1899-12-30' as SessionDate;
/** Day numbers of Excel from 1954 to 2119, and instants from 1973 to 2100 in seconds. */
const [FIRST_DAY, LAST_DAY] = [20_000, 80_000];
const [FIRST_SECOND, LAST_SECOND] = [1e8, 4.1e9];
const DAY = 86_400_000;

/** The instant of a cell that counts seconds, milliseconds, microseconds or nanoseconds since 1970; null where it does not. */
function epochMillis(cell: string): number | null {
  const number = /^\d{9,19}(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  for (const perSecond of [1, 1e3, 1e6, 1e9]) {
    const seconds = number / perSecond;
    if (seconds >= FIRST_SECOND && seconds <= LAST_SECOND) return Math.floor(seconds * 1000);
  }
  return null;
}

function excelDay(cell: string): number | null {
  const number = /^\d{5}(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
  return number >= FIRST_DAY && number < LAST_DAY ? number : null;
}

/** Whether a cell can be a date in that form. A number is one only where its column is known to hold dates. */
export function isDateIn(form: DateForm, cell: string): boolean {
  if (form === 'written') return parseDateCell(cell) !== null;
  return (form === 'epoch' ? epochMillis(cell.trim()) : excelDay(cell.trim())) !== null;
}

/** Whether a cell has the form 07/15/2025, the most common one that does not begin with the year. */
function hasSlashes(cell: string): boolean {
  return cell.length === 10 && cell.charCodeAt(2) === 47 && cell.charCodeAt(5) === 47;
}

const slashed = (cell: string): [number, number, number] => [
  digits(cell, 0, 2),
  digits(cell, 3, 2),
  digits(cell, 6, 4),
];

export type OrderEvidence =
  /** Orders in which every date of the file can be read. */
  | { readonly kind: 'orders'; readonly orders: readonly DateOrder[] }
  /** Two cells that no order allows together. */
  | { readonly kind: 'mixed'; readonly cells: readonly [string, string] };

/** In which orders the dates can be read: one where the cells decide it, more where they do not. */
export function possibleOrders(cells: readonly string[]): OrderEvidence {
  const against: Partial<Record<DateOrder, string>> = {};
  let isOpen = false;
  for (const cell of cells) {
    // Four digits and a hyphen begin a date that has its year first.
    if (cell.length === 10 && cell.charCodeAt(4) === 45) continue;
    if (hasSlashes(cell)) {
      const [first, second, year] = slashed(cell);
      // Two numbers up to twelve are a real day in both orders; of the others one is the month.
      const isMonthFirst = first <= 12;
      const isDayFirst = second <= 12;
      if (isMonthFirst && isDayFirst) {
        isOpen = true;
        against['year-month-day'] ??= cell;
        continue;
      }
      const isReal = (isMonthFirst ? realDate(year, first, second) : realDate(year, second, first)) !== null;
      if (!isReal) continue;
      isOpen = true;
      against['year-month-day'] ??= cell;
      against[isMonthFirst ? 'day-month-year' : 'month-day-year'] ??= cell;
      continue;
    }
    const parsed = parseDateCell(cell);
    if (parsed?.kind !== 'open') continue;
    const { numbers, orders: allowed } = parsed;
    const possible = allowed.filter((order) => inOrder(numbers, order) !== null);
    // A date that is none in any order says nothing about the order.
    if (possible.length === 0) continue;
    isOpen = true;
    for (const order of ORDERS) if (!possible.includes(order)) against[order] ??= cell;
  }
  if (!isOpen) return { kind: 'orders', orders: ['year-month-day'] };
  const orders = ORDERS.filter((order) => against[order] === undefined);
  if (orders.length > 0) return { kind: 'orders', orders };
  return { kind: 'mixed', cells: [against['month-day-year'] ?? '', against['day-month-year'] ?? ''] };
}

/** Dates of a column, the cell itself where it holds none, and the times that stand beside them. */
export interface ReadDates {
  readonly dates: readonly string[];
  /** As many as the dates, or none where no cell has a time. */
  readonly times: readonly string[];
}

function withTime(parsed: DateCell, cell: string, order: DateOrder, zone: ZoneId): readonly [string, string] {
  return [dateOf(parsed, order, zone) ?? cell, parsed.time ?? ''];
}

function writtenDates(cells: readonly string[], order: DateOrder, zone: ZoneId): ReadDates {
  const dates: string[] = [];
  const times: string[] = [];
  let hasTimes = false;
  for (const cell of cells) {
    if (isRealDate(cell)) {
      dates.push(cell);
      times.push('');
      continue;
    }
    if (hasSlashes(cell)) {
      const [a, b, year] = slashed(cell);
      dates.push((order === 'month-day-year' ? realDate(year, a, b) : realDate(year, b, a)) ?? cell);
      times.push('');
      continue;
    }
    const parsed = parseDateCell(cell);
    const [date, time] = parsed === null ? [cell, ''] : withTime(parsed, cell, order, zone);
    dates.push(date);
    times.push(time);
    if (time !== '') hasTimes = true;
  }
  return { dates, times: hasTimes ? times : [] };
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', hour: '2-digit', minute: '2-digit' });

function countedDates(cells: readonly string[], form: DateForm, zone: ZoneId): ReadDates {
  if (form === 'excel-days') {
    const days = cells.map((cell) => excelDay(cell.trim()));
    return {
      dates: days.map((day, i) => (day === null ? (cells[i] ?? '') : addDays(EXCEL_EPOCH, Math.floor(day)))),
      times: days.some((day) => day !== null && day % 1 !== 0)
        ? days.map((day) => (day === null ? '' : clock.format((day % 1) * DAY)))
        : [],
    };
  }
  const moments = cells.map((cell) => epochMillis(cell.trim()));
  // Where every moment is midnight UTC it is the label of a day.
  const isLabel = moments.every((at) => at === null || at % DAY === 0);
  const dates = moments.map((at, i) =>
    at === null ? (cells[i] ?? '') : localDate(isLabel ? ('UTC' as ZoneId) : zone, at as Instant),
  );
  return { dates, times: isLabel ? [] : moments.map((at) => (at === null ? '' : clock.format(at))) };
}

/** The dates of a column, its numbers read in an order and its moments dated in the exchange's zone. */
export function readDates(cells: readonly string[], form: DateForm, order: DateOrder, zone: ZoneId): ReadDates {
  return form === 'written' ? writtenDates(cells, order, zone) : countedDates(cells, form, zone);
}
