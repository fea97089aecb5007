import type { Measured } from '../../core/reaction/analysis.ts';
import { windowFigures } from '../../core/reaction/window-figures.ts';
import type { OffsetRange } from '../../core/reaction/parameters.ts';

/** One session of the path, and where 95 % of ordinary windows of that length end. Fractions. */
export interface PathPoint {
  /** Sessions from day 0; −1 is the baseline, where the path is zero. */
  readonly day: number;
  readonly value: number;
  /** Half the width of the band around zero. */
  readonly half: number;
}

/**
 * The summed abnormal returns of the sessions around an event, counted from the
 * baseline's close: forwards from day 0, and backwards through the run-up, so
 * that the path reads as the rebased lines do. The band is t₀.₉₇₅·se of a sum
 * of that many sessions, with the error of the fit, and widens both ways.
 * Sessions that the data do not hold are not in it.
 */
export function abnormalPath({ panel, fit, rows, dayZero }: Measured, [from, to]: OffsetRange): PathPoint[] {
  const sum = (window: OffsetRange): { car: number; half: number } | null => {
    const figures = windowFigures(panel, fit, rows, dayZero.row, window);
    return figures.kind === 'partial' ? null : { car: figures.car, half: figures.interval[1] - figures.car };
  };
  const points: PathPoint[] = [];
  for (let day = from; day <= to; day++) {
    if (day === -1) {
      points.push({ day, value: 0, half: 0 });
      continue;
    }
    const figures = sum(day < -1 ? [day + 1, -1] : [0, day]);
    if (figures === null || !Number.isFinite(figures.car)) continue;
    // What came before the baseline is what has to be taken off to get there.
    points.push({ day, value: day < -1 ? -figures.car : figures.car, half: figures.half });
  }
  return points;
}
