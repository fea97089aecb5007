import { moveBetween } from '../returns.ts';
import type { SessionDate } from '../units.ts';
import { type DayFigures, dayFigures } from './day-figures.ts';
import { type Fit, type FitFailure, fitModel } from './fit.ts';
import { ordinaryDays } from './ordinary-days.ts';
import { historyNeeded, type ReactionParameters } from './parameters.ts';
import { type SortedResiduals, sortResiduals } from './ranks.ts';
import type { ReturnPanel } from './return-panel.ts';
import { volatilityBefore } from './volatility.ts';
import { type PartialWindow, type WindowFigures, windowFigures } from './window-figures.ts';

/** What happened in the reaction session itself, as the papers would print it. */
export interface RawMove {
  readonly session: SessionDate;
  readonly close: number;
  readonly baseline: SessionDate;
  readonly baselineClose: number;
  /** Simple move from the baseline's close, as a fraction. */
  readonly move: number;
}

/** How the raw move stands among the raw moves of ordinary days, as a reader would count them in a table. */
export interface RawRank {
  /** Number of ordinary days. */
  readonly T: number;
  /** Of them, those whose simple move was at least as large, up or down. */
  readonly atLeast: number;
}

interface Moved {
  readonly move: RawMove;
  /** Rows of the ordinary days in `panel`. */
  readonly rows: Int32Array;
  readonly panel: ReturnPanel;
}

/** Everything that is said with 60 ordinary days or more. */
export interface Measured extends Moved {
  readonly kind: 'measured';
  /** Fewer than 200 ordinary days. */
  readonly shortHistory: boolean;
  readonly rank: RawRank;
  readonly fit: Fit;
  readonly sorted: SortedResiduals;
  /** Square root of the EWMA variance known before day 0. */
  readonly ewmaSigma: number;
  /** The reported days that are in the data, day 0 among them. */
  readonly days: readonly DayFigures[];
  readonly dayZero: DayFigures;
  readonly windows: readonly (WindowFigures | PartialWindow)[];
  /** Rows of ordinary days whose residual is larger than five robust sigma. */
  readonly shocks: readonly number[];
}

/** What one event did to one instrument, as far as the data go. */
export type Analysis =
  | Measured
  /** 30 to 59 ordinary days: a rank and a spread, no test. `sigma` is the standard deviation of returns. */
  | (Moved & { readonly kind: 'ranked'; readonly rank: RawRank; readonly sigma: number })
  /** Fewer than 30 ordinary days. */
  | (Moved & { readonly kind: 'moved' })
  | (Moved & { readonly kind: 'no-spread'; readonly because: FitFailure });

/** A shock is a residual of more than this many robust sigma. */
export const SHOCK = 5;

function rankOf(panel: ReturnPanel, rows: Int32Array, dayZero: number): RawRank {
  const size = Math.abs(panel.simple[dayZero] ?? Number.NaN);
  let atLeast = 0;
  const { simple } = panel;
  for (let i = 0; i < rows.length; i++) if (Math.abs(simple[rows[i] ?? 0] ?? Number.NaN) >= size) atLeast++;
  return { T: rows.length, atLeast };
}

function shocksAmong(fit: Fit, sorted: SortedResiduals, rows: Int32Array): readonly number[] {
  const limit = SHOCK * sorted.robustSigma;
  const { largest } = sorted;
  if (!(largest > limit) || limit === 0) return [];
  const shocks: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (Math.abs(fit.residuals[i] ?? 0) > limit) shocks.push(rows[i] ?? 0);
  }
  return shocks;
}

/**
 * Measures one event on one instrument. `dayZero` is the row of the reaction
 * session in the panel and at least 1; `leftOut` are rows kept out of the
 * estimation, such as the sessions around other events. The parameters have been
 * checked; for the market models the panel has a benchmark on every row.
 *
 * With fewer than 60 ordinary days no model is fitted, whatever was asked for.
 */
export function analyse(
  panel: ReturnPanel,
  dayZero: number,
  parameters: ReactionParameters,
  leftOut: ReadonlySet<number>,
): Analysis {
  const session = panel.sessions[dayZero];
  const baseline = panel.sessions[dayZero - 1];
  const close = panel.closes[dayZero];
  const baselineClose = panel.closes[dayZero - 1];
  if (session === undefined || baseline === undefined || close === undefined || baselineClose === undefined) {
    throw new RangeError(`Row ${dayZero} has no close with a close before it`);
  }
  const move: RawMove = { session, close, baseline, baselineClose, move: moveBetween(baselineClose, close) };
  const rows = ordinaryDays(dayZero, parameters.estimation, leftOut);
  const T = rows.length;
  if (T < historyNeeded.rank) return { kind: 'moved', move, rows, panel };

  const tested = T >= historyNeeded.tests;
  const fit = fitModel(panel, rows, tested ? parameters.model : 'mean');
  if (typeof fit === 'string') return { kind: 'no-spread', because: fit, move, rows, panel };
  const rank = rankOf(panel, rows, dayZero);
  if (!tested) return { kind: 'ranked', move, rows, panel, rank, sigma: fit.sigma };

  const sorted = sortResiduals(fit.residuals);
  const from = Math.max(1, dayZero + Math.min(0, parameters.days[0]));
  const to = Math.min(panel.sessions.length - 1, dayZero + Math.max(0, parameters.days[1]));
  const volatility = volatilityBefore(panel, fit, rows[0] ?? 1, dayZero, from, to);
  const days: DayFigures[] = [];
  let zero: DayFigures | null = null;
  for (let row = from; row <= to; row++) {
    const figures = dayFigures(panel, fit, sorted, row, row - dayZero, volatility[row - from] ?? Number.NaN);
    if (figures === null) continue;
    days.push(figures);
    if (row === dayZero) zero = figures;
  }
  if (zero === null) throw new RangeError(`The benchmark has no return on ${session}`);
  return {
    kind: 'measured',
    shortHistory: T < historyNeeded.comfortable,
    move,
    rows,
    panel,
    rank,
    fit,
    sorted,
    ewmaSigma: volatility[dayZero - from] ?? Number.NaN,
    days,
    dayZero: zero,
    windows: parameters.windows.map((window) => windowFigures(panel, fit, rows, dayZero, window)),
    shocks: shocksAmong(fit, sorted, rows),
  };
}
