import { tenThousandths } from '../../core/rounded.ts';
import { placeOf, type Shown, type ShownSeries, valueOf } from '../scene/shown.ts';
import type { Scene } from '../scene/scene.ts';
import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import { bySteps } from './by-steps.ts';
import type { ValueLabel } from './panel-annotation.ts';

const SIZE = 12;
const LINE = 14;
/** Half the width of a dot with its rim. */
const DOT = 5;

/** Where a label may stand beside its dot, the best first, in CSS pixels. */
const PLACES: readonly Pick<ValueLabel, 'dx' | 'dy' | 'anchor'>[] = [
  { dx: -9, dy: -7, anchor: 'end' },
  { dx: 9, dy: 17, anchor: 'start' },
  { dx: 9, dy: -8, anchor: 'start' },
  { dx: -9, dy: 17, anchor: 'end' },
  { dx: 0, dy: -11, anchor: 'middle' },
  { dx: 0, dy: 22, anchor: 'middle' },
  { dx: 4, dy: -10, anchor: 'end' },
  { dx: -4, dy: 20, anchor: 'start' },
  { dx: -4, dy: -10, anchor: 'start' },
  { dx: 4, dy: 20, anchor: 'end' },
];

/** Sessions either side whose lines are looked at, and points that each stretch between two is taken for. */
const NEAR = 6;
const POINTS = 8;

type Point = readonly [x: number, y: number];
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A dot that carries its value: where it stands in a plot of `width` × `height`. */
interface Wish {
  readonly fx: number;
  readonly fy: number;
  readonly slot: number;
  readonly text: string;
}

function boxOf({ fx, fy, text }: Wish, place: (typeof PLACES)[number], width: number, height: number): Box {
  const length = textWidth(text, SIZE, 600);
  const x = fx * width + place.dx;
  const left = place.anchor === 'end' ? x - length : place.anchor === 'start' ? x : x - length / 2;
  const y = fy * height + place.dy;
  return [left, y - LINE + 3, left + length, y + 3];
}

const within = ([left, top, right, bottom]: Box, [x, y]: Point, margin: number): boolean =>
  x > left - margin && x < right + margin && y > top - margin && y < bottom + margin;

const meet = (one: Box, other: Box): boolean =>
  one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Whether a label would stand out of the plot by more than the room around it. */
const isOut = ([left, top, right, bottom]: Box, width: number, height: number): boolean =>
  left < -5 || right > width + 5 || top < -4 || bottom > height + 4;

/** Points along the lines around a session, in fractions of the plot. */
function pointsAround(lines: readonly (readonly Point[])[]): Point[] {
  return lines.flatMap((line) =>
    line.slice(1).flatMap(([x, y], index) => {
      const [x0, y0] = line[index] ?? [x, y];
      return Array.from({ length: POINTS + 1 }, (_, step): Point => {
        const part = step / POINTS;
        return [x0 + (x - x0) * part, y0 + (y - y0) * part];
      });
    }),
  );
}

/**
 * The moves of the sessions that react first, each beside its dot where it covers least of the lines, at each step of
 * width. A label stands on no dot and no other label in any of the step's `sizes`: dots that move apart with a plot's
 * height can bring two labels together.
 */
export function valueLabels(
  scene: Scene,
  shown: Shown,
  at: number,
  toX: (place: number) => number,
  toY: (value: number) => number,
  sizes: readonly (readonly Point[])[],
  dots: readonly Pick<Wish, 'fx' | 'fy'>[],
  formats: Formats,
): ValueLabel[] {
  const panel = scene.panels[at];
  if (panel === undefined || panel.unit === 'move') return [];
  const own = shown.series.filter(({ series, from, to }) => series.panel === at && to > from);
  const pointAt = (one: ShownSeries, index: number): Point => [
    toX(placeOf(scene.axis, one, index)),
    toY(valueOf(panel, one, index)),
  ];
  const isIn = ({ from, to }: ShownSeries, index: number): boolean => index >= from && index < to;
  const wishes = own.flatMap((one): Wish[] => {
    const dayZero = one.base + 1;
    const [base, close] = [one.series.y[one.base], one.series.y[dayZero]];
    if (!isIn(one, dayZero) || !isIn(one, one.base) || base === undefined || close === undefined) return [];
    const [fx, fy] = pointAt(one, dayZero);
    return [{ fx, fy, slot: one.series.slot, text: formats.change(close / base - 1) }];
  });
  const lines = own.map((one) => {
    const from = Math.max(one.from, one.base - NEAR);
    const to = Math.min(one.to, one.base + NEAR + 2);
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => pointAt(one, from + index));
  });
  const along = pointsAround(lines);
  return bySteps(
    sizes.map((step) => {
      const plots = step.map(([width, height]) => ({
        width,
        height,
        points: along.map(([x, y]): Point => [x * width, y * height]),
        taken: dots.map(({ fx, fy }): Box => {
          const [x, y] = [fx * width, fy * height];
          return [x - DOT, y - DOT, x + DOT, y + DOT];
        }),
      }));
      // The highest first, so that it looks for its place above the others. One that would stand on another or out of the
      // plot is left out: the end of its line says how far it has come.
      return wishes
        .toSorted((a, b) => a.fy - b.fy)
        .flatMap((wish): ValueLabel[] => {
          const free = PLACES.map((place) => ({
            place,
            boxes: plots.map(({ width, height }) => boxOf(wish, place, width, height)),
          })).filter(({ boxes }) =>
            plots.every(({ width, height, taken }, at) => {
              const box = boxes[at];
              return box !== undefined && !isOut(box, width, height) && !taken.some((other) => meet(box, other));
            }),
          );
          const costs = free.map(({ boxes }) =>
            boxes.reduce(
              (sum, box, at) => sum + (plots[at]?.points.filter((point) => within(box, point, 2)).length ?? 0),
              0,
            ),
          );
          const best = free[costs.indexOf(Math.min(...costs))];
          if (best === undefined) return [];
          for (const [at, box] of best.boxes.entries()) plots[at]?.taken.push(box);
          const { fx, fy, slot, text } = wish;
          return [{ fx: tenThousandths(fx), fy: tenThousandths(fy), slot, text, ...best.place }];
        });
    }),
    'w',
  );
}
