/**
 * Where the table in a file is, told by its cells and not by its first line: the
 * column with the most dates is the one of the dates, the first row that has one
 * and a figure is the first row, and of the rows above it the one with the most
 * known words is the header. What stands above and below is no part of it.
 */
import type { TableCells } from './delimited-cells.ts';
import { type DateForm, isDateIn } from './date-column.ts';
import { type ColumnRole, knownHeading } from './heading-words.ts';
import { type InstrumentNames, looksLikeSymbol } from './instrument-names.ts';
import { bareFigure, isFigure } from './read-number.ts';

export interface TableColumn {
  readonly index: number;
  /** As the file heads it; empty where it does not. */
  readonly name: string;
  readonly role: ColumnRole;
  /** Of two closes the one with the lower rank is meant. */
  readonly rank: number;
  /** The instrument that the heading, or a row of headings, names for this column. */
  readonly symbol?: string;
  /** Whether its cells are figures, words, whole numbers that only count the rows, or nothing. */
  readonly holds: 'figures' | 'words' | 'counter' | 'nothing';
}

export interface TableShape {
  readonly dateColumn: number;
  readonly dateForm: DateForm;
  readonly columns: readonly TableColumn[];
  /** Index of the first row of figures. */
  readonly firstRow: number;
  /** Index of the row of headings; null where there is none. */
  readonly headerRow: number | null;
}

const FEW = 40;
const MANY = 400;
/** So far above the first row a row of headings can stand. */
const HEADER_ROWS = 6;

interface DatesAt {
  readonly column: number;
  readonly form: DateForm;
}

function widest(cells: TableCells, rows: number): number {
  let width = 0;
  for (let row = 0; row < rows; row++) width = Math.max(width, cells.width(row));
  return Math.min(width, 300);
}

function isHeadedAsDate(cells: TableCells, column: number, rows: number): boolean {
  for (let row = 0; row < rows; row++) if (knownHeading(cells.text(row, column))?.role === 'date') return true;
  return false;
}

/** The column with most dates in the first rows; where several have as many the one that is headed so, then the first. */
function datesIn(cells: TableCells, sample: number, form: DateForm): DatesAt | null {
  const rows = Math.min(cells.rows, sample);
  let best: { column: number; count: number; headed: boolean } | null = null;
  for (let column = 0; column < widest(cells, rows); column++) {
    let count = 0;
    for (let row = 0; row < rows; row++) if (isDateIn(form, cells.text(row, column))) count++;
    if (count === 0) continue;
    const headed = isHeadedAsDate(cells, column, Math.min(rows, FEW));
    if (form !== 'written' && !headed && !(column === 0 && climbs(cells, rows, form))) continue;
    if (best === null || count > best.count || (count === best.count && headed && !best.headed)) {
      best = { column, count, headed };
    }
  }
  return best === null ? null : { column: best.column, form };
}

/** Whether the numbers of the first column go one way, as dates do and prices do not. */
function climbs(cells: TableCells, rows: number, form: DateForm): boolean {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    const cell = cells.text(row, 0);
    if (isDateIn(form, cell)) found.push(Number(cell));
  }
  const steps = found.slice(1).map((value, i) => Math.sign(value - (found[i] ?? 0)));
  return found.length >= 3 && (steps.every((step) => step > 0) || steps.every((step) => step < 0));
}

function findDates(cells: TableCells): DatesAt | null {
  for (const sample of cells.rows > FEW ? [FEW, MANY] : [FEW]) {
    for (const form of ['written', 'epoch', 'excel-days'] as const) {
      const found = datesIn(cells, sample, form);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Whether a cell is a figure in some reading, or says that one is missing. */
function isValue(cell: string): boolean {
  return isFigure(cell) || (cell.trim() !== '' && bareFigure(cell) === null);
}

/** The first row with a date and a figure; where no row has both, the first with a date and any other cell. */
function firstRowOf(cells: TableCells, { column, form }: DatesAt): number | null {
  let dated: number | null = null;
  for (let row = 0; row < Math.min(cells.rows, MANY); row++) {
    if (!isDateIn(form, cells.text(row, column)) || cells.width(row) < 2) continue;
    dated ??= row;
    for (let other = 0; other < cells.width(row); other++) {
      if (other !== column && isValue(cells.text(row, other))) return row;
    }
  }
  return dated;
}

function filled(cells: TableCells, row: number): string[] {
  return Array.from({ length: cells.width(row) }, (_, column) => cells.text(row, column).trim()).filter(
    (text) => text !== '',
  );
}

/** The row of headings: of the rows above the one with most known words, else the next one if it can be one. */
function headerOf(cells: TableCells, firstRow: number, names: InstrumentNames): number | null {
  let best: number | null = null;
  let most = 0;
  for (let row = firstRow - 1; row >= Math.max(0, firstRow - HEADER_ROWS); row--) {
    let known = 0;
    // The name of an instrument alone makes no row of headings: it may stand over them.
    for (const text of filled(cells, row)) {
      if (headed(text, names).role !== 'other' && names(text) === null) known++;
    }
    if (known > most) [best, most] = [row, known];
  }
  // One word in a row of title lines is no header, where the row next to the figures has as many cells as they.
  if (best !== null) return best;
  const next = firstRow - 1;
  if (next < 0 || filled(cells, next).length < 2) return null;
  return cells.width(next) >= 2 ? next : null;
}

interface Heading {
  readonly role: ColumnRole;
  readonly rank: number;
  readonly symbol?: string;
}

/** What a heading says: a known word, an instrument, or both beside each other ("Close ^IXIC", "NVDA.Close"). */
export function headed(text: string, names: InstrumentNames): Heading {
  const known = knownHeading(text);
  if (known !== null) return known;
  const trimmed = text.trim();
  if (trimmed === '') return { role: 'other', rank: 0 };
  if (names(trimmed) !== null) return { role: 'close', rank: 0, symbol: trimmed };
  for (const match of trimmed.matchAll(/[\s_.,|:/()[\]-]+/g)) {
    const [before, after] = [trimmed.slice(0, match.index), trimmed.slice(match.index + match[0].length)];
    for (const [word, rest] of [
      [before, after.replace(/[)\]]$/, '')],
      [after.replace(/[)\]]$/, ''), before],
    ] as const) {
      const role = knownHeading(word);
      if (role === null || role.role === 'date' || role.role === 'instrument' || rest === '') continue;
      if (names(rest) !== null || looksLikeSymbol(rest)) return { ...role, symbol: rest };
    }
  }
  return { role: 'other', rank: 0 };
}

