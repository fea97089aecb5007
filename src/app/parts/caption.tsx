import { completeness } from '../../data/checks/completeness.ts';
import { defaultSource } from '../../data/port/registry.ts';
import type { Instant } from '../../core/units.ts';
import type { ModelSeries } from '../../chart/model/chart-model.ts';
import { baseWords } from '../../chart/sentences/chart-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

const WHAT: Readonly<Record<DashboardState['view']['chart'], string>> = {
  overlay: 'Daily closes, each at the instant of its exchange’s close',
  'event-time': 'Daily closes by session, counted from day 0 of each market',
  daily: 'Change of each session’s close on the session before',
  multiples: 'Daily closes from five sessions before to five after each event',
};

/** How much of its window a series has, as far as sessions were over when it was fetched. */
function completenessWords({ series, from, to }: ModelSeries): string {
  const [first, last] = [series.sessions[from], series.sessions[to - 1]];
  if (first === undefined || last === undefined) return 'no session';
  const { fetchedAt, lastIsPartial } = series.provenance;
  const isRunning = lastIsPartial && to === series.sessions.length;
  const { words } = completeness(series, { from: first, to: last }, Date.parse(fetchedAt) as Instant);
  return isRunning ? `${words}, the last still running` : words;
}

/** The sources of what is drawn: who answered, when, and how complete the window is. */
function sourceWords({ study, model, readerFormats, readerZone }: DashboardState): string {
  const shown = model.series.map((one) => {
    const { source, label, fetchedAt } = one.series.provenance;
    const words = completenessWords(one);
    if (source === defaultSource)
      return `${one.instrument.name}: ${study.snapshot.series[one.instrument.id]?.source ?? label}, ${words}`;
    const at = readerFormats.moment(Date.parse(fetchedAt) as Instant, readerZone);
    return `${one.instrument.name}: ${label} at ${at}, ${words}`;
  });
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
  const isSnapshot = model.series.some(({ series }) => series.provenance.source === defaultSource);
  const snapshot = isSnapshot ? ` Bundled snapshot of ${formats.date(study.snapshot.retrieved)}.` : '';
  return <p>{`${WHAT[view.chart]}${since}. ${sourceWords(state)}${snapshot}`}</p>;
}
