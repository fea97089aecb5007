import { moveBetween } from '../returns.ts';
import type { PriceSeries } from '../series.ts';

/**
 * A move from close to close has two parts: the gap, from the close before to
 * the open, and the session, from the open to the close, so that
 * (1 + gap)(1 + session) = 1 + move. Sources send opens that are none; what is
 * told of a session here rests on an open that the other figures bear out.
 */

/** Why a session's gap and session part are not told. */
export type NoParts =
  /** The series has no opens. */
  | 'no-opens'
  /** Every open is the close before it: the source has none and fills them in. */
  | 'opens-are-closes-before'
  /** Every open is its own session's close. */
  | 'opens-are-closes'
  /** The opens are in another unit than the closes, or adjusted otherwise. */
  | 'other-scale'
  /** This session has no open. */
  | 'no-open'
  /** This session's open lies outside of its low and high. */
  | 'outside-range'
  /** Open, high, low and close are one figure: the session was halted, or only its close is known. */
  | 'flat'
  /** The publisher of the opens has another close for this session. */
  | 'publishers-differ'
  /** There is no close before the first session. */
  | 'no-close-before';

/** The parts of one session's move, as fractions. */
export interface SessionParts {
  readonly open: number;
  readonly closeBefore: number;
  readonly close: number;
  readonly gap: number;
  readonly inSession: number;
  readonly move: number;
}

/** The parts of every session of a series, by row. */
export interface MoveParts {
  /** NaN where there is no usable open. Holds sessions of which two publishers differ: their distance is far below an ordinary gap. */
  readonly gaps: Float64Array;
  readonly inSession: Float64Array;
  /** Why nothing is told of a row; null where something is. */
  readonly because: (row: number) => NoParts | null;
  /** Why nothing is told of any row; null where something is of one. */
  readonly absent: NoParts | null;
}

/** Rounding of a source's own decimals: 34.45000076 may stand beside a high of 34.45. */
const TOLERANCE = 1e-5;
/** Half of all gaps are far below this: a typical open further from the close before is of another scale. */
const TYPICAL_GAP = 0.02;
/** No market opens further than this from the close before and from its own close at once. */
const FURTHEST = 1.5;
/** Fewer opens than this show no habit. */
const HABIT = 5;

function isFar(open: number, reference: number): boolean {
  const ratio = open / reference;
  return ratio > FURTHEST || ratio < 1 / FURTHEST;
}

function ofRow({ opens, highs, lows, closes }: PriceSeries, row: number): NoParts | null {
  const open = opens?.[row] ?? Number.NaN;
  const close = closes[row] ?? Number.NaN;
  const before = closes[row - 1] ?? Number.NaN;
  if (!(open > 0) || open === Number.POSITIVE_INFINITY) return 'no-open';
  if (Number.isNaN(before)) return 'no-close-before';
  if (isFar(open, before) && isFar(open, close)) return 'other-scale';
  const [high, low] = [highs?.[row] ?? Number.NaN, lows?.[row] ?? Number.NaN];
  const slack = open * TOLERANCE;
  if (open > high + slack || open < low - slack) return 'outside-range';
  return high === low && open === high && close === high ? 'flat' : null;
}

function habit({ closes, opens }: PriceSeries, rows: readonly number[]): NoParts | null {
  if (rows.length < HABIT) return null;
  const open = (row: number): number => opens?.[row] ?? Number.NaN;
  if (rows.every((row) => open(row) === closes[row - 1])) return 'opens-are-closes-before';
  if (rows.every((row) => open(row) === closes[row])) return 'opens-are-closes';
  const distances = rows.map((row) => Math.abs(open(row) / (closes[row - 1] ?? Number.NaN) - 1));
  const typical = distances.toSorted((a, b) => a - b)[rows.length >> 1] ?? 0;
  return typical > TYPICAL_GAP ? 'other-scale' : null;
}

/** What every row of a series can tell of its gap and session part. */
export function moveParts(series: PriceSeries): MoveParts {
  const { closes, opens, sessions, opensDiffer = [] } = series;
  const rows = sessions.map((_, row) => row);
  const has = (row: number): boolean => (opens?.[row] ?? Number.NaN) > 0;
  const absent = rows.some(has)
    ? habit(
        series,
        rows.filter((row) => row > 0 && has(row)),
      )
    : 'no-opens';
  const reasons = rows.map((row) => absent ?? ofRow(series, row));
  const part = (from: (row: number) => number, to: (row: number) => number): Float64Array =>
    Float64Array.from(rows, (row) => (reasons[row] === null ? to(row) / from(row) - 1 : Number.NaN));
  const open = (row: number): number => opens?.[row] ?? Number.NaN;
  const close = (row: number): number => closes[row] ?? Number.NaN;
  const differing = new Set(opensDiffer);
  return {
    gaps: part((row) => close(row - 1), open),
    inSession: part(open, close),
    because(row) {
      const session = sessions[row];
      const reason = reasons[row] ?? null;
      return reason === null && session !== undefined && differing.has(session) ? 'publishers-differ' : reason;
    },
    absent,
  };
}

/** The parts of the move of one row, or why they are not told. */
export function partsAt(series: PriceSeries, parts: MoveParts, row: number): SessionParts | NoParts {
  const because = parts.because(row);
  if (because !== null) return because;
  const [open, close, closeBefore] = [series.opens?.[row], series.closes[row], series.closes[row - 1]];
  if (open === undefined || close === undefined || closeBefore === undefined) return 'no-open';
  return {
    open,
    closeBefore,
    close,
    gap: parts.gaps[row] ?? Number.NaN,
    inSession: parts.inSession[row] ?? Number.NaN,
    move: moveBetween(closeBefore, close),
  };
}
