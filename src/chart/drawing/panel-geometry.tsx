import { memo } from 'react';
import { Bar, ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { BAR_PITCH, BAR_WIDTH, barZeroOf, type Scene, type SceneSeries } from '../scene/scene.ts';
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
  const rows = own.flatMap(({ series }) => (series.mark === 'bar' ? barRows(series) : NO_ROWS));
  const reference = about === undefined ? null : referenceOf(about);
  return (
    <ComposedChart
      width={width}
      height={isBars ? 2 * height : height}
      data={rows}
      margin={NO_MARGIN}
      accessibilityLayer={false}
      className="mr-geometry"
      {...STRETCHED}
    >
      <XAxis hide type="number" dataKey="x" domain={[0, width]} ticks={NO_TICKS} interval={0} />
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
      {own.map(({ series, index }) => (series.mark === 'line' ? lineOf(series, index) : barsOf(series, index)))}
    </ComposedChart>
  );
});

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };
const NO_TICKS = [0];
const NO_ROWS: readonly never[] = [];
/** Passed on to the SVG, which the library's types do not say. */
const STRETCHED: object = { preserveAspectRatio: 'none' };

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

/** Rows of the bars of a panel, which has one series of them: those of sessions that react to an event stand out. */
function barRows(series: SceneSeries): readonly { x: number; plain?: number; marked?: number }[] {
  const marked = new Set(Object.values(series.dayZeros));
  return thinned(series).map((at) => ({
    x: ((series.x[at] ?? 0) + 0.5) * BAR_PITCH,
    [marked.has(at) ? 'marked' : 'plain']: series.y[at],
  }));
}

/** Bars from zero. */
function barsOf(series: SceneSeries, index: number) {
  const common = { yAxisId: 'shown', barSize: BAR_WIDTH, stackId: index, isAnimationActive: false } as const;
  const fill = `var(--series-${series.slot})`;
  return [
    <Bar
      key={index}
      {...common}
      dataKey="plain"
      fill={fill}
      fillOpacity={0.42}
      className={`mr-line mr-line-${index}`}
    />,
    <Bar key={`${index} marked`} {...common} dataKey="marked" fill={fill} className={`mr-line mr-line-${index}`} />,
  ];
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
