import type { ChartData, DataSeries, PanelGeometry, SizeClass, VariantGeometry } from '../chart-data.ts';
import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import type { ChartKind } from '../view/view.ts';
import { baseWords } from '../sentences/chart-words.ts';
import { formatsFor } from '../text/formats.ts';
import { dailyMoves } from './daily-panels.ts';
import type { DrawingLayout } from './drawing-layout.ts';
import { seriesAround } from './multiples-panels.ts';
import { plottedValues } from './rebased.ts';
import { datesInRange } from './time-panels.ts';

const HOUR = 3_600_000;

/** Instants as the controller is told them: of milliseconds, thirteen digits each, no frame page has room for many. */
function told(chart: ChartKind): (x: number) => number {
  return chart === 'overlay' ? (instant) => instant / HOUR : (place) => place;
}

/** Where the plots and markers of a drawing of this chart are, as the controller wants it. */
export function geometryOf(layout: DrawingLayout, chart: ChartKind): VariantGeometry {
  const x = told(chart);
  return {
    width: layout.width,
    height: layout.height,
    panels: layout.panels.map(({ box, plot, xDomain, yDomain }): PanelGeometry => {
      return {
        plot: [box[0] + plot[0], box[1] + plot[1], plot[2], plot[3]],
        x: pair(xDomain.map(x)),
        y: pair(rounded(yDomain)),
      };
    }),
    markers: layout.panels.flatMap(({ box, markers }) =>
      markers.map(({ events, x, y }) => ({ events, at: [box[0] + x, box[1] + y] as const })),
    ),
  };
}

/** Values with as many decimals as place them to a hundredth of a pixel: what they span has five significant digits. */
function rounded(values: readonly number[]): number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const unit = 10 ** (4 - Math.floor(Math.log10(high > low ? high - low : Math.abs(high) || 1)));
  return values.map((value) => Math.round(value * unit) / unit);
}

const pair = ([first = Number.NaN, second = Number.NaN]: readonly number[]): readonly [number, number] => [
  first,
  second,
];

function dataSeries(
  line: ModelSeries,
  panel: number,
  xOf: (index: number) => number,
  yOf: (index: number) => number,
): DataSeries {
  const indices = Array.from({ length: line.to - line.from }, (_, index) => line.from + index);
  const { instrument, series } = line;
  return {
    id: instrument.id,
    name: instrument.name,
    shortName: instrument.shortName,
    slot: line.slot,
    zone: line.zone,
    place: line.place,
    sessions: series.sessions.slice(line.from, line.to),
    closes: series.closes.slice(line.from, line.to),
    before: series.closes[line.from - 1] ?? null,
    base: series.closes[line.baseIndex] ?? null,
    x: indices.map(xOf),
    y: rounded(indices.map(yOf)),
    dayZero: line.dayZeroIndex - line.from,
    panel,
  };
}

function allSeries(model: ChartModel): DataSeries[] {
  const { chart, scale } = model.view;
  if (chart === 'multiples') {
    return model.events
      .filter(({ kind }) => kind === 'event')
      .flatMap(({ id }, panel) =>
        seriesAround(model, id).map((line) => {
          const values = plottedValues(line, scale === 'points' ? 'index' : scale);
          return dataSeries(
            line,
            panel,
            (index) => index - line.dayZeroIndex,
            (index) => values[index] ?? Number.NaN,
          );
        }),
      );
  }
  const slots = new Map(datesInRange(model.series).map((date, slot) => [date, slot]));
  const slotAt = (line: ModelSeries, index: number): number => {
    const session = line.series.sessions[index];
    return (session === undefined ? undefined : slots.get(session)) ?? Number.NaN;
  };
  return model.series.map((line, position) => {
    switch (chart) {
      case 'daily': {
        const moves = dailyMoves(line);
        return dataSeries(
          line,
          position,
          (index) => slotAt(line, index),
          (index) => moves[index] ?? Number.NaN,
        );
      }
      case 'event-time': {
        const values = plottedValues(line, scale === 'points' ? 'index' : scale);
        return dataSeries(
          line,
          0,
          (index) => index - line.dayZeroIndex,
          (index) => values[index] ?? Number.NaN,
        );
      }
      default: {
        const values = plottedValues(line, scale);
        return dataSeries(
          line,
          scale === 'points' ? position : 0,
          (index) => told(chart)(line.closesAt[index] ?? Number.NaN),
          (index) => values[index] ?? Number.NaN,
        );
      }
    }
  });
}

/** What the controller reads beside drawings of a model: the figures once, the geometry for each size. */
export function chartDataOf(model: ChartModel, layouts: readonly DrawingLayout[]): ChartData {
  const variants: Partial<Record<SizeClass, VariantGeometry>> = {};
  for (const layout of layouts) variants[layout.size] = geometryOf(layout, model.view.chart);
  return {
    chart: model.view.chart,
    language: model.study.language,
    grouping: model.view.chart === 'event-time' || model.view.chart === 'multiples' ? 'offset' : 'date',
    sinceLabel: `since ${baseWords(model, formatsFor(model.study.language))}`,
    series: allSeries(model),
    variants,
  };
}
