import Papa from 'papaparse';
import { scanNumber } from './scan-number.ts';

/** The cells of a file, by row and column from 0. Rows without any text are not counted. */
export interface TableCells {
  readonly rows: number;
  /** How many cells a row has. */
  width(row: number): number;
  /** A cell without its quotes; empty where the row is too short. */
  text(row: number, column: number): string;
  /** The figures of a column from the row `first` on, each as `scanNumber` reads it; NaN where a row is too short. */
  figures(column: number, first: number): number[];
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Twice as long, with the same values at its beginning. */
function doubled(places: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(places.length * 2);
  longer.set(places);
  return longer;
}

/** Where the cells of a body begin and end. Null where a quote stands inside a cell or a line break inside quotes. */
function indexed(body: string, delimiter: number): TableCells | null {
  // Of every cell the place where it begins and the one before which it ends.
  let places = new Int32Array(64 + 2 * (body.length >> 3));
  let count = 0;
  const firsts: number[] = [];
  const { length } = body;
  let at = 0;
  while (at < length) {
    const first = count;
    let filled = false;
    for (;;) {
      let start = at;
      let end: number;
      if (body.charCodeAt(at) === QUOTE) {
        end = body.indexOf('"', at + 1);
        if (end < 0) return null;
        start = at + 1;
        at = end + 1;
        const next = body.charCodeAt(at);
        if (at < length && next !== delimiter && next !== LINE_FEED && next !== CARRIAGE_RETURN) return null;
        for (let i = start; i < end; i++) if (body.charCodeAt(i) === LINE_FEED) return null;
      } else {
        let code = 0;
        while (at < length) {
          code = body.charCodeAt(at);
          if (code === delimiter) break;
          // Most characters are digits: those after the quote in the code table are part of the cell.
          if (code <= QUOTE) {
            if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
            if (code === QUOTE) return null;
          }
          at++;
        }
        end = at;
      }
      if (end > start) filled = true;
      if (count * 2 === places.length) places = doubled(places);
      places[count * 2] = start;
      places[count * 2 + 1] = end;
      count++;
      if (at >= length || body.charCodeAt(at) !== delimiter) break;
      at++;
    }
    if (body.charCodeAt(at) === CARRIAGE_RETURN) at++;
    if (body.charCodeAt(at) === LINE_FEED) at++;
    if (filled) firsts.push(first);
    else count = first;
  }
  const rows = firsts.length;
  firsts.push(count);
  const cell = (row: number, column: number): number => {
    const index = (firsts[row] ?? 0) + column;
    return index < (firsts[row + 1] ?? 0) ? index : -1;
  };
  return {
    rows,
    width: (row) => (firsts[row + 1] ?? 0) - (firsts[row] ?? 0),
    text(row, column) {
      const index = cell(row, column);
      return index < 0 ? '' : body.slice(places[index * 2], places[index * 2 + 1]);
    },
    figures(column, first) {
      const found: number[] = [];
      const at = places;
      for (let row = first; row < rows; row++) {
        const index = (firsts[row] ?? 0) + column;
        const isThere = index < (firsts[row + 1] ?? 0);
        found.push(isThere ? scanNumber(body, at[index * 2] ?? 0, at[index * 2 + 1] ?? 0) : Number.NaN);
      }
      return found;
    },
  };
}

/**
 * The cells of a CSV body. A body whose quotes enclose whole cells of one line is
 * read here, without a text being made of every cell; any other by the library.
 */
export function delimitedCells(body: string, delimiter: string): TableCells {
  const own = indexed(body, delimiter.charCodeAt(0));
  if (own !== null) return own;
  const { data } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: 'greedy' });
  const text = (row: number, column: number): string => data[row]?.[column] ?? '';
  return {
    rows: data.length,
    width: (row) => data[row]?.length ?? 0,
    text,
    figures: (column, first) =>
      data.slice(first).map((row) => {
        const written = row[column] ?? '';
        return scanNumber(written, 0, written.length);
      }),
  };
}
