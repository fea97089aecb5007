import { thousandths } from '../../core/rounded.ts';
import type { SessionDate } from '../../core/units.ts';
import type { ChartModel } from '../model/chart-model.ts';
import type { Scene } from '../scene/scene.ts';
import { kinds } from './kinds.ts';

const DAY = 86_400_000;

/** Every session date of the series, once, ascending. */
function allDates({ series }: ChartModel): readonly SessionDate[] {
  return [...new Set(series.flatMap(({ series: { sessions } }) => sessions))].toSorted();
}

/** What a model's chart shows, for every range, base and scale of it. */
export function sceneOf(model: ChartModel): Scene {
  const { study, view } = model;
  const kind = kinds[view.chart];
  const dates = allDates(model);
  const origin = dates[0] ?? study.snapshot.from;
  const slots = new Map(kind.axis === 'slot' ? dates.map((date, slot) => [date, slot]) : []);
  const start = Date.parse(origin);
  const days = (instant: number): number => thousandths((instant - start) / DAY);
  return {
    chart: view.chart,
    axis: kind.axis,
    language: study.language,
    origin,
    slots: kind.axis === 'slot' ? dates : [],
    panels: kind.panels(model),
    series: kind.series(model, {
      day: ({ closesAt }, index) => days(closesAt[index] ?? Number.NaN),
      slot: (session) => slots.get(session as SessionDate) ?? Number.NaN,
    }),
    events: model.events.map(({ id, title, kind: what, number, isCentre, from, to }) => {
      return { id, title, kind: what, number, isCentre, from: days(from), to: days(to) };
    }),
    choice: { range: view.range, base: view.base, scale: view.scale },
  };
}

/**
 * What two views have to have in common to share a drawing: the rest is a choice within it. The closes of a bundled
 * snapshot are the page's own, those of other sources are told apart by when they came.
 */
export function drawingKey({ study, view, series }: ChartModel): string {
  const isLevels = view.scale === 'points' && kinds[view.chart].scales.includes('points');
  const lines = series.map(({ instrument: { id }, series: { provenance } }) =>
    provenance.source === 'snapshot' ? id : [id, provenance.source, provenance.fetchedAt],
  );
  return JSON.stringify([study.id, view.chart, lines, isLevels]);
}
