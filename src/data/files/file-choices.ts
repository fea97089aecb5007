import type { DecimalMark } from './read-number.ts';

/** Order in which a file writes the parts of its dates. */
export type DateOrder = 'year-month-day' | 'month-day-year' | 'day-month-year';

/** How a reader wants a file read where the file itself leaves it open. */
export interface FileChoices {
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  /** Index of the column that holds the closes, from 0. */
  readonly closeColumn?: number;
}
