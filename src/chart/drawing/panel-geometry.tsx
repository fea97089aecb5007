import { memo } from 'react';
import { Bar, ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { BAR_PITCH, BAR_WIDTH, barZeroOf, reactingRows, type Scene, type SceneSeries } from '../scene/scene.ts';
import { baseIndexOf } from '../scene/shown.ts';
import { referenceOf } from '../layout/vertical-axis.ts';
import { thinned } from './thinned.ts';

/**
 * The geometry of one panel, drawn by Recharts in the units of its data: horizontally days, sessions or bars,
 * vertically closes. CSS stretches it; which part of it is in sight is its `viewBox`, and how closes come onto the axis
 * is each line's `transform`, both of which the annotation sets (`src/chart/layout/annotate.ts`). So neither a range nor
 * a base nor a size draws anything anew.
 *
 * Another mark is another Recharts element here: on the axis `close` it is given in closes and drawn like a line, on
 * `shown` in what the reader's axis counts. Strokes are in CSS pixels (`vector-effect`). A dot would be stretched: dots
 * and texts stand in the annotation.
 */
export const PanelGeometry = memo(function PanelGeometry({ scene, panel }: { scene: Scene; panel: number }) {
  const own = scene.series.flatMap((series, index) => (series.panel === panel ? [{ series, index }] : []));
  const isBars = own.some(({ series: { mark } }) => mark === 'bar');
  const width = widthOf(scene);
  const height = isBars ? barZeroOf(scene) : heightOf(own.map(({ series }) => series));
  const about = scene.panels[panel];
  const rows = own.flatMap(({ series }) => (series.mark === 'bar' ? barRows(scene, series) : NO_ROWS));
  const across = {
    hide: true,
    type: 'number',
    dataKey: 'x',
    domain: [0, width],
    ticks: NO_TICKS,
    interval: 0,
  } as const;
  const reference = about === undefined ? null : referenceOf(about);
  return (
    <ComposedChart
      width={width}
      height={isBars ? 2 * height : height}
      data={rows}
      margin={NO_MARGIN}
      barGap={0}
      accessibilityLayer={false}
      className="mr-geometry"
      {...STRETCHED}
    >
      <XAxis {...across} />
      {isBars ? BAR_AXES.map((id) => <XAxis key={id} xAxisId={id} {...across} />) : null}
      <YAxis yAxisId="close" hide type="number" domain={[height, 0]} allowDataOverflow ticks={NO_TICKS} interval={0} />
      <YAxis yAxisId="shown" hide type="number" domain={[-height, isBars ? height : 0]} ticks={NO_TICKS} interval={0} />
      {bandsOf(scene, panel).map(({ event, from, to, isCentre }) => (
        <ReferenceArea
          key={event}
          yAxisId="shown"
          x1={from}
          x2={to}
          y1={-height}
          y2={height}
          ifOverflow="visible"
          className="mr-extent"
          fill="var(--ink)"
          fillOpacity={isCentre ? 0.12 : 0.06}
        />
      ))}
      {reference === null ? null : (
        <ReferenceLine
          yAxisId="shown"
          segment={[
            { x: -width, y: reference },
            { x: 2 * width, y: reference },
          ]}
          ifOverflow="visible"
          stroke="var(--muted)"
          vectorEffect="non-scaling-stroke"
        />
      )}
      {own.map(({ series, index }) => (series.mark === 'line' ? lineOf(series, index) : barsOf(series, index, rows)))}
    </ComposedChart>
  );
});

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };
const NO_TICKS = [0];
const NO_ROWS: readonly never[] = [];
/** Passed on to the SVG, which the library's types do not say. */
const STRETCHED: object = { preserveAspectRatio: 'none', 'aria-hidden': true };

const STROKE = {
  yAxisId: 'close',
  dataKey: 'y',
  type: 'linear',
  dot: false,
  activeDot: false,
  isAnimationActive: false,
  vectorEffect: 'non-scaling-stroke',
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
} as const;

/** A line over all sessions, and the place of its reaction, which the annotation draws stronger. */
function lineOf(series: SceneSeries, index: number) {
  const rows = thinned(series).map((at) => ({ x: series.x[at], y: series.y[at] }));
  const stroke = `var(--series-${series.slot})`;
  return [
    <Line key={index} {...STROKE} data={rows} stroke={stroke} strokeWidth={2} className={`mr-line mr-line-${index}`} />,
    <Line
      key={`${index} stroke`}
      {...STROKE}
      data={rows.slice(0, 2)}
      stroke={stroke}
      strokeWidth={4}
      className={`mr-stroke mr-stroke-${index}`}
    />,
  ];
}

