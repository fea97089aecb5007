import type { Analysis } from '../../core/reaction/analysis.ts';
import type { SessionDate } from '../../core/units.ts';
import { niceTicks } from '../layout/nice-ticks.ts';

/** One ordinary day as a block of the distribution. */
export interface DayBlock {
  readonly session: SessionDate;
  /** Simple move of the day, as a fraction. */
  readonly move: number;
  /** Whether it moved at least as much as the event's day, up or down. */
  readonly atLeast: boolean;
  readonly column: number;
  /** Place in its column, from 0 at the bottom. */
  readonly level: number;
}

/** A stack of blocks: those that moved less at the bottom. */
export interface DayColumn {
  readonly less: number;
  readonly atLeast: number;
}

/** Ordinary days stacked by the size of their move, on an axis that has zero in its middle. */
export interface OrdinaryDaysLayout {
  /** In the order of their moves, from the largest fall to the largest rise. */
  readonly blocks: readonly DayBlock[];
  readonly columns: readonly DayColumn[];
  /** Blocks in the tallest column; at least 1. */
  readonly tallest: number;
  /** Greatest move on the axis, up and down, as a fraction. */
  readonly reach: number;
  readonly ticks: readonly number[];
  /** The event's day. */
  readonly move: number;
}

/** An odd number, so that days that hardly moved stand in the middle. */
const COLUMNS = 61;
const MOST_TICKS = 5;

/** Where a move stands on the axis, 0 to 1 from left to right. */
export function shareOf(move: number, reach: number): number {
  return Math.min(1, Math.max(0, (move / reach + 1) / 2));
}

/** Size of the largest move among the ordinary days and the event's own day, as a fraction. */
export function largestMove({ panel, rows, move: { move } }: Analysis): number {
  const sizes = [...rows].map((row) => Math.abs(panel.simple[row] ?? 0)).filter(Number.isFinite);
  return Math.max(Math.abs(move), ...sizes);
}

/**
 * Arranges the ordinary days of an analysis. Null where there are none. Days
 * are counted as a reader would count them: by their simple moves. The axis
 * reaches at least as far as `least`, so that two markets can share a scale.
 */
export function ordinaryDaysLayout(analysis: Analysis, least = 0): OrdinaryDaysLayout | null {
  const {
    panel,
    rows,
    move: { move },
  } = analysis;
  const days = [...rows].flatMap((row) => {
    const session = panel.sessions[row];
    const own = panel.simple[row] ?? Number.NaN;
    return session === undefined || !Number.isFinite(own) ? [] : [{ session, move: own }];
  });
  if (days.length === 0) return null;
  const largest = Math.max(least, largestMove(analysis));
  const reach = largest === 0 ? 0.01 : largest * 1.04;
  const columns = Array.from({ length: COLUMNS }, () => ({ less: 0, atLeast: 0 }));
  const placed = days
    .map((day) => ({
      ...day,
      atLeast: Math.abs(day.move) >= Math.abs(move),
      column: Math.min(COLUMNS - 1, Math.floor(shareOf(day.move, reach) * COLUMNS)),
    }))
    .toSorted((a, b) => a.move - b.move);
  for (const { column, atLeast } of placed) {
    const stack = columns[column];
    if (stack !== undefined) stack[atLeast ? 'atLeast' : 'less'] += 1;
  }
  const filled = columns.map(() => ({ less: 0, atLeast: 0 }));
  const blocks = placed.map((day): DayBlock => {
    const stack = filled[day.column];
    const below = day.atLeast ? (columns[day.column]?.less ?? 0) : 0;
    const kind = day.atLeast ? 'atLeast' : 'less';
    const level = below + (stack?.[kind] ?? 0);
    if (stack !== undefined) stack[kind] += 1;
    return { ...day, level };
  });
  return {
    blocks,
    columns,
    tallest: Math.max(1, ...columns.map(({ less, atLeast }) => less + atLeast)),
    reach,
    ticks: niceTicks(-reach, reach, MOST_TICKS),
    move,
  };
}

/** Index of the block nearest to a place, given as shares of the axis and as a level; blocks of one column come first. */
export function blockAt(layout: OrdinaryDaysLayout, share: number, level: number): number {
  const column = share * layout.columns.length - 0.5;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, block] of layout.blocks.entries()) {
    const away = Math.round(Math.abs(block.column - column)) * 1000 + Math.abs(block.level - level);
    if (away < least) {
      least = away;
      best = index;
    }
  }
  return best;
}
