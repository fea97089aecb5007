import type { SeriesIssue } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import type { FileFault } from '../files/file-fault.ts';
import type { SessionRange } from '../port/adapter.ts';
import { isRealDate } from './calendar-date.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { counted, level, sessionList } from './session-list.ts';

/** No price or index level is as high: a value from here on is a slip. */
const HIGHEST_LEVEL = 1e12;
/** Prices are above zero. */
const SMALLEST = Number.MIN_VALUE;

/** Rows with real dates, strictly ascending, every close positive and finite, all inside the range. */
export interface OrderedRows {
  readonly sessions: SessionDate[];
  readonly closes: number[];
  readonly opens?: number[];
  readonly highs?: number[];
  readonly lows?: number[];
  readonly volumes?: number[];
  /** Dates inside the range whose row had no close, ascending. */
  readonly blank: readonly SessionDate[];
  readonly issues: readonly SeriesIssue[];
  /** Set where so many dates have different closes that the rows are no daily closes of one instrument. */
  readonly several?: SeveralADay;
}

type SeveralADay = Extract<FileFault, { kind: 'several-a-day' }>;

/** A column in the given order; the column itself where nothing is moved and every value can be used. */
function picked(column: readonly number[], order: readonly number[], isWhole: boolean, lowest: number): number[] {
  const isUsable = (value: number): boolean => value >= lowest && value < Number.POSITIVE_INFINITY;
  const usable = (value: number): number => (isUsable(value) ? value : Number.NaN);
  if (isWhole) return column.every(isUsable) ? column.slice() : column.map(usable);
  return order.map((index) => usable(column[index] ?? Number.NaN));
}

/** Dates that have been found to be real, one by one, before. */
function checkedDates(dates: readonly string[]): SessionDate[] {
  return dates as SessionDate[];
}

/** The rows the other way round where more of them go back in time than forward: newest first is a habit, not a fault. */
function oldestFirst(rows: DailyRows): { readonly rows: DailyRows; readonly isAscending: boolean } {
  const { dates } = rows;
  let [up, down] = [0, 0];
  for (let i = 1; i < dates.length; i++) {
    const [before = '', date = ''] = [dates[i - 1], dates[i]];
    if (date > before) up++;
    else if (date < before) down++;
  }
  if (down <= up) return { rows, isAscending: up === dates.length - 1 };
  const turned: DailyRows = {
    dates: dates.toReversed(),
    closes: rows.closes.toReversed(),
    ...(rows.opens === undefined ? {} : { opens: rows.opens.toReversed() }),
    ...(rows.highs === undefined ? {} : { highs: rows.highs.toReversed() }),
    ...(rows.lows === undefined ? {} : { lows: rows.lows.toReversed() }),
    ...(rows.volumes === undefined ? {} : { volumes: rows.volumes.toReversed() }),
  };
  return { rows: turned, isAscending: down === dates.length - 1 };
}

interface Sorted {
  readonly order: number[];
  readonly issues: readonly SeriesIssue[];
  readonly several?: SeveralADay;
}

/** A live row beside the day's, or a correction, comes for one date or two; more are bars within the day, or another instrument. */
const MOST_CORRECTED = 2;

