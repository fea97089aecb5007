import type { InstrumentId } from '../core/series.ts';
import type { ZoneId } from '../core/units.ts';
import type { CsvChoices } from './csv-choices.ts';
import type { ColumnRole } from './csv-columns.ts';
import { readDate } from './csv-dates.ts';
import { detectCsv, type CsvTable } from './csv-detection.ts';
import type { DailyRows } from './daily-rows.ts';
import type { Refusal } from './failure.ts';
import { readFormattedNumber } from './read-number.ts';
import { pageInstead } from './response-body.ts';

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

function rowsOf(table: CsvTable, closeColumn: number, zone: ZoneId, instrument: InstrumentId | undefined): DailyRows {
  const { dateColumn, dateOrder, decimal, cells, firstRow } = table;
  const instrumentColumn = instrument === undefined ? undefined : column(table, 'instrument');
  const wanted: number[] = [];
  for (let row = firstRow; row < cells.rows; row++) {
    if (instrumentColumn === undefined || cells.text(row, instrumentColumn) === instrument) wanted.push(row);
  }
  const numberAt = (row: number, index: number): number => {
    // Where the point is the mark, most figures are read where they stand.
    const plain = decimal === 'point' ? cells.number(row, index) : Number.NaN;
    return Number.isNaN(plain) ? readFormattedNumber(cells.text(row, index), decimal) : plain;
  };
  const read = (index: number): number[] => wanted.map((row) => numberAt(row, index));
  const optional = (name: 'opens' | 'highs' | 'lows' | 'volumes', role: ColumnRole): Partial<DailyRows> => {
    const index = column(table, role);
    return index === undefined || index === closeColumn ? {} : { [name]: read(index) };
  };
  return {
    dates: wanted.map((row) => {
      const cell = cells.text(row, dateColumn);
      return readDate(cell, dateOrder, zone) ?? cell;
    }),
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
  return { kind: 'rows', rows: rowsOf(table, table.closeColumn, zone, instrument), table };
}
