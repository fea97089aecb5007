import Papa from 'papaparse';
import { scanNumber } from './scan-number.ts';

/** The cells of a file, by row and column from 0. Rows without any text are not counted. */
export interface CsvCells {
  readonly rows: number;
  /** How many cells a row has. */
  width(row: number): number;
  /** A cell without its quotes; empty where the row is too short. */
  text(row: number, column: number): string;
  /** The plain number in a cell, read where it stands; NaN where the cell holds anything else. */
  number(row: number, column: number): number;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where the cells of a body begin and end. Null where a quote stands inside a cell or a line break inside quotes. */
function indexed(body: string, delimiter: number): CsvCells | null {
  const [starts, ends, firsts]: [number[], number[], number[]] = [[], [], []];
  const { length } = body;
  let at = 0;
  while (at < length) {
    const first = starts.length;
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
          if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
          if (code === QUOTE) return null;
          at++;
        }
        end = at;
      }
      if (end > start) filled = true;
      starts.push(start);
      ends.push(end);
      if (at >= length || body.charCodeAt(at) !== delimiter) break;
      at++;
    }
    if (body.charCodeAt(at) === CARRIAGE_RETURN) at++;
    if (body.charCodeAt(at) === LINE_FEED) at++;
    if (filled) firsts.push(first);
    else starts.length = ends.length = first;
  }
  const rows = firsts.length;
  firsts.push(starts.length);
  const cell = (row: number, column: number): number => {
    const index = (firsts[row] ?? 0) + column;
    return index < (firsts[row + 1] ?? 0) ? index : -1;
  };
  return {
    rows,
    width: (row) => (firsts[row + 1] ?? 0) - (firsts[row] ?? 0),
    text(row, column) {
      const index = cell(row, column);
      return index < 0 ? '' : body.slice(starts[index], ends[index]);
    },
    number(row, column) {
      const index = cell(row, column);
      return index < 0 ? Number.NaN : scanNumber(body, starts[index] ?? 0, ends[index] ?? 0);
    },
  };
}

/**
 * The cells of a CSV body. A body whose quotes enclose whole cells of one line is
 * read here, without a text being made of every cell; any other by the library.
 */
export function csvCells(body: string, delimiter: string): CsvCells {
  const own = indexed(body, delimiter.charCodeAt(0));
  if (own !== null) return own;
  const { data } = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: 'greedy' });
  const text = (row: number, column: number): string => data[row]?.[column] ?? '';
  return {
    rows: data.length,
    width: (row) => data[row]?.length ?? 0,
    text,
    number(row, column) {
      const written = text(row, column);
      return scanNumber(written, 0, written.length);
    },
  };
}
