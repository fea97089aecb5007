import { moveBetween } from '../../core/returns.ts';
import type { Instrument } from '../../core/study.ts';
import type { Ratio, SessionDate } from '../../core/units.ts';
import { kinds } from '../kinds/kinds.ts';
import type { ChartModel } from './chart-model.ts';

/** One session of one instrument, as the table and the CSV show it. Null where there is no value. */
export interface ShownRow {
  readonly session: SessionDate;
  readonly instrument: Instrument;
  readonly close: number;
  /** Since the session before; null for the first session of the data. */
  readonly change: Ratio | null;
  /** Since the base that the reader chose. */
  readonly sinceBase: Ratio;
}

/** Every session that a chart shows: by instrument in the order shown, then by session. */
export function shownRows(model: ChartModel): ShownRow[] {
  return model.series.flatMap((line) => {
    const { sessions, closes } = line.series;
    const base = closes[line.baseIndex];
    return kinds[model.view.chart].rows(model, line).flatMap((index): ShownRow[] => {
      const [session, close, before] = [sessions[index], closes[index], closes[index - 1]];
      if (session === undefined || close === undefined || base === undefined) return [];
      return [
        {
          session,
          instrument: line.instrument,
          close,
          change: before === undefined ? null : moveBetween(before, close),
          sinceBase: moveBetween(base, close),
        },
      ];
    });
  });
}

/**
 * The rows as CSV (RFC 4180, but lines end with a newline): percentages are not
 * rounded, a missing value is empty.
 */
export function csvOf(rows: readonly ShownRow[]): string {
  const percent = (ratio: Ratio | null): string => (ratio === null ? '' : String(ratio * 100));
  const lines = rows.map(({ session, instrument, close, change, sinceBase }) =>
    [session, instrument.id, String(close), percent(change), percent(sinceBase)].join(','),
  );
  return ['session,instrument,close,change_pct,since_baseline_pct', ...lines, ''].join('\n');
}
