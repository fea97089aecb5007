import { tenThousandths } from '../../core/rounded.ts';
import type { SessionDate } from '../../core/units.ts';
import {
  BAR_PITCH,
  barZeroOf,
  dayOf,
  type Choice,
  type Scene,
  type SceneEvent,
  type ScenePanel,
} from '../scene/scene.ts';
import { type Extent, placeOf, type Shown, shownOf, valueOf } from '../scene/shown.ts';
import { formatsFor, type Formats } from '../text/formats.ts';
import { bySteps } from './by-steps.ts';
import { dateTicks, type Tick } from './date-ticks.ts';
import { endRoom, endsOf, placeEnds } from './end-labels.ts';
import { offsetTicks } from './offset-ticks.ts';
import {
  type AxisLabel,
  type Band,
  type Dot,
  type Marker,
  type PanelAnnotation,
  type Steps,
} from './panel-annotation.ts';
import { titlesOf } from './panel-titles.ts';
import { LOW, panelRows, rowsHeight } from './panel-rows.ts';
import { leftGutter, likelySizes, stepBelow } from './plot-room.ts';
import { type MarkerWish, placeMarkers } from './place-markers.ts';
import { valueLabels } from './value-labels.ts';
import { axisLabel, gridOf, verticalAxis } from './vertical-axis.ts';

/** A narrow panel is read with a finger, which needs more room from marker to marker. */
const FINGER = 600;
const SPACING = { finger: 44, pointer: 28 } as const;
/** Where an event stands on the axis of a panel: [from, to]; null where it is not known. */
function eventExtent(scene: Scene, shown: Shown, panel: number, event: SceneEvent): Extent | null {
  if (scene.axis === 'time') return [event.from, event.to];
  const places = shown.series.flatMap((one) => {
    const dayZero = one.series.dayZeros[event.id];
    const isHere = scene.axis === 'slot' || one.series.panel === panel;
    return dayZero === undefined || !isHere || one.to <= one.from ? [] : [placeOf(scene.axis, one, dayZero)];
  });
  if (places.length === 0) return null;
  const low = Math.min(...places);
  // Bars of both markets share the axis: the first session that could react is the event's.
  return [low - 0.5, (scene.axis === 'slot' ? low : Math.max(...places)) + 0.5];
}

/** The events that a panel shows. */
function eventsOf(scene: Scene, { around }: ScenePanel): readonly SceneEvent[] {
  return around === undefined ? scene.events : scene.events.filter(({ id }) => id === around.event);
}

/** All that stands over the geometry of a scene's panels, for a choice and for panels of some sizes. */
export function annotate(scene: Scene, choice: Choice, steps: Steps): PanelAnnotation[] {
  const shown = shownOf(scene, choice);
  const formats = formatsFor(scene.language);
  return scene.panels.map((panel, at) => annotatePanel(scene, choice, shown, panel, at, steps, formats));
}

