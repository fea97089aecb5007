import { historyNeeded } from '../reaction/parameters.ts';

/** Why a session's volume is not told. */
export type NoVolume =
  /** The series has no volumes. */
  | 'no-volumes'
  /** This session has none. */
  | 'no-volume'
  /** It is zero, which no session with trading has. */
  | 'zero'
  /** It is a hundred times an ordinary day's, or a hundredth: a slip of units. */
  | 'absurd'
  /** Fewer than 30 ordinary days have one. */
  | 'short-history';

/** A session's volume among those of ordinary days. */
export interface RelativeVolume {
  readonly volume: number;
  /** Median of the ordinary days' volumes. */
  readonly median: number;
  /** `volume / median`. */
  readonly relative: number;
  /** Ordinary days with a volume, and those of them with at least as much. */
  readonly T: number;
  readonly atLeast: number;
}

/** A volume this many times the median, or as small a part of it, is in another unit. */
const ABSURD = 100;

/** How the volume of one row stands among those of the ordinary rows. */
export function relativeVolume(
  volumes: readonly number[] | undefined,
  row: number,
  ordinary: readonly number[],
): RelativeVolume | NoVolume {
  if (volumes === undefined || !volumes.some((volume) => volume > 0)) return 'no-volumes';
  const volume = volumes[row] ?? Number.NaN;
  if (volume === 0) return 'zero';
  if (!(volume > 0)) return 'no-volume';
  const others = ordinary
    .map((other) => volumes[other] ?? Number.NaN)
    .filter((other) => other > 0)
    .toSorted((a, b) => a - b);
  const T = others.length;
  if (T < historyNeeded.rank) return 'short-history';
  const median = ((others[(T - 1) >> 1] ?? Number.NaN) + (others[T >> 1] ?? Number.NaN)) / 2;
  const relative = volume / median;
  if (relative >= ABSURD || relative <= 1 / ABSURD) return 'absurd';
  return { volume, median, relative, T, atLeast: others.filter((other) => other >= volume).length };
}
