import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import type { Formats } from '../text/formats.ts';
import type { Scale } from '../view/view.ts';
import type { PlacedDot, Tick, Trace } from './drawing-layout.ts';
import { niceTicks } from './nice-ticks.ts';
import type { EndLabel } from './end-labels.ts';
import type { PanelSpec } from './panel.ts';

/** How closes of a series are drawn in a scale: index with base 100, ratio since the base, or the level. */
export function plottedValues({ series, baseIndex }: ModelSeries, scale: Scale): number[] {
  const base = series.closes[baseIndex] ?? Number.NaN;
  if (scale === 'points') return [...series.closes];
  if (scale === 'percent') return series.closes.map((close) => close / base - 1);
  return series.closes.map((close) => (close / base) * 100);
}

/** The level that a scale compares with. */
export function referenceOf(scale: Scale): number | null {
  if (scale === 'points') return null;
  return scale === 'index' ? 100 : 0;
}

/** Ticks of a value axis, as many as stand `room` apart over `height`. */
export function valueTicks(domain: readonly [number, number], height: number, scale: Scale, formats: Formats): Tick[] {
  const ticks = niceTicks(domain[0], domain[1], Math.max(2, Math.floor(height / 28)));
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const decimals = (unit: number): number => {
    const exact = [0, 1, 2].find((digits) => Math.abs(unit * 10 ** digits - Math.round(unit * 10 ** digits)) < 1e-6);
    return exact ?? 2;
  };
  return ticks.map((value) => ({
    value,
    label: scale === 'percent' ? formats.change(value, decimals(step * 100)) : formats.number(value, decimals(step)),
  }));
}

/** The drawn parts of a rebased line: its trace over the range, its marked points and its label. */
export function rebasedLine(
  line: ModelSeries,
  scale: Scale,
  xOf: (index: number) => number,
  formats: Formats,
  name: string,
): { trace: Trace; dots: PlacedDot[]; endLabel: EndLabel | null; stroke: { from: number; to: number } | null } {
  const values = plottedValues(line, scale);
  const x: number[] = [];
  const y: number[] = [];
  for (let index = line.from; index < line.to; index += 1) {
    x.push(xOf(index));
    y.push(values[index] ?? Number.NaN);
  }
  const inRange = (index: number): boolean => index >= line.from && index < line.to;
  const dots: PlacedDot[] = [];
  const dot = (index: number, kind: PlacedDot['kind']): void => {
    if (inRange(index)) dots.push({ x: xOf(index), y: values[index] ?? Number.NaN, slot: line.slot, kind });
  };
  const last = line.to - 1;
  dot(last, 'end');
  dot(line.baseIndex, 'base');
  dot(line.dayZeroIndex, 'reaction');
  const both = inRange(line.baseIndex) && inRange(line.dayZeroIndex);
  const base = line.series.closes[line.baseIndex] ?? Number.NaN;
  const close = line.series.closes[last] ?? Number.NaN;
  return {
    trace: { slot: line.slot, mark: 'line', x, y },
    dots,
    stroke: both ? { from: line.baseIndex - line.from, to: line.dayZeroIndex - line.from } : null,
    endLabel: {
      slot: line.slot,
      name,
      figure: scale === 'points' ? formats.number(close, 0) : formats.change(close / base - 1),
      x: xOf(last),
      y: values[last] ?? Number.NaN,
    },
  };
}

/** Names for the ends of lines: short ones where the drawing is narrow. */
export function labelName(line: ModelSeries, width: number): string {
  return width >= 560 ? line.instrument.name : line.instrument.shortName;
}

/** The lines of a panel and all that hangs on them. */
export function linesOf(
  lines: readonly ModelSeries[],
  model: ChartModel,
  scale: Scale,
  xOf: (line: ModelSeries, index: number) => number,
  formats: Formats,
  width: number,
): Pick<PanelSpec, 'traces' | 'strokes' | 'dots' | 'endLabels'> {
  const drawn = lines.map((line) =>
    rebasedLine(line, scale, (index) => xOf(line, index), formats, labelName(line, width)),
  );
  return {
    traces: drawn.map(({ trace }) => trace),
    strokes: drawn.flatMap(({ stroke }, trace) => (stroke === null ? [] : [{ trace, ...stroke }])),
    dots: drawn.flatMap(({ dots }) => dots),
    endLabels: drawn.flatMap(({ endLabel }) => (endLabel === null ? [] : [endLabel])),
  };
}
