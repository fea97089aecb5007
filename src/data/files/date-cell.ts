import type { Instant, SessionDate, ZoneId } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import { digits, isRealDate, realDate } from '../checks/calendar-date.ts';
import { dateWord } from './date-words.ts';
import type { DateOrder } from './file-choices.ts';

/** What a cell says about a date: one date, or three numbers whose order only the file can tell. */
export type DateCell = (
  | { readonly kind: 'settled'; readonly year: number; readonly month: number; readonly day: number }
  | {
      readonly kind: 'open';
      readonly numbers: readonly [number, number, number];
      readonly orders: readonly DateOrder[];
    }
) & {
  /** The time of day as it is written; absent where there is none. */
  readonly time?: string;
  /** Milliseconds from midnight UTC of the date to the moment that is meant; absent where the date is a label. */
  readonly afterMidnight?: number;
};

const TIME =
  /[T\s,]*(?:(上午|下午|오전|오후|午前|午後|[ap]\.?\s?m\.?)\s*)?(?<!\d)(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\b\.?)?\s*(Z\b|(?:UTC|GMT)(?![+-]\d)|(?:(?:UTC|GMT))?[+-]\d{2}:?\d{2}|\b[A-Z]{3,4}\b)?\s*(?:\([^)]*\))?\s*$/i;
const EASTERN_DAY =
  /[(（]?(?:星期|礼拜|禮拜|周|週)[一二三四五六日天][)）]?|[(（][月火水木金土日월화수목금토일][)）]|[月火水木金土日]曜日?|[월화수목금토일]요일/gu;
/** Years of the eras and of the Republic that stand before a date in East Asia. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(?:令和|R)\s*(\d{1,2})(?=[年./-])/, 2018],
  [/^(?:平成|H)\s*(\d{1,2})(?=[年./-])/, 1988],
  [/^(?:民國|民国)\s*(\d{2,3})(?=[年./-])/, 1911],
  // Three digits before two others are a year of the Republic: 114/07/18.
  [/^(1[0-4]\d)(?=[年./-]\d{1,2}[月./-]\d{1,2}日?$)/, 1911],
];

/** A year of two digits: no price that a file holds is from before 1970 or after 2069. */
function fullYear(year: number): number {
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

interface Time {
  readonly written: string;
  readonly isMidnight: boolean;
  /** Milliseconds from UTC where the cell says so. */
  readonly offset: number | null;
  readonly millis: number;
}

function timeOf(match: RegExpExecArray): Time | null {
  const [, before, hours = '', minutes = '', seconds = '0', behind, zone] = match;
  const half = (before ?? behind ?? '').toLowerCase();
  const isPm = /^p|下午|오후|午後/.test(half);
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (isPm ? 12 : 0);
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const millis = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  let offset: number | null = null;
  const written = zone?.toUpperCase() ?? '';
  if (written === 'Z' || written === 'UTC' || written === 'GMT') offset = 0;
  const parts = /([+-])(\d{2}):?(\d{2})$/.exec(written);
  if (parts !== null) offset = (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3])) * 60_000;
  const text = `${String(hour).padStart(2, '0')}:${minutes}:${seconds.padStart(2, '0')}`;
  return { written: text, isMidnight: millis === 0, offset, millis };
}

function settled(year: number, month: number, day: number): DateCell | null {
  return realDate(year, month, day) === null ? null : { kind: 'settled', year, month, day };
}

