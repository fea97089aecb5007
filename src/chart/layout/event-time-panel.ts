import type { ChartModel, ModelEvent, ModelSeries } from '../model/chart-model.ts';
import { axisTitles } from '../sentences/chart-words.ts';
import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import { AXIS_SIZE } from './date-ticks.ts';
import type { Tick } from './drawing-layout.ts';
import { niceStep, paddedDomain } from './nice-ticks.ts';
import type { PanelSpec } from './panel.ts';
import { linesOf, referenceOf, valueTicks } from './rebased.ts';

const GAP = 12;

/** Ticks at whole distances from day 0, as dense as their labels allow. */
export function offsetTicks(
  domain: readonly [number, number],
  toPixel: (x: number) => number,
  bounds: readonly [number, number],
  formats: Formats,
): Tick[] {
  const label = (value: number): string => (value > 0 ? `+${formats.number(value)}` : formats.number(value));
  const widest = Math.max(...domain.map((value) => textWidth(label(Math.round(value)), AXIS_SIZE))) + GAP;
  const perPixel = 1 / Math.max(1e-9, toPixel(1) - toPixel(0));
  const step = Math.max(1, Math.ceil(niceStep(widest * perPixel)));
  const ticks: Tick[] = [];
  for (let value = Math.ceil(domain[0] / step) * step; value <= domain[1]; value += step) {
    // Counting up from below arrives at a negative zero.
    const offset = value === 0 ? 0 : value;
    const tick = { value: offset, label: label(offset) };
    const half = textWidth(tick.label, AXIS_SIZE) / 2;
    if (toPixel(value) - half >= bounds[0] && toPixel(value) + half <= bounds[1]) ticks.push(tick);
  }
  return ticks;
}

/** Distance from day 0 of an event's reaction sessions, over the markets: lowest and highest. Null when none is known. */
export function eventOffsets(event: ModelEvent, series: readonly ModelSeries[]): [number, number] | null {
  const offsets = series.flatMap((line) => {
    const mapping = event.mappings.get(line.instrument.id);
    return mapping?.kind === 'mapped' ? [mapping.dayZeroIndex - line.dayZeroIndex] : [];
  });
  return offsets.length === 0 ? null : [Math.min(...offsets), Math.max(...offsets)];
}

/** The sessions in range as distances from day 0, over all series. */
export function offsetDomain(series: readonly ModelSeries[]): [number, number] {
  const low = Math.min(...series.map(({ from, dayZeroIndex }) => from - dayZeroIndex));
  const high = Math.max(...series.map(({ to, dayZeroIndex }) => to - 1 - dayZeroIndex));
  return low < high ? [low, high] : [low - 1, low + 1];
}

/** The same lines on an axis of sessions counted from day 0. */
export function eventTimePanel(model: ChartModel, width: number, plotHeight: number, formats: Formats): PanelSpec {
  const scale = model.view.scale === 'points' ? 'index' : model.view.scale;
  const marks = linesOf(model.series, model, scale, (line, index) => index - line.dayZeroIndex, formats, width);
  const reference = referenceOf(scale);
  const yDomain = paddedDomain([...marks.traces.flatMap(({ y }) => y), reference ?? 100], 0.05);
  const xDomain = offsetDomain(model.series);
  const placed = model.events.flatMap((event) => {
    const offsets = eventOffsets(event, model.series);
    return offsets === null ? [] : [{ event, offsets }];
  });
  const [longTitle = '', ...shortTitles] = axisTitles({ ...model, view: { ...model.view, scale } }, formats);
  return {
    key: 'all',
    title: [`${longTitle}; sessions from day 0`, longTitle, ...shortTitles],
    xDomain,
    yDomain,
    xTicks: (toPixel, bounds) => offsetTicks(xDomain, toPixel, bounds, formats),
    yTicks: valueTicks(yDomain, plotHeight, scale, formats),
    reference,
    ...marks,
    bands: placed.map(({ event, offsets }) => ({
      from: offsets[0] - 0.5,
      to: offsets[1] + 0.5,
      events: [event.id],
      kind: event.kind === 'confounder' ? 'confounder' : event.isCentre ? 'centre' : 'event',
    })),
    wishes: placed.map(({ event: { id, title, kind, number, isCentre }, offsets }) => ({
      id,
      title,
      kind,
      number,
      isCentre,
      at: (offsets[0] + offsets[1]) / 2,
    })),
    hasXAxis: true,
    hasLane: true,
  };
}