/** Ascending order with one row per date. Of two rows of one date the later one in time of writing wins. */
function sorted(kept: readonly number[], dates: readonly string[], closes: readonly number[]): Sorted {
  const issues: SeriesIssue[] = [];
  const order = kept.toSorted((a, b) => ((dates[a] ?? '') < (dates[b] ?? '') ? -1 : dates[a] === dates[b] ? 0 : 1));
  if (order.some((index, place) => index !== kept[place])) {
    issues.push({
      kind: 'out-of-order',
      sessions: [],
      sentence: 'The rows were not in order of date; they were sorted.',
    });
  }
  const unique: number[] = [];
  const doubled: string[] = [];
  const sessions = new Set<SessionDate>();
  const differing = new Map<string, number[]>();
  for (const index of order) {
    const last = unique.at(-1);
    const date = dates[index] ?? '';
    if (last !== undefined && dates[last] === date) {
      const [first, second] = [closes[last] ?? 0, closes[index] ?? 0];
      if (isRealDate(date)) sessions.add(date);
      if (first !== second) {
        doubled.push(`${date} (${level(first)} and ${level(second)})`);
        const closesOfDate = differing.get(date) ?? [first];
        differing.set(date, [...closesOfDate, second]);
      }
      unique[unique.length - 1] = index;
    } else unique.push(index);
  }
  const [example] = differing;
  if (example !== undefined && differing.size > MOST_CORRECTED) {
    const [date, both] = example;
    const several = { kind: 'several-a-day', dates: differing.size, example: { date, closes: both } } as const;
    return { order: unique, issues, several };
  }
  if (sessions.size > 0) {
    const twice = doubled.length === 0 ? 'with the same close' : `with two closes on ${sessionList(doubled)}`;
    issues.push({
      kind: 'duplicate',
      sessions: [...sessions],
      sentence: `${counted(sessions.size, 'session')} came twice, ${twice}; the later row was kept.`,
    });
  }
  return { order: unique, issues };
}

/**
 * The usable rows of an answer in order of date, and an issue for everything
 * that was left out or changed. `cutsQuietly` is for files that are known to
 * hold more than was asked for.
 */
export function orderedRows(given: DailyRows, range: SessionRange, cutsQuietly: boolean): OrderedRows {
  const { rows, isAscending } = oldestFirst(given);
  const { dates, closes } = rows;
  // Of rows in order the first and the last tell for all.
  const isInside = isAscending && (dates[0] ?? '') >= range.from && (dates.at(-1) ?? '') <= range.to;
  const kept: number[] = [];
  const blank: SessionDate[] = [];
  const invalid: string[] = [];
  const invalidSessions: SessionDate[] = [];
  const outside: SessionDate[] = [];
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i] ?? '';
    const close = closes[i] ?? Number.NaN;
    if (!isRealDate(date)) {
      invalid.push(`"${date.slice(0, 20)}" is not a date`);
    } else if (!isInside && (date < range.from || date > range.to)) {
      outside.push(date);
    } else if (Number.isNaN(close)) {
      blank.push(date);
    } else if (close > 0 && close < HIGHEST_LEVEL) {
      kept.push(i);
    } else {
      invalid.push(`${date} has ${Number.isFinite(close) ? `a close of ${close}` : 'a close that is not a number'}`);
      invalidSessions.push(date);
    }
  }
  const {
    order,
    issues: orderIssues,
    several,
  }: Sorted = isAscending ? { order: kept, issues: [] } : sorted(kept, dates, closes);
  const issues: SeriesIssue[] = [...orderIssues];
  if (invalid.length > 0) {
    issues.push({
      kind: 'invalid-row',
      sessions: invalidSessions.toSorted(),
      sentence: `${counted(invalid.length, 'row')} could not be used and ${invalid.length === 1 ? 'was' : 'were'} left out: ${sessionList(invalid)}.`,
    });
  }
  if (outside.length > 0 && !cutsQuietly) {
    issues.push({
      kind: 'outside-window',
      sessions: outside.toSorted(),
      sentence: `${counted(outside.length, 'row')} outside the window asked for ${outside.length === 1 ? 'was' : 'were'} left out.`,
    });
  }
  // Every row was kept, and in its place.
  const isWhole = order === kept && kept.length === dates.length;
  const inOrder = isWhole ? dates : order.map((index) => dates[index] ?? '');
  return {
    sessions: checkedDates(inOrder),
    closes: isWhole ? closes.slice() : order.map((index) => closes[index] ?? Number.NaN),
    ...(rows.opens === undefined ? {} : { opens: picked(rows.opens, order, isWhole, SMALLEST) }),
    ...(rows.highs === undefined ? {} : { highs: picked(rows.highs, order, isWhole, SMALLEST) }),
    ...(rows.lows === undefined ? {} : { lows: picked(rows.lows, order, isWhole, SMALLEST) }),
    ...(rows.volumes === undefined ? {} : { volumes: picked(rows.volumes, order, isWhole, 0) }),
    blank: blank.toSorted(),
    issues,
    ...(several === undefined ? {} : { several }),
  };
}