function annotatePanel(
  scene: Scene,
  choice: Choice,
  shown: Shown,
  panel: ScenePanel,
  at: number,
  steps: Steps,
  formats: Formats,
): PanelAnnotation {
  const x = shown.x[at] ?? [0, 1];
  const axis = verticalAxis(scene, shown, at);
  const toX = (place: number): number => (place - x[0]) / (x[1] - x[0]);
  const toY = (value: number): number => (axis.high - value) / (axis.high - axis.low);
  const isAlone = panel.around !== undefined;
  const hasAxis = isAlone || at === scene.panels.length - 1;
  const hasLane = isAlone || at === 0;
  const own = shown.series.filter(({ series, from, to }) => series.panel === at && to > from);

  const placed = eventsOf(scene, panel).flatMap((event) => {
    const extent = eventExtent(scene, shown, at, event);
    return extent !== null && extent[1] >= x[0] && extent[0] <= x[1] ? [{ event, extent }] : [];
  });
  const hasFoot = hasAxis && placed.some(({ event }) => event.kind === 'confounder');
  const isStacked = scene.panels.length > 1 && !isAlone;
  const least = isStacked ? LOW.stacked : LOW.single;
  const isLow = (height: number): boolean => height < least;
  const chrome = (height: number): number =>
    rowsHeight(panelRows({ isStacked, hasHeading: isAlone, hasLane, hasFoot, hasAxis }, isLow(height)));
  const plotHeights = steps.heights.map((height) => Math.max(30, height - chrome(height)));

  const write = axisLabel(panel, choice.scale, axis.step, formats);
  // As many lines as in every panel of the step, so that a chart that comes back to its opening range is the baked one.
  const grid = gridOf(
    axis,
    steps.heights.map((height) => Math.max(30, stepBelow(height) - chrome(stepBelow(height)))),
    write,
  );
  // Panels above one another keep their plots in line.
  const left = leftGutter(scene, choice, shown, isAlone ? [at] : scene.panels.map((_, other) => other), formats);
  const ends = endsOf(scene, shown, at, toY, formats, steps);
  const right = endRoom(
    isAlone ? ends : scene.panels.flatMap((_, other) => endsOf(scene, shown, other, toY, formats, steps)),
    steps,
  );
  const plotWidths = steps.widths.map((width, step) => Math.max(30, width - left - (right[step] ?? 8)));

  const wishes = (kind: SceneEvent['kind']): readonly { event: SceneEvent; middle: number }[] =>
    placed
      .filter(({ event }) => event.kind === kind)
      .map(({ event, extent }) => ({ event, middle: Math.min(1, Math.max(0, toX((extent[0] + extent[1]) / 2))) }));
  const lane = (kind: SceneEvent['kind']): Marker[] =>
    bySteps(
      plotWidths.map((width, step) =>
        placeMarkers(
          wishes(kind).map(({ event, middle }): MarkerWish => ({ event, x: middle * width })),
          {
            width,
            low: -Math.min(14, left),
            high: width + Math.min(14, right[step] ?? 0),
            spacing: (steps.widths[step] ?? 0) < FINGER ? SPACING.finger : SPACING.pointer,
          },
        ),
      ),
      'w',
    );
  const markers = [...(hasLane ? lane('event') : []), ...(hasFoot ? lane('confounder') : [])];

  const dots: Dot[] = own.flatMap((one) => {
    if (panel.unit === 'move') return [];
    const kinds = [
      [one.to - 1, 'end'],
      [one.base, 'base'],
      [one.base + 1, 'reaction'],
    ] as const;
    return kinds.flatMap(([index, kind]) =>
      index >= one.from && index < one.to
        ? [
            {
              fx: tenThousandths(toX(placeOf(scene.axis, one, index))),
              fy: tenThousandths(toY(valueOf(panel, one, index))),
              slot: one.series.slot,
              kind,
            },
          ]
        : [],
    );
  });

  return {
    heading: panel.around?.title ?? null,
    titles: titlesOf(scene, choice, panel, own, markers, steps, plotWidths, left, hasLane ? least : 0, formats),
    x,
    y: [axis.low, axis.high],
    viewBox: viewBoxOf(scene, x, axis),
    lines: own.map((one) => lineOf(scene, panel, one, toX)),
    left,
    right,
    hasLane,
    hasFoot,
    hasAxis,
    grid: grid.map((line) => ({ ...line, fy: tenThousandths(line.fy) })),
    ticks: hasAxis ? ticksOf(scene, shown, x, toX, plotWidths, left, right, formats) : [],
    bands: placed.flatMap(({ event, extent }): Band[] => {
      if (event.kind === 'confounder') return [];
      const [from, to] = [Math.max(0, toX(extent[0])), Math.min(1, toX(extent[1]))];
      return [
        {
          fx: tenThousandths(from),
          width: tenThousandths(to - from),
          event: event.id,
          kind: event.isCentre ? 'centre' : 'event',
        },
      ];
    }),
    dots,
    values: valueLabels(
      scene,
      shown,
      at,
      toX,
      toY,
      plotWidths.map((width, step) => likelySizes(width, step, steps, plotHeights)),
      dots,
      formats,
    ),
    ends: placeEnds(
      ends.map((end) => ({ ...end, fy: tenThousandths(end.fy) })),
      plotHeights,
    ),
    markers,
  };
}

