import type { SizeClass } from '../chart-data.ts';
import { textWidth } from '../text/measure-text.ts';
import { AXIS_SIZE } from './date-ticks.ts';
import type {
  Ink,
  PanelLayout,
  PlacedBand,
  PlacedDot,
  PlacedText,
  Tick,
  Trace,
} from './drawing-layout.ts';
import { type MarkerWish, placeMarkers } from './place-markers.ts';
import { spread } from './spread.ts';

/** A line's name and figure, beside its end. */
export interface EndLabel {
  readonly slot: number;
  readonly name: string;
  readonly figure: string;
  /** Data values of the line's last point. */
  readonly x: number;
  readonly y: number;
}

export interface BandSpec {
  readonly from: number;
  readonly to: number;
  readonly events: readonly string[];
  readonly kind: PlacedBand['kind'];
}

/** What one panel shows, in data values. */
export interface PanelSpec {
  readonly key: string;
  /** Ways to say what the axis shows, the longest first; the first that fits is written. */
  readonly title: readonly string[];
  readonly titleInk?: Ink;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly xTicks: (toPixel: (x: number) => number, bounds: readonly [number, number]) => readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly reference: number | null;
  readonly traces: readonly Trace[];
  readonly strokes: PanelLayout['strokes'];
  /** In data values. */
  readonly dots: readonly PlacedDot[];
  readonly bands: readonly BandSpec[];
  readonly wishes: readonly (Omit<MarkerWish, 'x'> & { readonly at: number })[];
  readonly endLabels: readonly EndLabel[];
  /** False where panels stand on one time axis and only the last one carries it. */
  readonly hasXAxis: boolean;
  readonly hasLanes: boolean;
}

const TITLE_ROW = 20;
const LANE = 27;
const AXIS_ROW = 24;
const LABEL_GAP = 9;
const LABEL_LINE = 15;
const LABEL_SIZE = 13;
const LEAST_BAND = 3;

/** Room left of and right of the plots of panels that share their axes. */
export interface Gutters {
  readonly left: number;
  readonly right: number;
}

/** The gutters that panels need so that no label is clipped, the same for all of them. */
export function guttersFor(specs: readonly PanelSpec[]): Gutters {
  let left = 0;
  let right = 0;
  for (const { yTicks, endLabels } of specs) {
    for (const { label } of yTicks) left = Math.max(left, textWidth(label, AXIS_SIZE));
    for (const { name, figure } of endLabels) {
      right = Math.max(right, textWidth(name, LABEL_SIZE, 600), textWidth(figure, LABEL_SIZE));
    }
  }
  return { left: Math.ceil(left) + 7, right: right === 0 ? 8 : Math.ceil(right) + LABEL_GAP + 1 };
}

/** Height of a panel around its plot. */
export function panelHeight(spec: PanelSpec, plotHeight: number): number {
  const above = TITLE_ROW + (spec.hasLanes ? 2 * LANE : 4);
  return above + plotHeight + (spec.hasXAxis ? AXIS_ROW : 8);
}

function placeEndLabels(
  labels: readonly EndLabel[],
  plot: PanelLayout['plot'],
  toX: (x: number) => number,
  toY: (y: number) => number,
): { texts: PlacedText[]; leaders: PanelLayout['leaders'] } {
  const [x, y, width, height] = plot;
  const places = spread(
    labels.map((label) => ({ at: toY(label.y), size: 2 * LABEL_LINE + 3 })),
    y - LABEL_LINE,
    y + height + LABEL_LINE,
  );
  const texts: PlacedText[] = [];
  const leaders: [number, number, number, number][] = [];
  for (const [index, label] of labels.entries()) {
    const middle = places[index] ?? 0;
    const left = x + width + LABEL_GAP;
    const ink: Ink = `series-${label.slot}`;
    const common = { x: left, size: LABEL_SIZE, anchor: 'start', ink } as const;
    texts.push({ ...common, y: round(middle - 2), text: label.name, weight: 600 });
    texts.push({ ...common, y: round(middle + LABEL_LINE - 3), text: label.figure, weight: 400 });
    if (Math.abs(middle - toY(label.y)) > 6) {
      leaders.push([round(toX(label.x) + 4), round(toY(label.y)), left - 2, round(middle)]);
    }
  }
  return { texts, leaders };
}

