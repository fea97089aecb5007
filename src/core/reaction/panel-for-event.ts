import type { SessionDate } from '../units.ts';
import { ordinaryDays } from './ordinary-days.ts';
import { historyNeeded, type Model, type ReactionParameters } from './parameters.ts';
import { type Closes, ownSessions, type ReturnPanel, sharedSessions } from './return-panel.ts';

/** Why the constant mean stands in for the model that was asked for. */
export type Fallback = 'no-benchmark' | 'benchmark-gap' | 'benchmark-short';

export interface EventPanel {
  readonly panel: ReturnPanel;
  /** Row of day 0 in the panel. */
  readonly dayZero: number;
  readonly model: Model;
  readonly fallback: Fallback | null;
  /** Rows of the sessions that are kept out of the estimation. */
  readonly leftOut: ReadonlySet<number>;
}

function rowsOf(sessions: readonly SessionDate[], wanted: readonly SessionDate[]): ReadonlySet<number> {
  return new Set(wanted.map((session) => sessions.indexOf(session)).filter((row) => row >= 0));
}

/** Whether the sessions around day 0 that the parameters report are the same in both panels. */
function sameAround(own: ReturnPanel, at: number, shared: ReturnPanel, row: number, parameters: ReactionParameters) {
  const ranges = [...parameters.windows, parameters.days, [0, 0] as const];
  const from = Math.min(...ranges.map((range) => range[0])) - 1;
  const to = Math.max(...ranges.map((range) => range[1]));
  for (let offset = from; offset <= to; offset++) {
    if (own.sessions[at + offset] !== shared.sessions[row + offset]) return false;
  }
  return true;
}

/**
 * The returns on which one event is measured, and the model that they bear. The
 * market models join the benchmark on the instrument's own dates; where it is
 * missing, has no close on a session around the event, or leaves fewer than 60
 * ordinary days although the instrument has them, the constant mean is used.
 */
export function panelForEvent(
  instrument: Closes,
  benchmark: Closes | null,
  dayZeroIndex: number,
  parameters: ReactionParameters,
  leftOut: readonly SessionDate[],
): EventPanel {
  const own = ownSessions(instrument, benchmark, parameters.returns);
  const mean = (fallback: Fallback | null): EventPanel => ({
    panel: own,
    dayZero: dayZeroIndex,
    model: 'mean',
    fallback,
    leftOut: rowsOf(own.sessions, leftOut),
  });
  if (parameters.model === 'mean') return mean(null);
  if (benchmark === null) return mean('no-benchmark');
  const panel = sharedSessions(instrument, benchmark, parameters.returns);
  const session = own.sessions[dayZeroIndex];
  const dayZero = session === undefined ? -1 : panel.sessions.indexOf(session);
  if (dayZero < 1 || !sameAround(own, dayZeroIndex, panel, dayZero, parameters)) return mean('benchmark-gap');
  const rows = rowsOf(panel.sessions, leftOut);
  const count = (at: number, out: ReadonlySet<number>) => ordinaryDays(at, parameters.estimation, out).length;
  if (
    count(dayZero, rows) < historyNeeded.tests &&
    count(dayZeroIndex, rowsOf(own.sessions, leftOut)) >= historyNeeded.tests
  ) {
    return mean('benchmark-short');
  }
  return { panel, dayZero, model: parameters.model, fallback: null, leftOut: rows };
}
