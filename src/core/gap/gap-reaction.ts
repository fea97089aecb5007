import { isHalfDay } from '../exchange.ts';
import { historyNeeded } from '../reaction/parameters.ts';
import type { Reaction } from '../reaction/study-reactions.ts';
import type { PriceSeries } from '../series.ts';
import { type MoveShape, moveShape } from './move-shape.ts';
import { type MoveParts, moveParts, type NoParts, partsAt, type SessionParts } from './move-parts.ts';
import { type PrecededRange, precededBy } from './preceded.ts';
import { type NoVolume, type RelativeVolume, relativeVolume } from './relative-volume.ts';

/** How a part of day 0's move stands among the same part of ordinary days. */
export interface PartRank {
  /** Ordinary days of which the part is known. */
  readonly T: number;
  /** Of them, those on which it was at least as large, up or down. */
  readonly atLeast: number;
}

/** The parts of day 0's move, with their shape and ranks. Descriptive: Holm's correction does not count these looks. */
export interface ToldParts extends SessionParts {
  readonly kind: 'parts';
  readonly shape: MoveShape;
  /** Null with fewer than 30 ordinary days. */
  readonly gapRank: PartRank | null;
  readonly sessionRank: PartRank | null;
}

/** What opens and volumes say of one event on one instrument. */
export interface GapReaction {
  readonly parts: ToldParts | { readonly kind: 'none'; readonly because: NoParts };
  /** An index is computed from its members' first prices, some of them the day before's: its gap is blurred. */
  readonly isBlurred: boolean;
  /** Day 0 is a half day, so that its session part and volume are of fewer hours. */
  readonly isHalfDay: boolean;
  readonly preceded: PrecededRange;
  readonly volume: RelativeVolume | { readonly kind: 'none'; readonly because: NoVolume };
}

function rankOf(values: Float64Array, row: number, ordinary: readonly number[]): PartRank | null {
  const size = Math.abs(values[row] ?? Number.NaN);
  const known = ordinary.map((other) => Math.abs(values[other] ?? Number.NaN)).filter((other) => !Number.isNaN(other));
  if (known.length < historyNeeded.rank) return null;
  return { T: known.length, atLeast: known.filter((other) => other >= size).length };
}

/**
 * The gap, the session part and the volume of a reaction's day 0, each held
 * against its own kind on the ordinary days of the reaction. `series` is the
 * instrument's own, from which the reaction was measured.
 */
export function gapReaction(
  { analysis, instrument, mapping }: Reaction,
  series: PriceSeries,
  known: MoveParts = moveParts(series),
): GapReaction {
  const row = mapping.dayZeroIndex;
  const sessions = new Set([...analysis.rows].map((ordinary) => analysis.panel.sessions[ordinary]));
  const ordinary = series.sessions.flatMap((session, index) => (sessions.has(session) ? index : []));
  const parts = partsAt(series, known, row);
  const volume = relativeVolume(series.volumes, row, ordinary);
  return {
    parts:
      typeof parts === 'string'
        ? { kind: 'none', because: parts }
        : {
            kind: 'parts',
            ...parts,
            shape: moveShape(parts),
            gapRank: rankOf(known.gaps, row, ordinary),
            sessionRank: rankOf(known.inSession, row, ordinary),
          },
    isBlurred: instrument.kind === 'index',
    isHalfDay: isHalfDay(series.exchange, mapping.dayZero),
    preceded: precededBy(mapping),
    volume: typeof volume === 'string' ? { kind: 'none', because: volume } : volume,
  };
}
