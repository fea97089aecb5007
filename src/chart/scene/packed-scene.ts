import { firstIndex } from './first-index.ts';
import { BAR_PITCH, dateOf, dayOf, type Scene, type SceneSeries } from './scene.ts';

/**
 * A scene as it stands in a page, without what the page's geometry holds anyway: the path of a line is its closes, and
 * its places are days, or indices that follow from the dates.
 */
export interface PackedScene extends Omit<Scene, 'series' | 'slots'> {
  readonly slots: PackedDates;
  readonly series: readonly PackedSeries[];
}

export interface PackedSeries extends Omit<SceneSeries, 'sessions' | 'x' | 'y'> {
  readonly sessions: PackedDates;
}

/** The first date, and the days from each date to the next in base 36; what is longer stands in brackets. */
export type PackedDates = readonly [first: string, gaps: string];

const DAY = 86_400_000;
const MOST = 35;

function packDates(dates: readonly string[]): PackedDates {
  const gaps = dates.slice(1).map((date, index) => {
    const days = dayOf(dates[index] ?? '', date);
    return days > MOST ? `(${days})` : days.toString(MOST + 1);
  });
  return [dates[0] ?? '', gaps.join('')];
}

function unpackDates([first, gaps]: PackedDates): string[] {
  if (first === '') return [];
  let at = Date.parse(first);
  const dates = [first];
  for (const [gap, long] of gaps.matchAll(/\((\d+)\)|./g)) {
    at += (long === undefined ? Number.parseInt(gap, MOST + 1) : Number(long)) * DAY;
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}

/** What is written into the page. */
export function packScene(scene: Scene): PackedScene {
  return {
    ...scene,
    slots: packDates(scene.slots),
    series: scene.series.map(({ x: _x, y: _y, sessions, ...rest }) => ({ ...rest, sessions: packDates(sessions) })),
  };
}

/** Numbers of a path, in the order written. */
const NUMBER = /-?[\d.]+/g;

/** The points of a drawn line or of drawn bars: what `src/chart/drawing` made of a series' places and values. */
function pointsOf(path: string, mark: SceneSeries['mark']): { x: number; y: number }[] {
  const numbers = (path.match(NUMBER) ?? []).map(Number);
  const points: { x: number; y: number }[] = [];
  const at = (index: number): number => numbers[index] ?? Number.NaN;
  if (mark === 'line') for (let index = 0; index < numbers.length; index += 2) points.push({ x: at(index), y: at(index + 1) });
  // A bar is "M left,zero v -value h width V zero z".
  else
    for (let index = 0; index < numbers.length; index += 5)
      points.push({ x: (at(index) + at(index + 3) / 2) / BAR_PITCH - 0.5, y: -at(index + 2) });
  return points;
}

/** The scene of a page. `pathOf` gives the path that a series is drawn with. Rows that it leaves out are NaN. */
export function unpackScene(packed: PackedScene, pathOf: (series: number) => string): Scene {
  const slots = unpackDates(packed.slots);
  const { axis, origin } = packed;
  return {
    ...packed,
    slots,
    series: packed.series.map((one, number): SceneSeries => {
      const sessions = unpackDates(one.sessions);
      const [x, y] = [sessions.map(() => Number.NaN), sessions.map(() => Number.NaN)];
      let index = 0;
      for (const point of pointsOf(pathOf(number), one.mark)) {
        if (axis === 'offset') index = point.x - (one.first ?? 0);
        else {
          const date = axis === 'slot' ? slots[Math.round(point.x)] : dateOf(origin, point.x);
          index = firstIndex(index, sessions.length, (at) => (sessions[at] ?? '') >= (date ?? ''));
        }
        x[index] = point.x;
        y[index] = point.y;
      }
      return { ...one, sessions, x, y };
    }),
  };
}
