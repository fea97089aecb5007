import type { InstrumentId } from '../../core/series.ts';
import type { ZoneId } from '../../core/units.ts';
import type { CsvChoices } from './csv-choices.ts';
import type { ColumnRole } from './csv-columns.ts';
import { readDate } from './csv-dates.ts';
import { detectCsv, type CsvTable } from './csv-detection.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import type { Refusal } from '../port/failure.ts';
import { readFormattedNumber } from './read-number.ts';
import { pageInstead } from '../port/response-body.ts';

export type CsvRead =
  | { readonly kind: 'rows'; readonly rows: DailyRows; readonly table: CsvTable }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** Sentences that a source sends in place of a file, and what they mean. */
const NOTICES: readonly (readonly [RegExp, Refusal['kind']])[] = [
  [/exceeded the daily hits limit|requests per day|API credits|request allocation/i, 'quota'],
  [/api ?key/i, 'key-missing'],
  [/^\s*(?:no data|n\/d)\s*$/i, 'empty'],
  [/you have reached|too many requests/i, 'rate-limited'],
];

function noticeInstead(text: string): Refusal | null {
  const page = pageInstead(text);
  if (page !== null) return page;
  // A table has rows below its first line; a notice is a line or an object.
  const trimmed = text.trim();
  if (trimmed.includes('\n') && !trimmed.startsWith('{')) return null;
  const notice = NOTICES.find(([form]) => form.test(trimmed));
  return notice === undefined ? null : { kind: notice[1], said: trimmed };
}

function column(table: CsvTable, role: ColumnRole): number | undefined {
  return table.columns.find((entry) => entry.role === role)?.index;
}

/** The figures of a column, one for every row below the header. */
function figuresOf({ cells, firstRow, decimal }: CsvTable, index: number): number[] {
  const read = (row: number): number => readFormattedNumber(cells.text(row, index), decimal);
  if (decimal === 'comma') return Array.from({ length: cells.rows - firstRow }, (_, below) => read(firstRow + below));
  // Where the point is the mark, most figures are read where they stand.
  const figures = cells.figures(index, firstRow);
  for (let below = 0; below < figures.length; below++) {
    if (figures[below] === Number.POSITIVE_INFINITY) figures[below] = read(firstRow + below);
  }
  return figures;
}

function rowsOf(table: CsvTable, closeColumn: number, zone: ZoneId, instrument: InstrumentId | undefined): DailyRows {
  const { dates, dateOrder, cells, firstRow } = table;
  const instrumentColumn = instrument === undefined ? undefined : column(table, 'instrument');
  const wanted = <Value>(values: Value[]): Value[] =>
    instrumentColumn === undefined
      ? values
      : values.filter((_, below) => cells.text(firstRow + below, instrumentColumn) === instrument);
  const read = (index: number): number[] => wanted(figuresOf(table, index));
  const optional = (name: 'opens' | 'highs' | 'lows' | 'volumes', role: ColumnRole): Partial<DailyRows> => {
    const index = column(table, role);
    return index === undefined || index === closeColumn ? {} : { [name]: read(index) };
  };
  return {
    dates: wanted(dates.map((cell) => readDate(cell, dateOrder, zone) ?? cell)),
    closes: read(closeColumn),
    ...optional('opens', 'open'),
    ...optional('highs', 'high'),
    ...optional('lows', 'low'),
    ...optional('volumes', 'volume'),
  };
}

/**
 * The rows of a file, read as it says and as the reader chose. A refusal
 * `needs-choice` where the file allows two readings and none was chosen; its
 * detail holds both. `zone` is the exchange's. Files that hold several
 * instruments give the rows of `instrument`.
 */
export function readCsv(text: string, choices: CsvChoices, zone: ZoneId, instrument?: InstrumentId): CsvRead {
  const refused = (refusal: Refusal): CsvRead => ({ kind: 'refusal', refusal });
  const instead = noticeInstead(text);
  if (instead !== null) return refused(instead);
  const table = detectCsv(text, choices, zone);
  if (table.kind === 'unreadable') return refused({ kind: 'malformed', detail: table.detail, said: table.said });
  if (table.closeColumn === null || table.questions.length > 0) {
    const detail = table.questions.map(({ sentence }) => sentence.replace(/\?$/, '')).join('; ');
    return refused({ kind: 'needs-choice', detail });
  }
  const { closeColumn, columns, dateColumn } = table;
  if (closeColumn >= columns.length) {
    const detail = `it has ${columns.length} columns, and the closes were looked for in column ${closeColumn + 1}`;
    return refused({ kind: 'malformed', detail });
  }
  if (closeColumn === dateColumn) {
    return refused({ kind: 'malformed', detail: `its column ${closeColumn + 1} holds the dates` });
  }
  return { kind: 'rows', rows: rowsOf(table, closeColumn, zone, instrument), table };
}