/** A row beside the headings that names an instrument over each column; empty where there is none. */
function symbolsBeside(cells: TableCells, header: number, firstRow: number, dates: number, names: InstrumentNames) {
  for (let row = Math.max(0, header - 2); row < firstRow; row++) {
    if (row === header) continue;
    const first = cells.text(row, dates).trim();
    const isNamed = knownHeading(first)?.role === 'instrument';
    if (first !== '' && !isNamed) continue;
    const texts = filled(cells, row).filter((text) => text !== first);
    if (
      texts.length === 0 ||
      !texts.every((text) => names(text) !== null || (looksLikeSymbol(text) && !isFigure(text)))
    )
      continue;
    // A merged cell names the columns up to the next one.
    let last = '';
    const width = Math.max(cells.width(row), cells.width(header));
    return Array.from({ length: width }, (_, column) => {
      const text = column === dates ? '' : cells.text(row, column).trim();
      if (text !== '') last = text;
      return column === dates ? '' : last;
    });
  }
  return [];
}

/** What the cells of a column are, by the first rows that have a date. */
function holds(cells: TableCells, column: number, dates: DatesAt, firstRow: number): TableColumn['holds'] {
  const values: string[] = [];
  for (let row = firstRow; row < Math.min(cells.rows, firstRow + FEW); row++) {
    if (!isDateIn(dates.form, cells.text(row, dates.column))) continue;
    const text = cells.text(row, column).trim();
    if (bareFigure(text) !== null) values.push(text);
  }
  if (values.length === 0) return 'nothing';
  const figures = values.filter(isFigure).length;
  if (figures * 2 < values.length) return 'words';
  const steps = values.slice(1).map((value, i) => Number(value) - Number(values[i]));
  // Rows are counted from 0 or 1, or back to it; a price that climbs by one is none.
  const ends = [Number(values[0]), Number(values.at(-1))];
  const isRun = steps.every((step) => step === 1) || steps.every((step) => step === -1);
  const isCounter = isRun && values.length >= 2 && (values.length >= 10 || ends.some((end) => end === 0 || end === 1));
  return isCounter ? 'counter' : 'figures';
}

function columnOf(
  cells: TableCells,
  index: number,
  shape: { readonly dates: DatesAt; readonly header: number | null; readonly firstRow: number },
  beside: string | undefined,
  names: InstrumentNames,
): TableColumn {
  const { dates, header, firstRow } = shape;
  const name = header === null ? '' : cells.text(header, index).trim();
  if (index === dates.column) return { index, name, role: 'date', rank: 0, holds: 'words' };
  const what = holds(cells, index, dates, firstRow);
  const found = headed(name, names);
  const symbol = found.symbol ?? (beside === undefined || beside === '' ? undefined : beside);
  let { role } = found;
  // A second column of dates or times is not the one that the rows are dated by; words are no prices.
  if (role === 'date') role = 'ignored';
  if (what === 'words' && role !== 'instrument')
    role = isInstrumentColumn(cells, index, firstRow, names) ? 'instrument' : 'ignored';
  if (what === 'counter' && role === 'other') role = 'ignored';
  if (what === 'figures' && role === 'other' && beside !== undefined && beside !== '') role = 'close';
  return { index, name, role, rank: found.rank, holds: what, ...(symbol === undefined ? {} : { symbol }) };
}

/** Whether the words of a column are names of instruments. */
function isInstrumentColumn(cells: TableCells, column: number, firstRow: number, names: InstrumentNames): boolean {
  for (let row = firstRow; row < Math.min(cells.rows, firstRow + FEW); row++) {
    if (names(cells.text(row, column)) !== null) return true;
  }
  return false;
}

/** The table in a file; null where no column holds dates beside a figure. */
export function findTable(cells: TableCells, names: InstrumentNames): TableShape | null {
  const dates = findDates(cells);
  const firstRow = dates === null ? null : firstRowOf(cells, dates);
  if (dates === null || firstRow === null) return null;
  const header = headerOf(cells, firstRow, names);
  const beside = header === null ? [] : symbolsBeside(cells, header, firstRow, dates.column, names);
  let width = header === null ? 0 : cells.width(header);
  for (let row = firstRow; row < Math.min(cells.rows, firstRow + FEW); row++) width = Math.max(width, cells.width(row));
  const shape = { dates, header, firstRow };
  const columns = Array.from({ length: Math.min(width, 300) }, (_, index) =>
    columnOf(cells, index, shape, beside[index], names),
  );
  return { dateColumn: dates.column, dateForm: dates.form, columns, firstRow, headerRow: header };
}
