import Papa from 'papaparse';
import type { Closes } from '../../core/reaction/return-panel.ts';
import { isSessionDate, type SessionDate } from '../../core/units.ts';

/** Closes read from a file, or what is wrong with it and where, as one line for standard error. */
export type PriceFile =
  | { readonly kind: 'closes'; readonly closes: Closes }
  | { readonly kind: 'unusable'; readonly sentence: string };

const SHOWN = 40;

/** Closes outside of these are slips: moves between them could not be told as numbers. */
const [SMALLEST, LARGEST] = [1e-6, 1e12];

/**
 * Reads a file with the header `date,close`: other columns are skipped, quotes, a
 * byte order mark and any line ends are taken, rows may ascend or descend. A row
 * that cannot be a close, or has more cells than the header, makes the file
 * unusable: leaving it out would make one session of two, and the cell after a
 * comma too many is another one.
 */
export function readPriceFile(name: string, text: string): PriceFile {
  const unusable = (sentence: string): PriceFile => ({ kind: 'unusable', sentence: `${name}: ${sentence}` });
  const [head = [], ...lines] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' }).data;
  const header = head.map((cell) => cell.trim().toLowerCase());
  const [dateColumn, closeColumn] = [header.indexOf('date'), header.indexOf('close')];
  if (dateColumn < 0 || closeColumn < 0) {
    return unusable(`the header is "${head.join(',').slice(0, SHOWN)}"; expected columns named date and close.`);
  }
  const rows: { session: SessionDate; close: number; line: number }[] = [];
  for (const [i, given] of lines.entries()) {
    const cells = given.map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) continue;
    const line = i + 2;
    const date = cells[dateColumn] ?? '';
    const written = cells[closeColumn] ?? '';
    if (!isSessionDate(date)) {
      return unusable(`line ${line} has the date "${date.slice(0, SHOWN)}"; expected YYYY-MM-DD, such as 2025-07-15.`);
    }
    if (cells.slice(header.length).some((cell) => cell !== '')) {
      return unusable(
        `line ${line} (${date}) has ${cells.length} cells, and the header ${header.length}; expected as many. ` +
          'Write a close without separators of thousands.',
      );
    }
    const close = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
    if (!(close >= SMALLEST && close <= LARGEST)) {
      const expected = close > 0 ? `from ${SMALLEST} to ${LARGEST}` : 'above zero with a decimal point';
      return unusable(
        `line ${line} (${date}) has the close "${written.slice(0, SHOWN)}"; expected a number ${expected}. ` +
          'Correct the row, or take it out if there was no session.',
      );
    }
    rows.push({ session: date, close, line });
  }
  if (rows.length === 0) return unusable('there is no row below the header.');
  const [first, last] = [rows[0], rows.at(-1)];
  if (first !== undefined && last !== undefined && first.session > last.session) rows.reverse();
  for (let i = 1; i < rows.length; i++) {
    const [before, row] = [rows[i - 1], rows[i]];
    if (before === undefined || row === undefined || before.session < row.session) continue;
    const isTwice = before.session === row.session;
    const what = isTwice ? 'the same date as' : 'a date out of order after';
    const remedy = isTwice ? 'Take one of the two out.' : 'Sort the rows by date.';
    return unusable(
      `line ${row.line} has ${what} line ${before.line} (${row.session}); expected one row per session, in order. ${remedy}`,
    );
  }
  return {
    kind: 'closes',
    closes: { sessions: rows.map(({ session }) => session), closes: rows.map(({ close }) => close) },
  };
}
