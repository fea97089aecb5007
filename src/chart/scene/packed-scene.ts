import { thousandths } from '../../core/rounded.ts';
import { firstIndex } from '../../core/first-index.ts';
import { BAR_PITCH, barZeroOf, dateOf, dayOf, type Scene, type SceneSeries } from './scene.ts';

/**
 * A scene as it stands in a page, without what the page's geometry holds anyway: the path of a line is its closes, and
 * its places are days, or indices that follow from the dates.
 */
export interface PackedScene extends Omit<Scene, 'series' | 'slots'> {
  readonly slots: PackedDates;
  readonly series: readonly PackedSeries[];
}

export interface PackedSeries extends Omit<SceneSeries, 'sessions' | 'x' | 'y' | 'gaps'> {
  readonly sessions: PackedDates;
  /** Where bars begin, in the units of the geometry; and whether some of them are in parts. */
  readonly bars?: readonly [zero: number, hasGaps: boolean];
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
    series: scene.series.map(({ x: _x, y: _y, gaps, sessions, ...rest }) => ({
      ...rest,
      sessions: packDates(sessions),
      ...(rest.mark === 'bar' && { bars: [barZeroOf(scene), gaps !== undefined] as const }),
    })),
  };
}

/** A number of a path, as `src/app/bake/clean-geometry.ts` writes it. */
const NUMBER = /-?(?:\d+(?:\.\d+)?|\.\d+)/g;

/** Points of a line "M x,y l dx,dy …": each is counted from the one before. */
function linePoints(path: string): Drawn[] {
  const numbers = (path.match(NUMBER) ?? []).map(Number);
  let [x, y] = [0, 0];
  const points: Drawn[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    x = thousandths(x + (numbers[index] ?? 0));
    y = thousandths(y + (numbers[index + 1] ?? 0));
    points.push({ x, y });
  }
  return points;
}

/** A point or a bar of a path. */
interface Drawn {
  readonly x: number;
  readonly y: number;
  /** Where a bar begins, if a part of the move comes before it: in percent. */
  readonly gap?: number;
}

/** Bars "M x,start v -value z m step,rise v …": strokes or outlines, which leave the pen where they began. */
function barPoints(path: string, zero: number): Drawn[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mm])([^vM]+)v([^hz]+)/g)].map(([, move, to = '', rise]) => {
    const [across = 0, down = 0] = (to.match(NUMBER) ?? []).map(Number);
    [x, y] = move === 'M' ? [across, down] : [x + across, y + down];
    const start = zero - y;
    const end = start - Number(rise);
    const slot = Math.floor(x / BAR_PITCH);
    // The second part of a bar stands right of the middle of its slot, a whole one in it.
    const isPart = x - slot * BAR_PITCH > BAR_PITCH / 2;
    return { x: slot, y: thousandths(end), gap: isPart ? thousandths(start) : Number.NaN };
  });
}

/**
 * The scene of a page. `pathOf` gives the path that a series' line or bars, or the bars of its gaps, are drawn with. Rows that a line leaves out are NaN; a bar
 * that is left out has no height.
 */
export function unpackScene(packed: PackedScene, pathOf: (series: number, mark: 'line' | 'gap') => string): Scene {
  const slots = unpackDates(packed.slots);
  const slotOf = new Map(slots.map((date, slot) => [date, slot]));
  const { axis, origin } = packed;
  return {
    ...packed,
    slots,
    series: packed.series.map(({ bars, ...one }, number): SceneSeries => {
      const sessions = unpackDates(one.sessions);
      const x = sessions.map((date) => slotOf.get(date) ?? Number.NaN);
      const y = sessions.map(() => (bars ? 0 : Number.NaN));
      const gaps = bars?.[1] ? sessions.map(() => Number.NaN) : undefined;
      const path = pathOf(number, 'line');
      // A part of a session without any height is not drawn: it is the other one's end, or begins at zero.
      const gapBars =
        gaps && bars
          ? barPoints(pathOf(number, 'gap'), bars[0]).map(({ x: at, y: end }) => ({ x: at, y: end, gap: end }))
          : [];
      for (const point of [...gapBars, ...(bars ? barPoints(path, bars[0]) : linePoints(path))]) {
        let index = point.x - (one.first ?? 0);
        if (axis !== 'offset') {
          const date = (axis === 'slot' ? slots[point.x] : dateOf(origin, point.x)) ?? '';
          index = firstIndex(0, sessions.length, (at) => (sessions[at] ?? '') >= date);
        }
        x[index] = point.x;
        y[index] = point.y;
        if (gaps) gaps[index] = point.gap ?? Number.NaN;
      }
      return { ...one, sessions, x, y, ...(gaps && { gaps }) };
    }),
  };
}
