import type { QueryClient } from '@tanstack/react-query';
import type { PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import type { MarketDataAdapter } from '../../data/port/adapter.ts';
import type { SourceFailure } from '../../data/port/failure.ts';
import { standIns } from '../../data/port/stand-ins.ts';
import { type FetchEnv, fetchSeries } from '../../data/port/fetch-series.ts';
import { freshFor, seriesKey } from '../../data/port/freshness.ts';
import { defaultSource, findAdapter } from '../../data/port/registry.ts';
import { withRevisions } from '../../data/checks/revision.ts';
import { failureSentence } from '../../words/en/failures.ts';
import type { Reader } from '../reader.ts';
import type { SourceMemory } from './source-memory.ts';

const DAY = 86_400_000;

/** A failure of a source as an error, so that a query can end in it. Its message is the sentence for readers. */
export class SourceError extends Error {
  readonly failure: SourceFailure;
  constructor(failure: SourceFailure) {
    super(failureSentence(failure));
    this.name = 'SourceError';
    this.failure = failure;
  }
}

/** Why there is no answer, for a reader: the sentence, and the source's own words as a quotation. `file` is the name of the reader's file. */
export function failureWords(error: unknown, file = ''): string {
  if (!(error instanceof SourceError)) return error instanceof Error ? error.message : String(error);
  const { said } = error.failure;
  const sentence = failureSentence(error.failure, file);
  return said === undefined ? sentence : `${sentence} It said: “${said}”.`;
}

/** Everything that a question to a source needs. */
export interface Desk {
  readonly study: Study;
  readonly reader: Reader;
  readonly memory: SourceMemory;
  readonly client: QueryClient;
}

/** The sessions that a study needs, from any source. */
export function studyRange({ snapshot: { from, to } }: Study) {
  return { from, to };
}

/** The world as one source is given it: its own key, its own file, and the proxy only where it needs it. */
async function envFor(
  adapter: MarketDataAdapter,
  instrument: Instrument,
  desk: Desk,
  signal: AbortSignal,
): Promise<FetchEnv> {
  const { reader, study, memory } = desk;
  const { keys, files } = memory.current();
  const key = keys.get(adapter.id);
  const file = adapter.needs.file ? files.get(instrument.id) : undefined;
  const proxyBase = adapter.needs.proxy ? await reader.findProxy() : null;
  const reference = await bundledSeries(adapter, instrument, desk);
  return {
    fetch: reader.fetch,
    now: reader.now,
    random: reader.random,
    signal,
    study,
    studyUrl: reader.studyUrl(study.id),
    ...(key === undefined ? {} : { key }),
    ...(file === undefined ? {} : { file }),
    ...(proxyBase === null ? {} : { proxyBase }),
    ...(reference === null ? {} : { reference }),
  };
}

/** The study's own closes, to hold another source's against; null where there are none, and for themselves. */
async function bundledSeries(
  { id }: MarketDataAdapter,
  instrument: Instrument,
  desk: Desk,
): Promise<PriceSeries | null> {
  const bundled = id === defaultSource ? null : findAdapter(defaultSource);
  if (bundled === null) return null;
  return desk.client.fetchQuery(seriesQuery(bundled, instrument, desk)).catch(() => null);
}

function remember(adapter: MarketDataAdapter, desk: Desk, sentence: string, isGood: boolean): void {
  desk.memory.setLast(adapter.id, { at: desk.reader.now(), sentence, isGood });
}

/** Asks one source for an instrument over a range and remembers how it went. */
export async function askSource(
  adapter: MarketDataAdapter,
  instrument: Instrument,
  desk: Desk,
  signal: AbortSignal,
  range = studyRange(desk.study),
): Promise<PriceSeries> {
  const env = await envFor(adapter, instrument, desk, signal);
  const result = await fetchSeries(adapter, instrument, range, env);
  if (result.kind === 'failure') {
    const error = new SourceError(result.failure);
    if (result.failure.kind !== 'aborted') remember(adapter, desk, failureWords(error), false);
    throw error;
  }
  const { sessions } = result.series;
  remember(
    adapter,
    desk,
    `${instrument.id}: ${sessions.length} sessions, the last on ${sessions.at(-1) ?? 'none'}.`,
    true,
  );
  return result.series;
}

/**
 * The query for an instrument from one source. Every chart that needs it shares
 * one request; finished sessions come from the cache at once and are asked for
 * again at most daily. A past close that changed in between is an issue of the
 * newer answer.
 */
export function seriesQuery(adapter: MarketDataAdapter, instrument: Instrument, desk: Desk) {
  const range = studyRange(desk.study);
  const own = adapter.needs.key === 'none' && !adapter.needs.file ? 0 : desk.memory.current().version;
  const queryKey = [...seriesKey(adapter.id, instrument.id, range), desk.study.id, own];
  return {
    queryKey,
    staleTime: freshFor(instrument, range, desk.reader.now()),
    gcTime: DAY,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PriceSeries> => {
      const before = desk.client.getQueryData<PriceSeries>(queryKey);
      const series = await askSource(adapter, instrument, desk, signal);
      return before === undefined ? series : withRevisions(before, series);
    },
  };
}

/** Whether another live source may stand in: not for a file of the reader's, and not for the snapshot itself. */
function hasStandIns(adapter: MarketDataAdapter): boolean {
  return !adapter.needs.file && adapter.id !== defaultSource;
}

/**
 * The query for what stands in when a source has failed: the first of its
 * stand-ins that answers. Each is asked by its own query, so that whoever else
 * needs the same series shares the request.
 */
export function standInQuery(chosen: MarketDataAdapter, instrument: Instrument, desk: Desk, isNeeded: boolean) {
  const range = studyRange(desk.study);
  const candidates = hasStandIns(chosen) ? standIns(chosen, instrument) : [];
  return {
    queryKey: ['stand-in', ...seriesKey(chosen.id, instrument.id, range), desk.study.id],
    enabled: isNeeded && candidates.length > 0,
    staleTime: freshFor(instrument, range, desk.reader.now()),
    gcTime: DAY,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<PriceSeries> => {
      let failure: unknown = new RangeError(`no source can stand in for ${chosen.label}`);
      for (const adapter of candidates) {
        if (signal.aborted) break;
        try {
          return await desk.client.fetchQuery(seriesQuery(adapter, instrument, desk));
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
  };
}
