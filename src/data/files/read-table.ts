/**
 * The one reader of files of closes. A text becomes cells (`separators`), the
 * table in them is found by its dates (`table-shape`), the rows and columns of
 * the instrument are selected (`held-instruments`), the decimal mark and the
 * order of the dates follow from every cell of the file, the calendar and the
 * known closes (`decimal-marks`, `date-orders`). A question is asked only where
 * more than one reading is left.
 */
import type { FileNote } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import { isRealDate } from '../checks/calendar-date.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { possibleOrders, readDates } from './date-column.ts';
import { type Known, remainingOrders } from './date-orders.ts';
import { closeColumnOf } from './close-column.ts';
import { decimalMark } from './decimal-marks.ts';
import type { TableCells } from './delimited-cells.ts';
import type { DateOrder, FileChoices } from './file-choices.ts';
import type { FileFault, FileQuestion } from './file-fault.ts';
import { foreignText } from './foreign-files.ts';
import { selectInstrument } from './held-instruments.ts';
import { type InstrumentNames, instrumentNames } from './instrument-names.ts';
import { type DecimalMark, readFormattedNumber } from './read-number.ts';
import { separatedCells } from './separators.ts';
import { changingTimes, linesAbove, rowsOfTable, type TableRows, wideRow } from './table-rows.ts';
import { findTable, type TableColumn, type TableShape } from './table-shape.ts';
import { type ColumnRole, knownHeading } from './heading-words.ts';

/** What is known beside the text. */
export interface FileHints extends Known {
  /** Whose closes are wanted; absent while nobody has said. */
  readonly instrument?: Instrument;
  /** Tells instruments by their names; the wanted one and those that every file may mean where absent. */
  readonly names?: InstrumentNames;
  readonly choices?: FileChoices;
}

/** How a file is read, to be shown before it is used. */
export interface FileTable {
  readonly kind: 'table';
  readonly separator: string;
  readonly columns: readonly TableColumn[];
  readonly dateColumn: number;
  /** The column that is taken for the close; null while the reader has to choose one. */
  readonly closeColumn: number | null;
  /** The likelier order and mark where there is a question. */
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalMark;
  /** Whether the cells of dates hold times or moments, which are dated in the exchange's zone. */
  readonly hasTimes: boolean;
  /** What the file calls the instrument; absent where it does not, or calls several. */
  readonly symbol?: string;
  /** All instruments that the file names, as it writes them. */
  readonly held: readonly string[];
  readonly questions: readonly FileQuestion[];
  readonly notes: readonly FileNote[];
  /** The first rows of figures, to be shown. */
  readonly preview: readonly (readonly string[])[];
  readonly rowCount: number;
  /** The rows, once nothing is left to ask. */
  rows(): DailyRows;
}

export type FileReading = FileTable | { readonly kind: 'fault'; readonly fault: FileFault };

const PREVIEW = 3;
const OPTIONAL = [
  ['opens', 'open'],
  ['highs', 'high'],
  ['lows', 'low'],
  ['volumes', 'volume'],
] as const;

/** The figures of a column in these rows. */
function figuresOf(cells: TableCells, rows: readonly number[], column: number, mark: DecimalMark): number[] {
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  const isRun = last - first + 1 === rows.length;
  if (mark === 'comma' || !isRun) return rows.map((row) => readFormattedNumber(cells.text(row, column), mark));
  // Where the point is the mark, most figures are read where they stand.
  const figures = cells.figures(column, first).slice(0, rows.length);
  for (let i = 0; i < figures.length; i++) {
    if (figures[i] === Number.POSITIVE_INFINITY) figures[i] = readFormattedNumber(cells.text(first + i, column), mark);
  }
  return figures;
}

function* textsOf(cells: TableCells, rows: readonly number[], columns: readonly TableColumn[]): Generator<string> {
  for (const row of rows) for (const { index } of columns) yield cells.text(row, index);
}

const PRICE_ROLES: ReadonlySet<ColumnRole> = new Set(['open', 'high', 'low', 'close', 'adjusted-close', 'other']);

