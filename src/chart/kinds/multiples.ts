import { thousandths } from '../../core/rounded.ts';
import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import { drawnSeries, type Kind } from './kind.ts';

/** Sessions shown either side of each event's day 0. */
const AROUND_EVENT = 5;

/** Sessions [from, to) around day 0 of an event, and one more before them, whose close the first move needs. */
function around(line: ModelSeries, event: ChartModel['events'][number]): readonly [number, number] | null {
  const mapping = event.mappings.get(line.instrument.id);
  if (mapping?.kind !== 'mapped' || mapping.baselineIndex === null) return null;
  return [
    Math.max(0, mapping.dayZeroIndex - AROUND_EVENT - 1),
    Math.min(line.series.sessions.length, mapping.dayZeroIndex + AROUND_EVENT + 1),
  ];
}

const ownEvents = ({ events }: ChartModel): ChartModel['events'] => events.filter(({ kind }) => kind === 'event');

/** A panel for each event of the article, −5 to +5 sessions, all to one scale. */
export const multiples: Kind = {
  axis: 'offset',
  scales: ['index', 'percent'],
  hasRange: false,
  hasBase: false,
  panels: (model) =>
    ownEvents(model).map(({ id, title }) => ({
      key: id,
      unit: 'rebased',
      around: {
        event: id,
        title,
        range: { kind: 'around', sessions: AROUND_EVENT },
        extent: [-AROUND_EVENT, AROUND_EVENT],
      },
    })),
  series: (model) =>
    ownEvents(model).flatMap((event, panel) =>
      model.series.flatMap((line) => {
        const sessions = around(line, event);
        if (sessions === null) return [];
        const close = (index: number): number => thousandths(line.series.closes[index] ?? Number.NaN);
        const drawn = drawnSeries(model, line, panel, sessions, 'line', (index) => index - sessions[0], close);
        // Its places are counted from its own first session.
        const { first: _, ...rest } = drawn;
        return [rest];
      }),
    ),
  rows: (model, line) => {
    const indices = new Set<number>();
    for (const event of ownEvents(model)) {
      const [from, to] = around(line, event) ?? [0, 0];
      const mapping = event.mappings.get(line.instrument.id);
      const first = mapping?.kind === 'mapped' ? Math.max(from, mapping.dayZeroIndex - AROUND_EVENT) : from;
      for (let index = first; index < to; index += 1) indices.add(index);
    }
    return [...indices].toSorted((a, b) => a - b);
  },
};
