import { moveParts } from '../../core/gap/move-parts.ts';
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
  readonly open: number | null;
  readonly high: number | null;
  readonly low: number | null;
  readonly volume: number | null;
  /** From the close before to the open, and from the open on; null where the open is none that can be told. */
  readonly gap: number | null;
  readonly inSession: number | null;
}

/** Every session that a chart shows: by instrument in the order shown, then by session. */
export function shownRows(model: ChartModel): ShownRow[] {
  return model.series.flatMap((line) => {
    const { sessions, closes } = line.series;
    const base = closes[line.baseIndex];
    const { opens, highs, lows, volumes } = line.series;
    const { gaps, inSession, because } = moveParts(line.series);
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
          open: known(opens?.[index]),
          high: known(highs?.[index]),
          low: known(lows?.[index]),
          volume: known(volumes?.[index]),
          gap: because(index) === null ? known(gaps[index]) : null,
          inSession: because(index) === null ? known(inSession[index]) : null,
        },
      ];
    });
  });
}

function known(figure: number | undefined): number | null {
  return figure === undefined || Number.isNaN(figure) ? null : figure;
}

const COLUMNS = 'session,instrument,close,change_pct,since_baseline_pct,open,high,low,volume,gap_pct,session_pct';

/**
 * The rows as CSV (RFC 4180, but lines end with a newline): percentages are not
 * rounded, a missing value is empty.
 */
export function csvOf(rows: readonly ShownRow[]): string {
  const figure = (value: number | null): string => (value === null ? '' : String(value));
  const percent = (ratio: number | null): string => (ratio === null ? '' : String(ratio * 100));
  const lines = rows.map((row) =>
    [
      row.session,
      row.instrument.id,
      figure(row.close),
      percent(row.change),
      percent(row.sinceBase),
      ...[row.open, row.high, row.low, row.volume].map(figure),
      percent(row.gap),
      percent(row.inSession),
    ].join(','),
  );
  return [COLUMNS, ...lines, ''].join('\n');
}
