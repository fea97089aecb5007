import type { ChartModel } from '../../chart/model/chart-model.ts';
import { baseWords } from '../../chart/sentences/chart-words.ts';
import { headline } from '../../chart/sentences/headline.ts';
import type { Formats } from '../../chart/text/formats.ts';
import type { ChartKind } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';

const WHAT: Readonly<Record<ChartKind, string>> = {
  overlay: 'Daily closes',
  'event-time': 'Daily closes by session, counted from day 0 of each market',
  daily: 'Change of each session’s close on the session before',
  multiples: 'Daily closes from five sessions before to five after each event',
};

/** What a chart is called in a list of charts and in the title of a frame. */
export const CHART_TITLES: Readonly<Record<ChartKind, string>> = {
  overlay: 'Closes around the announcement',
  'event-time': 'Closes by session from day 0',
  daily: 'Daily moves',
  multiples: 'Closes around each event',
};

/** The last session that a chart could show, in words; empty without a series. */
export function dataAsOf(model: ChartModel, formats: Formats): string {
  const last = model.series.flatMap(({ series }) => series.sessions.at(-1) ?? []).toSorted();
  const date = last.at(-1);
  return date === undefined ? '' : `Data as of ${formats.date(date)}.`;
}

/** Two sentences below an embedded chart: what it shows; whose figures these are, and up to when they go. */
export function captionOf(model: ChartModel, formats: Formats): { readonly what: string; readonly source: string } {
  const { chart, scale } = model.view;
  const isRebased = chart === 'overlay' || chart === 'event-time';
  const since =
    isRebased && scale !== 'points' && model.series.length > 0 ? `; 100 = ${baseWords(model, formats)}` : '';
  const { snapshot } = model.study;
  const sources = model.series.map(({ series, instrument }) =>
    series.provenance.source === 'snapshot'
      ? (snapshot.series[instrument.id]?.source ?? series.provenance.label)
      : series.provenance.label,
  );
  return {
    what: `${WHAT[chart]}${since}.`,
    source: `Source: ${[...new Set(sources)].join('; ')}. ${dataAsOf(model, formats)}`.trim(),
  };
}

/** The finding as one plain sentence, written from the data. */
export function findingOf(
  model: ChartModel,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  formats: Formats,
): string {
  return headline(model.study, available, formats)
    .map(({ text }) => text)
    .join('');
}

/** What a picture of the chart is described as to whoever does not see it: the chart, its markets, the finding. */
export function altOf(model: ChartModel, available: ReadonlyMap<InstrumentId, PriceSeries>, formats: Formats): string {
  const { what } = captionOf(model, formats);
  const names = formats.list(model.series.map(({ instrument }) => instrument.name));
  return `${CHART_TITLES[model.view.chart]}: ${names}. ${what} ${findingOf(model, available, formats)}`;
}
