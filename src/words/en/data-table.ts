import type { ShownRow } from '../../chart/model/shown-rows.ts';

/** Heads of the columns of a chart's table, besides the session's. */
export const COLUMN_HEADS: Readonly<Record<Exclude<keyof ShownRow, 'session' | 'instrument'>, string>> = {
  open: 'Open',
  high: 'High',
  low: 'Low',
  close: 'Close',
  volume: 'Volume',
  change: 'On the day',
  gap: 'To the open',
  inSession: 'From the open',
  sinceBase: 'Since base',
};
export const SESSION_HEAD = 'Session';
/** Of the first session of the data. */
export const NO_CLOSE_BEFORE = 'no close before';

/** What the rows of an instrument are: "points; sessions by their date in New York". */
export const rowsOf = (unit: string, place: string): string => `${unit}; sessions by their date in ${place}`;
