import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import type { Formats } from '../text/formats.ts';
import { offsetTicks } from './event-time-panel.ts';
import { paddedDomain } from './nice-ticks.ts';
import type { PanelSpec } from './panel.ts';
import { linesOf, referenceOf, valueTicks } from './rebased.ts';

/** Sessions shown either side of each event's day 0. */
export const AROUND_EVENT = 5;

/** A model's series rebased to an event and cut to the sessions around it; absent where it did not map. */
export function seriesAround(model: ChartModel, eventId: string): ModelSeries[] {
  const event = model.events.find(({ id }) => id === eventId);
  return model.series.flatMap((line) => {
    const mapping = event?.mappings.get(line.instrument.id);
    if (mapping?.kind !== 'mapped' || mapping.baselineIndex === null) return [];
    return [
      {
        ...line,
        baseIndex: mapping.baselineIndex,
        dayZeroIndex: mapping.dayZeroIndex,
        from: Math.max(0, mapping.dayZeroIndex - AROUND_EVENT),
        to: Math.min(line.series.sessions.length, mapping.dayZeroIndex + AROUND_EVENT + 1),
      },
    ];
  });
}

/** A panel for each event of the article, −5 to +5 sessions, all to one scale. */
export function multiplesPanels(model: ChartModel, plotHeight: number, formats: Formats): PanelSpec[] {
  const scale = model.view.scale === 'points' ? 'index' : model.view.scale;
  const reference = referenceOf(scale) ?? 100;
  const rows = model.events
    .filter(({ kind }) => kind === 'event')
    .map((event) => {
      const lines = seriesAround(model, event.id);
      const marks = linesOf(lines, model, scale, (line, index) => index - line.dayZeroIndex, formats, 0);
      return { event, lines, marks };
    });
  const yDomain = paddedDomain([...rows.flatMap(({ marks }) => marks.traces.flatMap(({ y }) => y)), reference], 0.06);
  const xDomain: [number, number] = [-AROUND_EVENT, AROUND_EVENT];
  return rows.map(({ event, lines, marks }) => {
    const dayZeros = lines.flatMap(({ series, dayZeroIndex }) => series.sessions[dayZeroIndex] ?? []);
    const day = [...new Set(dayZeros)].map((session) => formats.mediumDate(session));
    const short = [...new Set(dayZeros)].map((session) => formats.shortDate(session));
    const when = day.length === 0 ? ['No session yet'] : [`Day 0: ${formats.list(day)}`, formats.list(short)];
    return {
      key: event.id,
      heading: [event.title],
      title: when,
      xDomain,
      yDomain,
      xTicks: (toPixel, bounds) => offsetTicks(xDomain, toPixel, bounds, formats),
      yTicks: valueTicks(yDomain, plotHeight, scale, formats),
      reference,
      ...marks,
      bands: [{ from: -0.5, to: 0.5, events: [event.id], kind: event.isCentre ? 'centre' : 'event' }],
      wishes: [{ ...event, at: 0 }],
      hasXAxis: true,
      hasLane: true,
    };
  });
}
