import { baseWords } from '../../chart/sentences/chart-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

const WHAT: Readonly<Record<DashboardState['view']['chart'], string>> = {
  overlay: 'Daily closes, each at the instant of its exchange’s close',
  'event-time': 'Daily closes by session, counted from day 0 of each market',
  daily: 'Change of each session’s close on the session before',
  multiples: 'Daily closes from five sessions before to five after each event',
};

/** The sources of what is drawn, each once. */
export function sourceWords(state: DashboardState): string {
  const { snapshot } = state.study;
  const shown = state.model.series.map(({ series, instrument }) =>
    series.provenance.source === 'snapshot'
      ? `${instrument.name}: ${snapshot.series[instrument.id]?.source ?? series.provenance.label}`
      : `${instrument.name}: ${series.provenance.label}`,
  );
  return `${shown.join('; ')}.`;
}

/** What the chart shows, and where its figures are from. */
export function Caption({ state }: { state: DashboardState }) {
  const { view, model, formats, study } = state;
  if (model.series.length === 0) return null;
  const since =
    view.chart === 'daily' || view.chart === 'multiples' || view.scale === 'points'
      ? ''
      : `, rebased to ${baseWords(model, formats)}`;
  const isSnapshot = model.series.some(({ series }) => series.provenance.source === 'snapshot');
  return (
    <>
      <p>
        {WHAT[view.chart]}
        {since}. {sourceWords(state)}
        {isSnapshot ? ` Bundled snapshot of ${formats.date(study.snapshot.retrieved)}.` : ''}
      </p>
    </>
  );
}