/** Arranges one panel in a box whose left upper corner and width are given. */
export function layoutPanel(
  spec: PanelSpec,
  origin: readonly [number, number],
  width: number,
  plotHeight: number,
  gutters: Gutters,
): PanelLayout {
  const top = TITLE_ROW + (spec.hasLanes ? 2 * LANE : 4);
  const plot = [gutters.left, top, width - gutters.left - gutters.right, plotHeight] as const;
  const toX = (value: number): number =>
    plot[0] + ((value - spec.xDomain[0]) / (spec.xDomain[1] - spec.xDomain[0])) * plot[2];
  const toY = (value: number): number =>
    plot[1] + plot[3] - ((value - spec.yDomain[0]) / (spec.yDomain[1] - spec.yDomain[0])) * plot[3];
  const inside = (value: number): number => Math.min(Math.max(value, plot[0]), plot[0] + plot[2]);

  const height = panelHeight(spec, plotHeight);
  const xTicks = spec.hasXAxis ? spec.xTicks(toX, [0, width]) : [];
  const { texts, leaders } = placeEndLabels(spec.endLabels, plot, toX, toY);
  const titleWeight = spec.titleInk === undefined ? 400 : 600;
  texts.push({
    x: 0,
    y: 13,
    text: spec.title.find((title) => textWidth(title, AXIS_SIZE, titleWeight) <= width) ?? spec.title.at(-1) ?? '',
    size: AXIS_SIZE,
    weight: titleWeight,
    anchor: 'start',
    ink: spec.titleInk ?? 'muted',
  });
  for (const { value, label } of xTicks) {
    texts.push({ x: round(toX(value)), y: top + plotHeight + 18, text: label, size: AXIS_SIZE, weight: 400, anchor: 'middle', ink: 'muted' });
  }
  for (const { value, label } of spec.yTicks) {
    const strong = value === spec.reference;
    texts.push({
      x: gutters.left - 7,
      y: round(toY(value) + 4),
      text: label,
      size: AXIS_SIZE,
      weight: strong ? 600 : 400,
      anchor: 'end',
      ink: strong ? 'ink' : 'muted',
    });
  }

  const visible = spec.wishes.filter(({ at }) => at >= spec.xDomain[0] && at <= spec.xDomain[1]);
  const lane = (kind: MarkerWish['kind'], y: number) =>
    spec.hasLanes
      ? placeMarkers(
          visible.filter((wish) => wish.kind === kind).map((wish) => ({ ...wish, x: toX(wish.at) })),
          y,
          plot[0] - Math.min(12, gutters.left),
          plot[0] + plot[2] + Math.min(12, gutters.right),
        )
      : [];
  const bands = spec.bands
    .filter(({ from, to }) => to >= spec.xDomain[0] && from <= spec.xDomain[1])
    .map(({ from, to, ...rest }) => {
      const middle = (toX(from) + toX(to)) / 2;
      const half = Math.max(LEAST_BAND, toX(to) - toX(from)) / 2;
      return { ...rest, from: round(inside(middle - half)), to: round(inside(middle + half)) };
    });

  return {
    key: spec.key,
    box: [origin[0], origin[1], width, height],
    plot,
    xDomain: spec.xDomain,
    yDomain: spec.yDomain,
    xTicks,
    yTicks: spec.yTicks,
    reference: spec.reference,
    traces: spec.traces,
    strokes: spec.strokes,
    dots: spec.dots,
    bands,
    markers: [...lane('event', TITLE_ROW + 13), ...lane('confounder', TITLE_ROW + LANE + 13)],
    texts,
    leaders,
  };
}

/** Height of the plot of each of `count` stacked panels of a size class. */
export function stackedPlotHeight(size: SizeClass, count: number, single: number): number {
  const least = size === 'xs' || size === 's' ? 84 : 96;
  return Math.max(least, Math.round((single * 1.15) / count));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
