import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import type { MarketDataAdapter } from '../../data/adapter.ts';
import type { SourceFailure } from '../../data/failure.ts';
import { fetchSeries } from '../../data/fetch-series.ts';
import { defaultSource, findAdapter } from '../../data/registry.ts';
import type { Reader } from '../reader.ts';
import type { SeriesStatus } from './dashboard-state.ts';

const DAY = 86_400_000;

/** A failure of a source as an error, so that a query can end in it. */
class SourceError extends Error {
  readonly failure: SourceFailure;
  constructor(failure: SourceFailure) {
    super(failure.sentence);
    this.failure = failure;
  }
}

function seriesQuery(adapter: MarketDataAdapter, instrument: Instrument, study: Study, reader: Reader) {
  return {
    queryKey: ['series', adapter.id, study.id, instrument.id],
    // Finished sessions do not change from one minute to the next.
    staleTime: DAY,
    gcTime: DAY,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PriceSeries> => {
      const { from, to } = study.snapshot;
      const result = await fetchSeries(
        adapter,
        instrument,
        { from, to },
        {
          fetch: reader.fetch,
          now: reader.now,
          random: reader.random,
          signal,
          study,
          studyUrl: reader.studyUrl(study.id),
          ...(reader.proxyBase === null ? {} : { proxyBase: reader.proxyBase }),
        },
      );
      if (result.kind === 'failure') throw new SourceError(result.failure);
      return result.series;
    },
  };
}

function statusOf(
  instrument: Instrument,
  own: { data?: PriceSeries | undefined; error: unknown },
  bundled: { data?: PriceSeries | undefined; error: unknown } | undefined,
): SeriesStatus {
  if (own.data !== undefined) return { instrument: instrument.id, state: 'ready', sentence: null };
  if (own.error === null) return { instrument: instrument.id, state: 'loading', sentence: null };
  const failure = own.error instanceof Error ? own.error.message : String(own.error);
  const said = own.error instanceof SourceError && own.error.failure.said !== undefined ? ` It said: “${own.error.failure.said}”` : '';
  if (bundled?.data === undefined) return { instrument: instrument.id, state: 'failed', sentence: `${instrument.name}: ${failure}${said}` };
  return {
    instrument: instrument.id,
    state: 'fallback',
    sentence: `${instrument.name}: ${failure}${said} The bundled snapshot of ${bundled.data.provenance.fetchedAt} is shown instead.`,
  };
}

/**
 * The closes of a study's instruments from the chosen source, each asked for
 * once however many charts need it. Where the source fails, the bundled
 * snapshot stands in and the status says so.
 */
export function useSeries(
  study: Study,
  source: string,
  reader: Reader,
): { available: ReadonlyMap<InstrumentId, PriceSeries>; statuses: readonly SeriesStatus[]; retry: () => void } {
  const client = useQueryClient();
  const bundled = findAdapter(defaultSource);
  const chosen = findAdapter(source) ?? bundled;
  if (bundled === null || chosen === null) throw new Error('the registry has no default source');
  const own = useQueries({ queries: study.instruments.map((instrument) => seriesQuery(chosen, instrument, study, reader)) });
  const fallback = useQueries({
    queries: study.instruments.map((instrument) => seriesQuery(bundled, instrument, study, reader)),
  });
  const series = study.instruments.map((_, index) => own[index]?.data ?? (own[index]?.error == null ? undefined : fallback[index]?.data));
  const available = useMemo(
    () => new Map(series.flatMap((one) => (one === undefined ? [] : [[one.instrument, one] as const]))),
    // The series themselves are the identity: a new array of the same ones is no change.
    series,
  );
  const statuses = study.instruments.flatMap((instrument, index) => {
    const query = own[index];
    return query === undefined ? [] : [statusOf(instrument, query, fallback[index])];
  });
  const retry = (): void => void client.invalidateQueries({ queryKey: ['series', chosen.id] });
  return { available, statuses, retry };
}
