import type { SizeClass } from '../chart-data.ts';
import { textWidth } from '../text/measure-text.ts';
import { AXIS_SIZE } from './date-ticks.ts';
import { type EndLabel, endLabelRoom, placeEndLabels } from './end-labels.ts';
import type { Ink, PanelLayout, PlacedBand, PlacedDot, Tick, Trace } from './drawing-layout.ts';
import { type MarkerWish, placeMarkers } from './place-markers.ts';

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
  /** Lines above the title; an empty one keeps its room. */
  readonly heading?: readonly string[];
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
  /** False where panels stand on one time axis and only the last one carries it, with the lane of what else happened. */
  readonly hasXAxis: boolean;
  /** Whether the article's events stand on a lane above the plot. */
  readonly hasLane: boolean;
  /** False where the panel beside it carries the labels of the vertical axis. */
  readonly hasYLabels?: boolean;
  /** Whether markers stand as near to the plot as they can. */
  readonly isLow?: boolean;
  /** How far labels of the horizontal axis may begin left of the plot, in user units; without it at the panel's edge. */
  readonly ticksFrom?: number;
  /** Whether the title stands beside the markers instead of above them. */
  readonly isTitleInLane?: boolean;
}

const TITLE_ROW = 20;
const HEADING_ROW = 18;
export const HEADING_SIZE = 13;
const LANE = 37;
const LOW_LANE = 32;
const FOOT = 23;
const AXIS_ROW = 24;
const LEAST_BAND = 3;

/** Room left of and right of the plots of panels that share their axes. */
export interface Gutters {
  readonly left: number;
  readonly right: number;
}

/** The gutters that panels need so that no label is clipped, the same for all of them. */
export function guttersFor(specs: readonly PanelSpec[]): Gutters {
  const left = Math.max(
    0,
    ...specs.flatMap(({ yTicks }) => yTicks.map(({ label }) => textWidth(label, AXIS_SIZE, 600))),
  );
  const right = Math.max(0, ...specs.map(({ endLabels }) => endLabelRoom(endLabels)));
  return { left: Math.ceil(left) + 7, right: right === 0 ? 8 : right };
}

function laneHeight({ hasLane, isLow }: PanelSpec): number {
  return hasLane ? (isLow ? LOW_LANE : LANE) : 4;
}

/** Where a panel's plot begins, from its upper edge. */
function plotTop(spec: PanelSpec): number {
  return (spec.heading?.length ?? 0) * HEADING_ROW + (spec.isTitleInLane ? 0 : TITLE_ROW) + laneHeight(spec);
}

/** Room between the plot and the labels of the horizontal axis, where what else happened that day stands. */
function footHeight(spec: PanelSpec): number {
  return spec.hasXAxis && spec.wishes.some(({ kind }) => kind === 'confounder') ? FOOT : 0;
}

/** Height of a panel around its plot. */
export function panelHeight(spec: PanelSpec, plotHeight: number): number {
  return plotTop(spec) + plotHeight + footHeight(spec) + (spec.hasXAxis ? AXIS_ROW : 8);
}

/** Arranges one panel in a box whose left upper corner and width are given. */
export function layoutPanel(
  spec: PanelSpec,
  origin: readonly [number, number],
  width: number,
  plotHeight: number,
  gutters: Gutters,
): PanelLayout {
  const top = plotTop(spec);
  const bottom = top + plotHeight;
  const plot = [gutters.left, top, width - gutters.left - gutters.right, plotHeight] as const;
  const toX = (value: number): number =>
    plot[0] + ((value - spec.xDomain[0]) / (spec.xDomain[1] - spec.xDomain[0])) * plot[2];
  const toY = (value: number): number =>
    plot[1] + plot[3] - ((value - spec.yDomain[0]) / (spec.yDomain[1] - spec.yDomain[0])) * plot[3];
  const inside = (value: number): number => Math.min(Math.max(value, plot[0]), plot[0] + plot[2]);

  const height = panelHeight(spec, plotHeight);
  const { ticksFrom } = spec;
  const xTicks = spec.hasXAxis ? spec.xTicks(toX, [ticksFrom === undefined ? 0 : plot[0] - ticksFrom, width]) : [];
  const { texts, leaders } = placeEndLabels(spec.endLabels, plot, toX, toY);
  const titleWeight = spec.titleInk === undefined ? 400 : 600;
  const headings = spec.heading ?? [];
  for (const [line, text] of headings.entries()) {
    if (text === '') continue;
    texts.push({
      x: 0,
      y: line * HEADING_ROW + 13,
      text,
      size: HEADING_SIZE,
      weight: 600,
      anchor: 'start',
      ink: 'ink',
    });
  }
  texts.push({
    x: 0,
    y: headings.length * HEADING_ROW + (spec.isTitleInLane ? 17 : 13),
    text: spec.title.find((title) => textWidth(title, AXIS_SIZE, titleWeight) <= width) ?? spec.title.at(-1) ?? '',
    size: AXIS_SIZE,
    weight: titleWeight,
    anchor: 'start',
    ink: spec.titleInk ?? 'muted',
  });
  for (const { value, label } of xTicks) {
    texts.push({
      x: round(toX(value)),
      y: bottom + footHeight(spec) + 17,
      text: label,
      size: AXIS_SIZE,
      weight: 400,
      anchor: 'middle',
      ink: 'muted',
    });
  }
  for (const { value, label } of spec.hasYLabels === false ? [] : spec.yTicks) {
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
  const lane = (kind: MarkerWish['kind'], y: number, stemY: number) =>
    placeMarkers(
      visible.filter((wish) => wish.kind === kind).map((wish) => ({ ...wish, x: toX(wish.at) })),
      { y, stemY, low: plot[0] - Math.min(12, gutters.left), high: plot[0] + plot[2] + Math.min(12, gutters.right) },
    );
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
    markers: [
      ...(spec.hasLane ? lane('event', top - laneHeight(spec) + 13, top) : []),
      ...(footHeight(spec) > 0 ? lane('confounder', bottom + 12, bottom) : []),
    ],
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
