import type { Closes } from '../../core/reaction/return-panel.ts';
import { isSessionDate, type SessionDate } from '../../core/units.ts';

/** Closes read from a file, or what is wrong with it and where, as one line for standard error. */
export type PriceFile =
  | { readonly kind: 'closes'; readonly closes: Closes }
  | { readonly kind: 'unusable'; readonly sentence: string };

const SHOWN = 40;

/**
 * Reads a file with the header `date,close`: other columns are skipped, a byte
 * order mark and CRLF are taken, rows may ascend or descend. A row that cannot
 * be a close makes the file unusable, because leaving it out would make one
 * session of two.
 */
export function readPriceFile(name: string, text: string): PriceFile {
  const unusable = (sentence: string): PriceFile => ({ kind: 'unusable', sentence: `${name}: ${sentence}` });
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = (lines[0] ?? '').split(',').map((cell) => cell.trim().toLowerCase());
  const [dateColumn, closeColumn] = [header.indexOf('date'), header.indexOf('close')];
  if (dateColumn < 0 || closeColumn < 0) {
    return unusable(`the header is "${(lines[0] ?? '').slice(0, SHOWN)}"; expected columns named date and close.`);
  }
  const rows: { session: SessionDate; close: number; line: number }[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    const cells = line.split(',').map((cell) => cell.trim());
    const date = cells[dateColumn] ?? '';
    const written = cells[closeColumn] ?? '';
    if (!isSessionDate(date)) {
      return unusable(`line ${i + 1} has the date "${date.slice(0, SHOWN)}"; expected YYYY-MM-DD, such as 2025-07-15.`);
    }
    const close = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
    if (!(close > 0) || !Number.isFinite(close)) {
      return unusable(
        `line ${i + 1} (${date}) has the close "${written.slice(0, SHOWN)}"; expected a number above zero with a decimal point. ` +
          'Correct the row, or take it out if there was no session.',
      );
    }
    rows.push({ session: date, close, line: i + 1 });
  }
  if (rows.length === 0) return unusable('there is no row below the header.');
  const [first, last] = [rows[0], rows.at(-1)];
  if (first !== undefined && last !== undefined && first.session > last.session) rows.reverse();
  for (let i = 1; i < rows.length; i++) {
    const [before, row] = [rows[i - 1], rows[i]];
    if (before === undefined || row === undefined || before.session < row.session) continue;
    const what = before.session === row.session ? 'the same date as' : 'a date out of order after';
    return unusable(
      `line ${row.line} has ${what} line ${before.line} (${row.session}); expected one row per session, in order.`,
    );
  }
  return {
    kind: 'closes',
    closes: { sessions: rows.map(({ session }) => session), closes: rows.map(({ close }) => close) },
  };
}
