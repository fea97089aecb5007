import { parseDateCell } from './date-cell.ts';
import { delimitedCells, type TableCells } from './delimited-cells.ts';
import { isFigure } from './read-number.ts';

/** What can stand between cells, the likelier first. */
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** So much of a file tells its separator. */
const HEAD = 4000;

/** How the cells of a file are told apart. */
export interface SeparatedCells {
  readonly cells: TableCells;
  readonly separator: string;
  /** Whether cells stand in quotes, so that a separator can be part of one. */
  readonly isQuoted: boolean;
}

/** Rows of the beginning that have a date and a figure beside it when they are cut there. */
function rowsWithDates(head: string, separator: string): number {
  const cells = delimitedCells(head, separator);
  let found = 0;
  for (let row = 0; row < cells.rows; row++) {
    const texts = Array.from({ length: Math.min(cells.width(row), 40) }, (_, column) => cells.text(row, column));
    if (texts.some((text) => parseDateCell(text) !== null) && texts.filter(isFigure).length > 0) found++;
  }
  return found;
}

/** Rows of the beginning that are cut into more than one cell. */
function rowsCut(head: string, separator: string): number {
  const cells = delimitedCells(head, separator);
  let found = 0;
  for (let row = 0; row < cells.rows; row++) if (cells.width(row) > 1) found++;
  return found;
}

function best(head: string, score: (head: string, separator: string) => number): string | null {
  let most = 0;
  let found: string | null = null;
  for (const separator of SEPARATORS) {
    const count = head.includes(separator) ? score(head, separator) : 0;
    if (count > most) [most, found] = [count, separator];
  }
  return found;
}

/** "Jul 1, 2025,20202.89": the comma within the date is no separator. */
const SPLIT_DATE = /^((?:\p{L}+\.?, )?\p{L}+\.? \d{1,2}), (\d{4})(?=[,;\t|])/gmu;

function headOf(body: string): string {
  if (body.length <= HEAD) return body;
  const end = body.lastIndexOf('\n', HEAD);
  return body.slice(0, end > 0 ? end : HEAD);
}

/** The cells of a file, cut where most rows have a date and a figure beside it. */
export function separatedCells(body: string): SeparatedCells {
  const of = (text: string, separator: string): SeparatedCells => ({
    cells: delimitedCells(text, separator),
    separator,
    isQuoted: text.includes('"'),
  });
  const head = headOf(body);
  const dated = best(head, rowsWithDates);
  if (dated !== null) return of(body, dated);
  // Rarer shapes, each only where the others have no dated row at all.
  if (SPLIT_DATE.test(head)) return of(body.replaceAll(SPLIT_DATE, '$1 $2'), ',');
  const spaced = body.replaceAll(/[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0]*/g, '\t');
  if (rowsWithDates(headOf(spaced), '\t') > 0) return of(spaced, '\t');
  const narrow = body.replaceAll(/[ \u00a0]+/g, '\t');
  if (rowsWithDates(headOf(narrow), '\t') > 0) return of(narrow, '\t');
  return of(body, best(head, rowsCut) ?? ',');
}
