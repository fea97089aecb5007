import { abnormalReturn, type Fit, predictionFactor } from './fit.ts';
import type { OffsetRange } from './parameters.ts';
import type { ReturnPanel } from './return-panel.ts';
import { type RollingStanding, rollingStanding } from './rolling-sums.ts';
import { criticalValues, twoSidedP } from './student-t.ts';

/** The abnormal returns of an event window, summed. Returns are fractions. */
export interface WindowFigures {
  readonly kind: 'complete';
  readonly window: OffsetRange;
  /** Sessions in the window. */
  readonly L: number;
  readonly car: number;
  /** Var(CAR) = sigma²·factor, with the error of the fit. */
  readonly factor: number;
  readonly se: number;
  readonly t: number;
  readonly p: number;
  /** 95 % interval of the CAR. */
  readonly interval: readonly [number, number];
  readonly detectable: number;
  readonly rolling: RollingStanding;
  /** Move from the close before the window to its last close, as a fraction. */
  readonly move: number;
  /** Π(1+R) − Π(1+Rm) over the window: a number, no test. Null without the benchmark's closes at both ends. */
  readonly bhar: number | null;
}

/** A window that the data do not hold to its end, or from its start. */
export interface PartialWindow {
  readonly kind: 'partial';
  readonly window: OffsetRange;
  readonly L: number;
  /** Sessions of the window that are in the data. */
  readonly have: number;
}

function growth(closes: readonly number[], from: number, to: number): number {
  return (closes[to] ?? Number.NaN) / (closes[from - 1] ?? Number.NaN);
}

/** The figures of one event window around the row of day 0. */
export function windowFigures(
  panel: ReturnPanel,
  fit: Fit,
  rows: Int32Array,
  dayZero: number,
  window: OffsetRange,
): WindowFigures | PartialWindow {
  const from = dayZero + window[0];
  const to = dayZero + window[1];
  const L = to - from + 1;
  let have = 0;
  let car = 0;
  let marketSum = 0;
  for (let row = Math.max(1, from); row <= Math.min(to, panel.sessions.length - 1); row++) {
    const ar = abnormalReturn(panel, fit, row);
    if (Number.isNaN(ar)) continue;
    have++;
    car += ar;
    marketSum += panel.benchmark?.m[row] ?? Number.NaN;
  }
  if (have < L) return { kind: 'partial', window, L, have };
  const factor = predictionFactor(fit, L, marketSum);
  const se = fit.sigma * Math.sqrt(factor);
  const t = car / se;
  const { t975, t80 } = criticalValues(fit.df);
  const whole = growth(panel.closes, from, to);
  const bhar = panel.benchmark === null ? Number.NaN : whole - growth(panel.benchmark.closes, from, to);
  return {
    kind: 'complete',
    window,
    L,
    car,
    factor,
    se,
    t,
    p: twoSidedP(t, fit.df),
    interval: [car - t975 * se, car + t975 * se],
    detectable: (t975 + t80) * se,
    rolling: rollingStanding(fit.residuals, rows, L, car),
    move: whole - 1,
    bhar: Number.isNaN(bhar) ? null : bhar,
  };
}
