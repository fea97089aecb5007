import { exchanges } from '../../core/exchanges/registry.ts';
import type { PriceSeries, Provenance, SeriesIssue } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import type { Instant, SessionDate } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import type { SessionRange } from '../port/adapter.ts';
import { absentSessions, hasEnded, judgeDates, missingEdges } from './calendar-checks.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import type { Refusal } from '../port/failure.ts';
import { judgeLevels } from './level-checks.ts';
import { orderedRows, type OrderedRows } from './ordered-rows.ts';
import { level } from './session-list.ts';

/** What is known about an answer besides its rows. */
export interface SeriesContext {
  readonly instrument: Instrument;
  readonly range: SessionRange;
  readonly now: Instant;
  readonly provenance: Omit<Provenance, 'zone' | 'lastIsPartial'>;
  /** Issues that the adapter itself has found. */
  readonly issues: readonly SeriesIssue[];
  /** Whether the source always gives all that it has, so that rows outside the range are no surprise. */
  readonly cutsQuietly: boolean;
  readonly earliest: SessionDate | null;
  readonly rowLimit: number | null;
  /** Sessions on which the publisher of the opens has another close. */
  readonly opensDiffer?: readonly SessionDate[];
}

export type BuiltSeries =
  | { readonly kind: 'series'; readonly series: PriceSeries }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

type Columns = Omit<OrderedRows, 'blank' | 'issues' | 'several'>;

function without(rows: Columns, dropped: (index: number) => boolean): Columns {
  const keep = <Value>(column: readonly Value[]): Value[] => column.filter((_, index) => !dropped(index));
  return {
    sessions: keep(rows.sessions),
    closes: keep(rows.closes),
    ...(rows.opens === undefined ? {} : { opens: keep(rows.opens) }),
    ...(rows.highs === undefined ? {} : { highs: keep(rows.highs) }),
    ...(rows.lows === undefined ? {} : { lows: keep(rows.lows) }),
    ...(rows.volumes === undefined ? {} : { volumes: keep(rows.volumes) }),
  };
}

/** Rows of sessions that have not begun, and whether the last row is a session that is still running. */
function unfinished(instrument: Instrument, rows: Columns, now: Instant) {
  const { zone, place } = exchanges[instrument.exchange];
  const today = localDate(zone, now);
  const issues: SeriesIssue[] = [];
  let begun = rows.sessions.length;
  while (begun > 0 && (rows.sessions[begun - 1] ?? '') > today) begun--;
  const future = rows.sessions.slice(begun);
  const kept = future.length === 0 ? rows : without(rows, (index) => index >= begun);
  if (future.length > 0) {
    issues.push({
      kind: 'invalid-row',
      sessions: future,
      sentence: `Rows dated after today, ${today} in ${place}, were left out: ${future.length}.`,
    });
  }
  const last = kept.sessions.at(-1);
  const partial = last !== undefined && !hasEnded(instrument, last, now);
  if (last !== undefined && partial) {
    issues.push({
      kind: 'partial-last-bar',
      sessions: [last],
      sentence: `The session of ${last} in ${place} had not ended when this was fetched: ${level(kept.closes.at(-1) ?? 0)} is not a close yet.`,
    });
  }
  return { rows: kept, partial, issues };
}

/**
 * A validated series from the rows of an answer. Everything that was dropped,
 * repaired or is doubtful stands in its issues. A refusal where no usable row is
 * left, or where the rows as a whole cannot be daily closes.
 */
export function seriesFromRows(rows: DailyRows, context: SeriesContext): BuiltSeries {
  const { instrument, range, now } = context;
  const refusal = (kind: Refusal['kind'], detail?: string): BuiltSeries => ({
    kind: 'refusal',
    refusal: detail === undefined ? { kind } : { kind, detail },
  });
  const ordered = orderedRows(rows, range, context.cutsQuietly);
  if (ordered.several !== undefined) {
    return { kind: 'refusal', refusal: { kind: 'wrong-interval', fault: ordered.several } };
  }
  const { blank } = ordered;
  if (ordered.sessions.length === 0) {
    const [bad] = ordered.issues.flatMap((issue) => (issue.kind === 'invalid-row' ? [issue.sentence] : []));
    return bad === undefined ? refusal('empty') : refusal('malformed', bad.replace(/\.$/, ''));
  }
  const dated = judgeDates(instrument, ordered.sessions, ordered.closes);
  if (dated.unusable !== undefined) return refusal(dated.unusable.kind, dated.unusable.detail);
  const real = dated.phantoms.size === 0 ? ordered : without(ordered, (index) => dated.phantoms.has(index));
  const ended = unfinished(instrument, real, now);
  const { sessions, closes, opens, highs, lows, volumes } = ended.rows;
  if (sessions.length === 0) return refusal('empty');
  const levels = judgeLevels(instrument, ended.rows);
  if (levels.unusable !== undefined) return refusal('malformed', levels.unusable);
  const limits = { earliest: context.earliest, rowLimit: context.rowLimit, rowCount: rows.dates.length };
  return {
    kind: 'series',
    series: {
      instrument: instrument.id,
      exchange: instrument.exchange,
      sessions,
      closes,
      ...(opens === undefined ? {} : { opens }),
      ...(highs === undefined ? {} : { highs }),
      ...(lows === undefined ? {} : { lows }),
      ...(volumes === undefined ? {} : { volumes }),
      ...(context.opensDiffer === undefined ? {} : { opensDiffer: context.opensDiffer }),
      provenance: { ...context.provenance, zone: exchanges[instrument.exchange].zone, lastIsPartial: ended.partial },
      issues: [
        ...context.issues,
        ...ordered.issues,
        ...dated.issues,
        ...absentSessions(instrument, sessions, blank),
        ...missingEdges(instrument, range, sessions, now, limits),
        ...ended.issues,
        ...levels.issues,
      ],
    },
  };
}
