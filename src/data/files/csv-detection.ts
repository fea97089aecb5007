import type { ZoneId } from '../../core/units.ts';
import { csvCells, type CsvCells } from './csv-cells.ts';
import type { CsvChoices, DateOrder } from './csv-choices.ts';
import { readHeader, type CsvColumn } from './csv-columns.ts';
import { decimalEvidence } from './csv-decimals.ts';
import { possibleOrders, readDate } from './csv-dates.ts';
import { readFormattedNumber, type DecimalMark } from './read-number.ts';

/** One way in which a file can be read, with what an example from it becomes. */
export interface CsvReading {
  readonly choice: CsvChoices;
  /** A cell of the file as it is written. */
  readonly written: string;
  /** What the cell means in this reading, for a reader: "8 July 2025", "26,506.99". */
  readonly means: string;
}

/** Something that only the reader can decide. */
export interface CsvQuestion {
  readonly about: 'dateOrder' | 'decimal' | 'closeColumn';
  readonly sentence: string;
  readonly readings: readonly CsvReading[];
}

/** How a file is read, to be shown before it is used. */
export interface CsvTable {
  readonly kind: 'table';
  readonly layout: string;
  readonly delimiter: string;
  readonly columns: readonly CsvColumn[];
  readonly dateColumn: number;
  /** The column that is taken for the close; null while the reader has to choose one. */
  readonly closeColumn: number | null;
  /** The likelier order and mark where there is a question. */
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  /** In which zone the dates are dates, and what becomes of times. */
  readonly zoneSentence: string;
  /** The name that the file gives the instrument. */
  readonly symbol?: string;
  readonly questions: readonly CsvQuestion[];
  /** The first rows of figures, to be shown. */
  readonly preview: readonly (readonly string[])[];
  /** The cells of the column of dates, as they are written. */
  readonly dates: readonly string[];
  /** All cells; figures begin with the row `firstRow`. */
  readonly cells: CsvCells;
  readonly firstRow: number;
}

export type Detection =
  | CsvTable
  /** Not a table of dated figures. `said` is how the file begins. */
  | { readonly kind: 'unreadable'; readonly detail: string; readonly said: string };

const PREVIEW = 5;

const dateInWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

function rowsOf(cells: CsvCells, from: number, count: number): string[][] {
  const rows: string[][] = [];
  for (let row = from; row < Math.min(cells.rows, from + count); row++) {
    rows.push(Array.from({ length: cells.width(row) }, (_, column) => cells.text(row, column)));
  }
  return rows;
}

/** The separator that splits the first line into most cells; a comma where all fail. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].replaceAll(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function orderQuestion(cells: readonly string[], orders: readonly DateOrder[], zone: ZoneId): CsvQuestion[] {
  if (orders.length < 2) return [];
  const written = cells.find(
    (cell) => readDate(cell, 'month-day-year', zone) !== readDate(cell, 'day-month-year', zone),
  );
  if (written === undefined) return [];
  const readings = orders.map((dateOrder) => {
    const date = readDate(written, dateOrder, zone);
    return { choice: { dateOrder }, written, means: date === null ? 'no date' : dateInWords.format(Date.parse(date)) };
  });
  const sentence = `The dates can be read with the month or with the day first: is ${written} ${readings.map(({ means }) => means).join(' or ')}?`;
  return [{ about: 'dateOrder', sentence, readings }];
}

function decimalQuestion(possible: readonly DecimalMark[], example: string | undefined): CsvQuestion[] {
  if (possible.length < 2 || example === undefined) return [];
  const readings = possible.map((decimal) => {
    const value = readFormattedNumber(example, decimal);
    const means = Number.isFinite(value) ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : 'no number';
    return { choice: { decimal }, written: example, means };
  });
  const sentence = `A comma in the figures can stand before the decimals or between thousands: is ${example} ${readings.map(({ means }) => means).join(' or ')}?`;
  return [{ about: 'decimal', sentence, readings }];
}

function columnQuestion(columns: readonly CsvColumn[], rows: readonly (readonly string[])[]): CsvQuestion[] {
  const candidates = columns.filter(({ role }) => role === 'other' || role === 'adjusted-close');
  const readings = candidates.map(({ index, name }) => ({
    choice: { closeColumn: index },
    written: name === '' ? `column ${index + 1}` : name,
    means: `first figure ${rows[0]?.[index] ?? 'missing'}`,
  }));
  return [
    {
      about: 'closeColumn',
      sentence: 'Several columns hold figures and none is headed as the close: which one is it?',
      readings,
    },
  ];
}

/** The figures of the columns that are read. */
function* figures(cells: CsvCells, firstRow: number, columns: readonly CsvColumn[]): Generator<string> {
  const read = columns.filter(
    ({ role }) => role !== 'date' && role !== 'instrument' && role !== 'change' && role !== 'volume',
  );
  for (let row = firstRow; row < cells.rows; row++) for (const { index } of read) yield cells.text(row, index);
}

/**
 * How a file of daily closes can be read. Nothing is guessed: where dates,
 * decimal marks or columns allow two readings there is a question with both.
 * `zone` is the exchange's; without it, moments with an offset are read in UTC.
 */
export function detectCsv(text: string, choices: CsvChoices = {}, zone: ZoneId = 'UTC'): Detection {
  const body = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(body);
  const cells = csvCells(body, delimiter);
  const said = body.slice(0, 120);
  const header = readHeader(rowsOf(cells, 0, 4));
  if (header === null) return { kind: 'unreadable', detail: 'no column of dates was found in its first line', said };
  const firstRow = header.lines;
  const preview = rowsOf(cells, firstRow, PREVIEW);
  const dateColumn = header.columns.find(({ role }) => role === 'date')?.index ?? 0;
  const dates: string[] = [];
  for (let row = firstRow; row < cells.rows; row++) dates.push(cells.text(row, dateColumn));
  const orders = choices.dateOrder === undefined ? possibleOrders(dates) : [choices.dateOrder];
  if (orders.length === 0)
    return { kind: 'unreadable', detail: 'some of its dates have the month first and some the day', said };

  const quoted = body.includes('"');
  // Unquoted figures between commas cannot hold a decimal comma.
  const evidence: ReturnType<typeof decimalEvidence> =
    choices.decimal !== undefined
      ? { possible: [choices.decimal] }
      : delimiter === ',' && !quoted
        ? { possible: ['point'] }
        : decimalEvidence(figures(cells, firstRow, header.columns), delimiter === ',' || body.includes(','));
  const close = header.columns.find(({ role }) => role === 'close')?.index;
  const closeColumn = choices.closeColumn ?? close ?? null;
  const timed = dates.some((cell) => cell.length > 10 && /\d[T ]\d{2}:\d{2}/.test(cell));
  return {
    kind: 'table',
    layout: header.layout,
    delimiter,
    columns: header.columns,
    dateColumn,
    closeColumn,
    dateOrder: orders[0] ?? 'year-month-day',
    decimal: evidence.possible[0] ?? 'point',
    zoneSentence: timed
      ? `Dates are sessions in the exchange’s own zone (${zone}); midnight only names the day, other times with an offset are converted.`
      : `Dates are sessions in the exchange’s own zone (${zone}).`,
    ...(header.symbol === undefined ? {} : { symbol: header.symbol }),
    questions: [
      ...orderQuestion(dates, orders, zone),
      ...decimalQuestion(evidence.possible, evidence.example),
      ...(closeColumn === null ? columnQuestion(header.columns, preview) : []),
    ],
    preview,
    dates,
    cells,
    firstRow,
  };
}
