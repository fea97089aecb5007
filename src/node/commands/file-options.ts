import type { DateOrder, FileChoices } from '../../data/files/file-choices.ts';
import { oneOf, WrongUsage } from './series-arguments.ts';

const text = { type: 'string' } as const;

/** Options that say how a file is read where it leaves that open. */
export const FILE_OPTIONS = { 'date-order': text, decimal: text, 'close-column': text } as const;

/** Their lines in a usage. */
export const FILE_USAGE = `  --date-order ORDER   month-day-year, day-month-year or year-month-day, for files that leave it open
  --decimal MARK       point or comma, for files that leave it open
  --close-column N     the column of the closes, counted from 1, for files that leave it open`;

const ORDERS: readonly DateOrder[] = ['month-day-year', 'day-month-year', 'year-month-day'];

/** What those options say. Throws WrongUsage for anything else. */
export function choicesOf(values: { readonly [name: string]: string | boolean | undefined }): FileChoices {
  const order = values['date-order'];
  const decimal = values['decimal'];
  const column = values['close-column'];
  if (typeof column === 'string' && !/^[1-9]\d*$/.test(column)) {
    throw new WrongUsage(`--close-column is "${column}"; expected a number from 1.`);
  }
  return {
    ...(typeof order === 'string' ? { dateOrder: oneOf('date-order', order, ORDERS) } : {}),
    ...(typeof decimal === 'string' ? { decimal: oneOf('decimal', decimal, ['point', 'comma'] as const) } : {}),
    ...(typeof column === 'string' ? { closeColumn: Number(column) - 1 } : {}),
  };
}
