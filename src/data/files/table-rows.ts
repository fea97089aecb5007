import type { FileNote } from '../../core/series.ts';
import type { ZoneId } from '../../core/units.ts';
import { isRealDate } from '../checks/calendar-date.ts';
import { readDates, type ReadDates } from './date-column.ts';
import type { TableCells } from './delimited-cells.ts';
import type { DateOrder } from './file-choices.ts';
import type { FileFault } from './file-fault.ts';
import type { Selection } from './held-instruments.ts';
import { isFigure } from './read-number.ts';
import type { TableShape } from './table-shape.ts';

/** The rows of the table: where they stand, and the cells of their dates. */
export interface TableRows {
  readonly rows: readonly number[];
  readonly dates: ReadDates;
  readonly notes: readonly FileNote[];
}

function textOf(cells: TableCells, row: number): string {
  return Array.from({ length: cells.width(row) }, (_, column) => cells.text(row, column))
    .join(' ')
    .trim();
}

/** Lines above the table: titles, comments, a line that names the separator. */
export function linesAbove(cells: TableCells, { headerRow, firstRow }: TableShape): FileNote[] {
  const lines: string[] = [];
  for (let row = 0; row < firstRow; row++) {
    const text = textOf(cells, row);
    if (row !== headerRow && text !== '') lines.push(text);
  }
  const [first] = lines;
  return first === undefined ? [] : [{ kind: 'rows-left-out', where: 'above', rows: lines.length, first }];
}

/** The rows from the first one on: a row without a date and without a close is no row of the table. */
export function rowsOfTable(
  cells: TableCells,
  shape: TableShape,
  selection: Selection,
  closeColumn: number,
  order: DateOrder,
  zone: ZoneId,
): TableRows {
  const { dateColumn, firstRow, dateForm } = shape;
  const all: number[] = [];
  const wanted = selection.rows;
  for (let row = firstRow; row < cells.rows; row++) {
    if (wanted === null || wanted.wanted.has(cells.text(row, wanted.column).trim())) all.push(row);
  }
  const read = readDates(
    all.map((row) => cells.text(row, dateColumn)),
    dateForm,
    order,
    zone,
  );
  let last = all.length - 1;
  while (last >= 0 && !isRealDate(read.dates[last] ?? '')) last--;
  const kept: number[] = [];
  const between: string[] = [];
  const below: string[] = [];
  for (const [i, row] of all.entries()) {
    const isRow =
      isRealDate(read.dates[i] ?? '') || (closeColumn >= 0 && i < last && isFigure(cells.text(row, closeColumn)));
    if (isRow) kept.push(i);
    else (i < last ? between : below).push(textOf(cells, row));
  }
  const note = (where: 'between' | 'below', lines: readonly string[]): FileNote[] => {
    const filled = lines.filter((line) => line !== '');
    return filled.length === 0 ? [] : [{ kind: 'rows-left-out', where, rows: filled.length, first: filled[0] ?? '' }];
  };
  const isWhole = kept.length === all.length;
  return {
    rows: isWhole ? all : kept.map((i) => all[i] ?? 0),
    dates: isWhole
      ? read
      : {
          dates: kept.map((i) => read.dates[i] ?? ''),
          times: read.times.length === 0 ? [] : kept.map((i) => read.times[i] ?? ''),
        },
    notes: [...note('between', between), ...note('below', below)],
  };
}

/** The first row with more cells than there are headings; a figure with a separator in it makes two cells of one. */
export function wideRow(
  cells: TableCells,
  { headerRow, dateColumn }: TableShape,
  rows: readonly number[],
): FileFault | null {
  const expected = headerRow === null ? cells.width(rows[0] ?? 0) : cells.width(headerRow);
  for (const row of rows) {
    const width = cells.width(row);
    const isShort = headerRow === null && width < expected;
    if (width <= expected && !isShort) continue;
    const texts = Array.from({ length: Math.min(width, 300) }, (_, column) => cells.text(row, column).trim());
    const isFilled = texts.slice(expected).some((text) => text !== '');
    // A heading may be missing over the first column only where that is no column of figures.
    if (isFilled && dateColumn < expected) return { kind: 'wide-row', cells: texts, expected };
  }
  return null;
}

/** Times of day that change from row to row, on more than the half days of a year. */
export function changingTimes(times: readonly string[]): FileFault | null {
  const counts = new Map<string, number>();
  for (const time of times) counts.set(time, (counts.get(time) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return counts.size >= 4 && most < times.length / 2
    ? { kind: 'times-of-day', times: [...counts.keys()].slice(0, 3) }
    : null;
}