function decimalOf(
  cells: TableCells,
  rows: readonly number[],
  columns: readonly TableColumn[],
  closeColumn: number | null,
  choices: FileChoices,
): { readonly mark: DecimalMark; readonly question: FileQuestion | null } {
  if (choices.decimal !== undefined) return { mark: choices.decimal, question: null };
  const isPrice = ({ index, role, holds }: TableColumn): boolean =>
    index === closeColumn ||
    (closeColumn === null ? PRICE_ROLES.has(role) && holds === 'figures' : ['open', 'high', 'low'].includes(role));
  const prices = columns.filter(isPrice);
  const others = columns.filter((column) => !isPrice(column) && column.holds === 'figures');
  const verdict = decimalMark(textsOf(cells, rows, prices), () => textsOf(cells, rows, others));
  if (verdict.kind === 'mark') return { mark: verdict.mark, question: null };
  const readings = (['point', 'comma'] as const).map((decimal) => ({
    choice: { decimal },
    value: readFormattedNumber(verdict.example, decimal),
  }));
  return { mark: 'point', question: { about: 'decimal', cell: verdict.example, readings } };
}

function orderQuestion(
  cells: readonly string[],
  shape: TableShape,
  orders: readonly DateOrder[],
  hints: FileHints,
): FileQuestion | null {
  if (orders.length < 2) return null;
  let best: FileQuestion | null = null;
  for (const cell of cells) {
    const seen = new Set<string | null>();
    const readings = orders.flatMap((dateOrder) => {
      const read = readDates([cell], shape.dateForm, dateOrder, hints.zone).dates[0] ?? '';
      const date = isRealDate(read) ? read : null;
      // Of 5/5/25 two orders make the same date.
      if (seen.has(date)) return [];
      seen.add(date);
      return [{ choice: { dateOrder }, date }];
    });
    if (readings.length === orders.length) return { about: 'dateOrder', cell, readings };
    if (readings.length > (best?.readings.length ?? 1)) best = { about: 'dateOrder', cell, readings };
  }
  return best;
}

/** A figure of a column that is kept beside the close, under a mark that the prices leave open for it. */
function optionalColumn(
  cells: TableCells,
  rows: readonly number[],
  column: TableColumn | undefined,
  closeColumn: number,
  mark: DecimalMark,
): number[] | null {
  if (column === undefined || column.index === closeColumn || column.holds !== 'figures') return null;
  const figures = figuresOf(cells, rows, column.index, mark);
  const isRead = figures.some((value) => Number.isFinite(value));
  return isRead ? figures.map((value) => (value === Number.POSITIVE_INFINITY ? Number.NaN : value)) : null;
}

/** Whether the last line is one of headings, with a date among them. */
function isHeaderAlone(cells: TableCells): boolean {
  const last = cells.rows - 1;
  const names = Array.from({ length: Math.max(0, cells.width(last)) }, (_, column) => cells.text(last, column));
  return names.length > 1 && names.some((name) => knownHeading(name)?.role === 'date');
}