/**
 * The bars that a session has: one for its whole move, or where its open is known two side by side, from the close
 * before to the open and on from there, which end where the whole one would. Those of sessions that react to an event
 * stand out. Bars of one horizontal axis stand beside one another, so that what takes another's place has its own.
 */
const BARS = [
  { id: 'whole', xAxisId: 'whole', isGap: false, isMarked: false },
  { id: 'whole marked', xAxisId: 'whole marked', isGap: false, isMarked: true },
  { id: 'gap', xAxisId: 'parts', isGap: true, isMarked: false },
  { id: 'session', xAxisId: 'parts', isGap: false, isMarked: false },
  { id: 'gap marked', xAxisId: 'parts marked', isGap: true, isMarked: true },
  { id: 'session marked', xAxisId: 'parts marked', isGap: false, isMarked: true },
] as const;
const BAR_AXES = [...new Set(BARS.map(({ xAxisId }) => xAxisId))];

/** A bar's place, and its value or the two that it goes between, under the name of its kind. */
type BarRow = { readonly x: number } & { readonly [id in (typeof BARS)[number]['id']]?: number | [number, number] };

/** Rows of the bars of a panel, which has one series of them. */
function barRows(scene: Scene, series: SceneSeries): readonly BarRow[] {
  const marked = reactingRows(scene, series);
  return thinned(series).map((at): BarRow => {
    const x = ((series.x[at] ?? 0) + 0.5) * BAR_PITCH;
    const [y = 0, gap = Number.NaN] = [series.y[at], series.gaps?.[at]];
    if (Number.isNaN(gap)) return { x, [marked.has(at) ? 'whole marked' : 'whole']: y };
    return marked.has(at) ? { x, 'gap marked': gap, 'session marked': [gap, y] } : { x, gap, session: [gap, y] };
  });
}

/** Bars from zero; a gap is an outline, so that it is told apart without colour. */
function barsOf(series: SceneSeries, index: number, rows: readonly BarRow[]) {
  const colour = `var(--series-${series.slot})`;
  return BARS.filter(({ id }) => rows.some((row) => row[id] !== undefined)).map(({ id, xAxisId, isGap, isMarked }) => {
    const ink = isGap
      ? { fill: 'var(--paper)', stroke: colour, strokeWidth: 1.5, strokeOpacity: isMarked ? 1 : 0.6 }
      : { fill: colour, fillOpacity: isMarked ? 1 : 0.42 };
    return (
      <Bar
        key={`${index} ${id}`}
        xAxisId={xAxisId}
        yAxisId="shown"
        dataKey={id}
        barSize={xAxisId.startsWith('whole') ? BAR_WIDTH : BAR_WIDTH / 2}
        isAnimationActive={false}
        vectorEffect="non-scaling-stroke"
        className={isGap ? `mr-gap mr-gap-${index}` : `mr-line mr-line-${index}`}
        {...ink}
      />
    );
  });
}

/** Extent of the geometry along its horizontal axis. */
function widthOf({ axis, slots, series }: Scene): number {
  if (axis === 'slot') return Math.max(1, slots.length) * BAR_PITCH;
  return Math.max(1, Math.ceil(Math.max(...series.map(({ x }) => x.at(-1) ?? 0))));
}

/** More than any close of the panel, so that the axis of closes holds all of them. */
function heightOf(series: readonly SceneSeries[]): number {
  let most = 100;
  for (const { y } of series) for (const value of y) if (value > most) most = value;
  return Math.ceil(most);
}

/** Where events stand in a panel, in the units of the geometry: what a range or a base changes is not among it. */
function bandsOf(scene: Scene, panel: number): { event: string; from: number; to: number; isCentre: boolean }[] {
  const about = scene.panels[panel];
  const own = scene.series.filter((series) => series.panel === panel);
  if (scene.axis === 'offset') {
    const isCentre =
      about?.around === undefined || scene.events.some(({ id, isCentre: is }) => is && id === about.around?.event);
    const hasBase = about !== undefined && own.some((series) => baseIndexOf(series, scene.choice, about) >= 0);
    return hasBase ? [{ event: 'day 0', from: -0.5, to: 0.5, isCentre }] : [];
  }
  return scene.events.flatMap(({ id, kind, from, to, isCentre }) => {
    if (kind === 'confounder') return [];
    if (scene.axis === 'time') return to > from ? [{ event: id, from, to, isCentre }] : [];
    const slots = own.flatMap(({ dayZeros, x }) => x[dayZeros[id] ?? -1] ?? []);
    return slots.map((slot) => ({ event: id, from: slot * BAR_PITCH, to: (slot + 1) * BAR_PITCH, isCentre }));
  });
}
