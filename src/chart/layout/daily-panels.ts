import { moveBetween } from '../../core/returns.ts';
import type { SessionDate } from '../../core/units.ts';
import type { SizeClass } from '../chart-data.ts';
import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import type { Formats } from '../text/formats.ts';
import { dateTicks } from './date-ticks.ts';
import { paddedDomain } from './nice-ticks.ts';
import { type PanelSpec, stackedPlotHeight } from './panel.ts';
import { valueTicks } from './rebased.ts';
import { datesInRange } from './time-panels.ts';

/** The move of every session since the one before, as ratios; NaN for the first of the data. */
export function dailyMoves({ series }: ModelSeries): number[] {
  return series.closes.map((close, index) => {
    const before = series.closes[index - 1];
    return before === undefined ? Number.NaN : moveBetween(before, close);
  });
}

/** Markers at the first session that could react to an event on any market that is charted. */
function laneWishes(model: ChartModel, slotOf: ReadonlyMap<SessionDate, number>): PanelSpec['wishes'] {
  return model.events.flatMap((event) => {
    const slots = model.series.flatMap(({ instrument }) => {
      const mapping = event.mappings.get(instrument.id);
      const slot = mapping?.kind === 'mapped' ? slotOf.get(mapping.dayZero) : undefined;
      return slot === undefined ? [] : [slot];
    });
    const { id, title, kind, number, isCentre } = event;
    return slots.length === 0 ? [] : [{ id, title, kind, number, isCentre, at: Math.min(...slots) }];
  });
}

/** Bars of each session's move: a panel for each market, all to one scale, on one axis of dates. */
export function dailyPanels(
  model: ChartModel,
  size: SizeClass,
  width: number,
  plotHeight: number,
  formats: Formats,
): PanelSpec[] {
  const dates = datesInRange(model.series);
  const slotOf = new Map(dates.map((date, slot) => [date, slot]));
  const height = stackedPlotHeight(size, model.series.length, plotHeight);
  const rows = model.series.map((line) => {
    const moves = dailyMoves(line);
    const x: number[] = [];
    const y: number[] = [];
    for (let index = line.from; index < line.to; index += 1) {
      const session = line.series.sessions[index];
      x.push(session === undefined ? Number.NaN : (slotOf.get(session) ?? Number.NaN));
      y.push(moves[index] ?? Number.NaN);
    }
    return { line, x, y };
  });
  const all = rows.flatMap(({ y }) => y.filter((value) => !Number.isNaN(value)));
  const yDomain = paddedDomain([...all, 0], 0.06);
  const xDomain: [number, number] = [-0.5, Math.max(0.5, dates.length - 0.5)];
  const wishes = laneWishes(model, slotOf);
  return rows.map(({ line, x, y }, row) => {
    const reactions = model.events.flatMap((event) => {
      const mapping = event.mappings.get(line.instrument.id);
      if (event.kind === 'confounder' || mapping?.kind !== 'mapped') return [];
      const index = mapping.dayZeroIndex;
      return index >= line.from && index < line.to ? [{ event, at: index - line.from }] : [];
    });
    return {
      key: line.instrument.id,
      title: [
        `${line.instrument.name}, change on the day`,
        `${line.instrument.shortName}, change on the day`,
        `${line.instrument.shortName}, daily`,
        line.instrument.shortName,
      ],
      titleInk: `series-${line.slot}` as const,
      xDomain,
      yDomain,
      xTicks: (toPixel, bounds) => dateTicks(dates, (date) => slotOf.get(date) ?? Number.NaN, toPixel, bounds, formats),
      yTicks: valueTicks(yDomain, height, 'percent', formats),
      reference: 0,
      traces: [{ slot: line.slot, mark: 'bar', x, y, barWidth: 0.66, marked: reactions.map(({ at }) => at) }],
      strokes: [],
      dots: [],
      bands: reactions.map(({ event, at }) => ({
        from: (x[at] ?? 0) - 0.5,
        to: (x[at] ?? 0) + 0.5,
        events: [event.id],
        kind: event.isCentre ? 'centre' : 'event',
      })),
      wishes,
      endLabels: [],
      hasXAxis: row === rows.length - 1,
      hasLane: row === 0,
    };
  });
}
