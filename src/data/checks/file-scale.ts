import type { SeriesIssue } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import { sessionDate } from '../../core/units.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { orderedRows } from './ordered-rows.ts';
import { scaleChanges } from './scale-changes.ts';

const ALL = { from: sessionDate('0001-01-01'), to: sessionDate('9999-12-31') };

/**
 * The places at which the rows of a whole file change their scale; null where there are none. A split before the
 * sessions that are charted counts too: the closes on this side of it may be on another scale than those of anybody else.
 */
export function fileScale(instrument: Pick<Instrument, 'kind'>, rows: DailyRows): SeriesIssue | null {
  const { sessions, closes } = orderedRows(rows, ALL, true);
  const changes = scaleChanges(instrument, sessions, closes);
  if (changes.length === 0) return null;
  return { kind: 'change-of-scale', sessions: changes.map(({ after }) => after.session), changes };
}