/** The parts of a date without a time: numbers, at most one name of a month, and words that add nothing. */
function dayOf(text: string): DateCell | null {
  if (!/^[\p{L}\d\s\-/.,'’·_年月日년월일]+$/u.test(text)) return null;
  const numbers: string[] = [];
  let month: number | null = null;
  let monthAt = 0;
  for (const token of text.match(/\d+|\p{L}+/gu) ?? []) {
    if (/^\d/.test(token)) {
      numbers.push(token);
      continue;
    }
    if (/^[年月日년월일]$/u.test(token)) continue;
    const word = dateWord(token);
    if (word === null || (word !== 'filler' && month !== null)) return null;
    if (word === 'filler') continue;
    month = word;
    monthAt = numbers.length;
  }
  if (numbers.some((number) => number.length > 4) || numbers.some(({ length }) => length === 3)) return null;
  const [a = '', b = '', c = ''] = numbers;
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (month !== null) {
    if (numbers.length !== 2) return null;
    if (a.length === 4) return monthAt === 2 ? null : settled(first, month, second);
    return settled(fullYear(second), month, first);
  }
  if (numbers.length !== 3 || !/\d[\s\-/.,年月년월'’·_]+\d/u.test(text)) return null;
  if (a.length === 4) return settled(first, second, third);
  if (b.length === 4) return null;
  const isEastern = /[年년]/u.test(text);
  if (isEastern) return settled(fullYear(first), second, third);
  // Points between the parts are written only where the day comes first, or a year of two digits.
  const isDotted = /\d\s*\.\s*\d+\s*\.\s*\d/.test(text);
  const orders: DateOrder[] = [
    ...(isDotted ? [] : (['month-day-year'] as const)),
    'day-month-year',
    ...(c.length === 4 ? [] : (['year-month-day'] as const)),
  ];
  return { kind: 'open', numbers: [first, second, third], orders };
}

/** What a cell says about a date, or null where it is none. Numbers alone are dates only of the form 20250715. */
export function parseDateCell(cell: string): DateCell | null {
  if (isRealDate(cell)) {
    return { kind: 'settled', year: digits(cell, 0, 4), month: digits(cell, 5, 2), day: digits(cell, 8, 2) };
  }
  // Most cells that are no dates are figures.
  if (/^[+-]?(?:\d{1,7}|\d+[.,]\d+|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?)%?$/.test(cell)) return null;
  let text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^="?(.*?)"?$/, '$1')
    .replaceAll(EASTERN_DAY, ' ')
    .trim();
  if (text.length < 6 || text.length > 64 || !/\d/.test(text)) return null;
  const compact = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?Z?)?$/.exec(text);
  if (compact !== null) {
    const [, year, month, day, hours, minutes, seconds = '00'] = compact;
    const found = settled(Number(year), Number(month), Number(day));
    return found === null || hours === undefined ? found : { ...found, time: `${hours}:${minutes}:${seconds}` };
  }
  const match = TIME.exec(text);
  let time: Time | null = null;
  if (match !== null) {
    time = timeOf(match);
    if (time === null) return null;
    // JavaScript writes the year of a moment behind its time in one form only: "Tue Jul 01 2025 00:00:00 GMT+0800".
    text = text.slice(0, match.index).trim();
  }
  for (const [form, from] of ERAS) text = text.replace(form, (_, year: string) => String(from + Number(year)));
  const day = dayOf(text);
  if (day === null || time === null) return day;
  // Midnight with any offset names a day. Any other time with an offset is a moment, and has a date in the exchange's zone.
  const isMoment = time.offset !== null && !time.isMidnight;
  return { ...day, time: time.written, ...(isMoment ? { afterMidnight: time.millis - (time.offset ?? 0) } : {}) };
}

/** A date of three numbers in an order. */
export function inOrder([a, b, c]: readonly [number, number, number], order: DateOrder): SessionDate | null {
  if (order === 'month-day-year') return realDate(fullYear(c), a, b);
  if (order === 'day-month-year') return realDate(fullYear(c), b, a);
  return realDate(fullYear(a), b, c);
}

/** The date of a cell, its numbers read in an order and its instant in a zone; null where there is no such day. */
export function dateOf(cell: DateCell, order: DateOrder, zone: ZoneId): SessionDate | null {
  const date = cell.kind === 'settled' ? realDate(cell.year, cell.month, cell.day) : inOrder(cell.numbers, order);
  if (date === null || cell.afterMidnight === undefined) return date;
  return localDate(zone, (Date.parse(date) + cell.afterMidnight) as Instant);
}