/** How a file can be read, or why it cannot. Nothing is guessed: what the file leaves open is a question. */
export function readTable(text: string, hints: FileHints): FileReading {
  const fault = (found: FileFault): FileReading => ({ kind: 'fault', fault: found });
  const body = text.replace(/^\uFEFF/, '');
  const foreign = foreignText(body);
  if (foreign !== null) return fault({ kind: 'not-text', what: foreign });
  const choices = hints.choices ?? {};
  const asked = hints.instrument ?? null;
  const names = hints.names ?? instrumentNames(asked === null ? [] : [asked]);
  const { cells, separator } = separatedCells(body);
  const shape = findTable(cells, names);
  if (shape === null) {
    return fault(
      isHeaderAlone(cells)
        ? { kind: 'no-rows' }
        : { kind: 'no-dates', begins: body.trim().slice(0, 120).replaceAll(/\s+/g, ' ') },
    );
  }
  const selection = selectInstrument(cells, shape, asked, names);
  if (selection.kind === 'fault') return fault(selection.fault);
  const { dateColumn, dateForm, firstRow } = shape;
  if (choices.closeColumn === dateColumn) return fault({ kind: 'column-of-dates', column: dateColumn });
  if (choices.closeColumn !== undefined && choices.closeColumn >= shape.columns.length) {
    return fault({ kind: 'no-such-column', column: choices.closeColumn, columns: shape.columns.length });
  }
  const close = closeColumnOf(cells, firstRow, selection.columns);
  const closeColumn = choices.closeColumn ?? close.column;
  if (closeColumn === null && close.question === null) {
    const headed = shape.columns.find(({ name }) => name !== '' && /close|schlus/i.test(name));
    return fault({ kind: 'no-figures', ...(headed === undefined ? {} : { column: headed.name }) });
  }

  const cellsOfDates: string[] = [];
  for (let row = firstRow; row < cells.rows; row++) cellsOfDates.push(cells.text(row, dateColumn));
  const evidence =
    dateForm === 'written'
      ? possibleOrders(cellsOfDates)
      : { kind: 'orders' as const, orders: ['year-month-day' as const] };
  if (evidence.kind === 'mixed' && choices.dateOrder === undefined)
    return fault({ kind: 'mixed-orders', cells: evidence.cells });
  let orders: readonly DateOrder[] =
    choices.dateOrder !== undefined ? [choices.dateOrder] : evidence.kind === 'orders' ? evidence.orders : [];
  const bodyIn = (order: DateOrder): TableRows =>
    rowsOfTable(cells, shape, selection, closeColumn ?? -1, order, hints.zone);
  let rows = bodyIn(orders[0] ?? 'year-month-day');
  const wide = wideRow(cells, shape, rows.rows);
  if (wide !== null) return fault(wide);
  const decimal = decimalOf(cells, rows.rows, selection.columns, closeColumn, choices);
  if (orders.length > 1) {
    const closes =
      closeColumn === null ? rows.rows.map((_, i) => i) : figuresOf(cells, rows.rows, closeColumn, decimal.mark);
    const candidates = orders.map((order) => ({
      order,
      dates: readDates(
        rows.rows.map((row) => cells.text(row, dateColumn)),
        dateForm,
        order,
        hints.zone,
      ).dates,
    }));
    // Closes that are not settled yet are no evidence of the level.
    const { reference, ...calendar } = hints;
    const isLevelKnown = reference !== undefined && decimal.question === null;
    orders = remainingOrders(candidates, closes, isLevelKnown ? { ...calendar, reference } : calendar);
    rows = bodyIn(orders[0] ?? 'year-month-day');
  }
  const changing = changingTimes(rows.dates.times);
  if (changing !== null) return fault(changing);

  const order = orders[0] ?? 'year-month-day';
  const questions = [
    orderQuestion(cellsOfDates, shape, orders, hints),
    decimal.question,
    choices.closeColumn === undefined ? close.question : null,
  ];
  const role = (wanted: ColumnRole): TableColumn | undefined =>
    selection.columns.find((column) => column.role === wanted);
  const used = new Set([
    dateColumn,
    closeColumn,
    selection.rows?.column,
    ...OPTIONAL.map(([, wanted]) => role(wanted)?.index),
  ]);
  const unused = shape.columns.filter(
    ({ index, name, role: held, symbol }) =>
      !used.has(index) && name !== '' && held !== 'instrument' && (symbol === undefined || selection.held.length < 2),
  );
  const notes: FileNote[] = [
    ...linesAbove(cells, shape),
    ...rows.notes,
    ...close.notes,
    ...(unused.length === 0 ? [] : [{ kind: 'columns-left-out' as const, names: unused.map(({ name }) => name) }]),
    ...(dateForm === 'excel-days'
      ? [{ kind: 'excel-days' as const, cell: cells.text(firstRow, dateColumn), date: rows.dates.dates[0] ?? '' }]
      : []),
    ...(selection.symbol !== undefined && selection.held.length > 1
      ? [
          {
            kind: 'rows-of' as const,
            written: selection.symbol,
            others: selection.held.filter((one) => one !== selection.symbol),
          },
        ]
      : []),
  ];
  return {
    kind: 'table',
    separator,
    columns: selection.columns,
    dateColumn,
    closeColumn,
    dateOrder: order,
    decimal: decimal.mark,
    hasTimes: rows.dates.times.length > 0,
    ...(selection.symbol === undefined ? {} : { symbol: selection.symbol }),
    held: selection.held,
    questions: questions.filter((question) => question !== null),
    notes,
    preview: rows.rows.slice(0, PREVIEW).map((row) => shape.columns.map(({ index }) => cells.text(row, index))),
    rowCount: rows.rows.length,
    rows: () => {
      const column = closeColumn ?? -1;
      const optional: Partial<Record<(typeof OPTIONAL)[number][0], number[]>> = {};
      for (const [name, wanted] of OPTIONAL) {
        const figures = optionalColumn(cells, rows.rows, role(wanted), column, decimal.mark);
        if (figures !== null) optional[name] = figures;
      }
      return { dates: [...rows.dates.dates], closes: figuresOf(cells, rows.rows, column, decimal.mark), ...optional };
    },
  };
}
