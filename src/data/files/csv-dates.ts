import type { Instant, SessionDate, ZoneId } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import { digits, isRealDate, realDate } from '../checks/calendar-date.ts';
import type { DateOrder } from './csv-choices.ts';

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const MONTH_NAMED = /^(?:([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})|(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}))$/;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function namedMonth(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The part of a cell that is a date, its time of day cut off where it is only a label. */
function withoutTime(cell: string, zone: ZoneId): string {
  const match = WITH_TIME.exec(cell);
  if (match === null) return cell;
  const [, date = '', time = '', offset] = match;
  const midnight = /^00:00(?::00(?:\.0+)?)?$/.test(time);
  // Midnight with any offset names a day. Any other time with an offset is a moment, and has a date in the exchange's zone.
  if (midnight || offset === undefined) return date;
  const at = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(at) ? cell : localDate(zone, at as Instant);
}

/** Whether a cell looks like a date in any order, so that its column can be the one of the dates. */
export function looksLikeDate(cell: string): boolean {
  return [YEAR_FIRST, YEAR_LAST, MONTH_NAMED, WITH_TIME].some((form) => form.test(cell)) || isCompactDate(cell);
}

function isCompactDate(cell: string): boolean {
  const match = COMPACT.exec(cell);
  return (
    match !== null &&
    Number(match[1]) >= 1900 &&
    Number(match[1]) < 2200 &&
    readDate(cell, 'year-month-day', 'UTC') !== null
  );
}

/** Whether a cell has the form 07/15/2025, the most common one that does not begin with the year. */
function hasSlashes(cell: string): boolean {
  return cell.length === 10 && cell.charCodeAt(2) === 47 && cell.charCodeAt(5) === 47;
}

/**
 * The date in a cell, read in the given order; null where there is no such date.
 * `zone` is the exchange's and is needed only for cells that hold a moment.
 */
export function readDate(cell: string, order: DateOrder, zone: ZoneId): SessionDate | null {
  if (isRealDate(cell)) return cell;
  if (hasSlashes(cell)) {
    const [first, second, year] = [digits(cell, 0, 2), digits(cell, 3, 2), digits(cell, 6, 4)];
    return order === 'month-day-year' ? realDate(year, first, second) : realDate(year, second, first);
  }
  const text = withoutTime(cell.trim(), zone);
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (first !== null) return realDate(Number(first[1]), Number(first[2]), Number(first[3]));
  const last = YEAR_LAST.exec(text);
  if (last !== null) {
    const [a, b] = [Number(last[1]), Number(last[3])];
    return order === 'month-day-year' ? realDate(Number(last[4]), a, b) : realDate(Number(last[4]), b, a);
  }
  const named = MONTH_NAMED.exec(text);
  if (named === null) return null;
  return named[1] === undefined
    ? realDate(Number(named[6]), namedMonth(named[5] ?? ''), Number(named[4]))
    : realDate(Number(named[3]), namedMonth(named[1]), Number(named[2]));
}

/** Orders in which dates can be read: one where the cells decide it, two where they do not, none where they contradict. */
export function possibleOrders(cells: readonly string[]): readonly DateOrder[] {
  let dayFirst = true;
  let monthFirst = true;
  let yearLast = false;
  for (const cell of cells) {
    // Four digits and a hyphen begin a date that has its year first.
    if (cell.length === 10 && cell.charCodeAt(4) === 45) continue;
    if (hasSlashes(cell)) {
      yearLast = true;
      if (digits(cell, 0, 2) > 12) monthFirst = false;
      if (digits(cell, 3, 2) > 12) dayFirst = false;
      continue;
    }
    const match = YEAR_LAST.exec(cell.trim());
    if (match === null) continue;
    yearLast = true;
    if (Number(match[1]) > 12) monthFirst = false;
    if (Number(match[3]) > 12) dayFirst = false;
    // Points between the parts are written only where the day comes first.
    if (match[2] === '.') monthFirst = false;
  }
  if (!yearLast) return ['year-month-day'];
  return [...(monthFirst ? (['month-day-year'] as const) : []), ...(dayFirst ? (['day-month-year'] as const) : [])];
}