/** The part of the geometry in sight. It counts slots in pitches of bars, and values downwards. */
function viewBoxOf(
  scene: Scene,
  [low, high]: Extent,
  { low: bottom, high: top }: { low: number; high: number },
): PanelAnnotation['viewBox'] {
  const { axis } = scene;
  const [pitch, offset, zero] = axis === 'slot' ? [BAR_PITCH, 0.5, barZeroOf(scene)] : [1, 0, 0];
  return [exact((low + offset) * pitch), exact(zero - top), exact((high - low) * pitch), exact(top - bottom)];
}

/** How a line's closes come onto the axis of its panel: one affine map; and the path of its reaction in closes. */
function lineOf(
  scene: Scene,
  panel: ScenePanel,
  one: Shown['series'][number],
  toX: (place: number) => number,
): PanelAnnotation['lines'][number] {
  const { series, base, from, to } = one;
  const number = scene.series.indexOf(series);
  if (series.mark === 'bar') return { series: number, transform: '', stroke: '', inSight: [0, 1] };
  const factor = panel.unit === 'rebased' ? 100 / (series.y[base] ?? Number.NaN) : 1;
  const shift = scene.axis === 'offset' ? -base - 1 : 0;
  const hasBoth = base >= from && base + 1 < to;
  const point = (index: number): string => `${series.x[index]},${series.y[index]}`;
  return {
    series: number,
    transform: `matrix(1 0 0 ${Number((-factor).toPrecision(9))} ${shift} 0)`,
    stroke: hasBoth ? `M${point(base)}L${point(base + 1)}` : '',
    inSight: [
      tenThousandths(toX(placeOf(scene.axis, one, from))),
      tenThousandths(toX(placeOf(scene.axis, one, to - 1))),
    ],
  };
}

function ticksOf(
  scene: Scene,
  shown: Shown,
  x: Extent,
  toX: (place: number) => number,
  plotWidths: readonly number[],
  left: number,
  right: readonly number[],
  formats: Formats,
): AxisLabel[] {
  const dates = scene.axis === 'offset' ? [] : datesOf(scene, shown);
  const placeOfDate = (date: SessionDate): number =>
    scene.axis === 'slot' ? scene.slots.indexOf(date) : dayOf(scene.origin, date) + 0.5;
  return bySteps(
    plotWidths.map((width, step) => {
      const toPixel = (place: number): number => toX(place) * width;
      const bounds = [-left, width + Math.min(right[step] ?? 0, 30)] as const;
      const ticks: Tick[] =
        scene.axis === 'offset'
          ? offsetTicks(x, toPixel, bounds, formats)
          : dateTicks(dates, placeOfDate, toPixel, bounds, formats);
      return ticks.map(({ value, label }) => ({ fx: tenThousandths(toX(value)), label }));
    }),
    'w',
  );
}

/** From this many sessions on an axis labels months. */
const MANY = 260;

/** Session dates in sight, once, ascending. */
function datesOf(scene: Scene, shown: Shown): SessionDate[] {
  if (scene.axis === 'slot') {
    const [low, high] = shown.x[0] ?? [0, 0];
    return scene.slots.slice(Math.ceil(low), Math.floor(high) + 1) as SessionDate[];
  }
  const lists = shown.series.map(({ series, from, to }) => series.sessions.slice(from, to));
  const longest = lists.reduce((most, list) => (list.length > most.length ? list : most), []);
  // Where months are labelled, a holiday of one market is no matter.
  const dates = longest.length > MANY ? longest : [...new Set(lists.flat())].toSorted();
  return dates as SessionDate[];
}

function exact(value: number): number {
  return Number(value.toPrecision(9));
}
