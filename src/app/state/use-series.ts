import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import type { MarketDataAdapter } from '../../data/port/adapter.ts';
import { formatsFor, type Formats } from '../../chart/text/formats.ts';
import { isSessionDate } from '../../core/units.ts';
import { defaultSource, findAdapter } from '../../data/port/registry.ts';
import type { Reader } from '../reader.ts';
import { type Desk, failureWords, seriesQuery, SourceError, standInQuery } from '../sources/series-queries.ts';
import type { SourceMemory } from '../sources/source-memory.ts';
import type { SeriesStatus } from './dashboard-state.ts';

interface Outcome {
  readonly data: PriceSeries | undefined;
  readonly error: Error | null;
}

interface Answers {
  readonly own: Outcome;
  readonly bundled: Outcome;
  readonly standIn: Outcome;
}

/** The series to draw: the source's own, else that of a source that stands in, else the snapshot's, also while the source is being asked. */
function seriesOf({ own, bundled, standIn }: Answers): PriceSeries | undefined {
  return own.data ?? (own.error === null ? undefined : standIn.data) ?? bundled.data;
}

/** What is shown in place of what failed, as a sentence. */
function insteadOf(shown: PriceSeries, chosen: MarketDataAdapter, formats: Formats): string {
  const { source, label, fetchedAt } = shown.provenance;
  if (source === defaultSource) {
    const day = fetchedAt.slice(0, 10);
    return `The bundled snapshot of ${isSessionDate(day) ? formats.date(day) : fetchedAt} is shown instead.`;
  }
  return source === chosen.id ? 'What it answered before is still shown.' : `${label} is shown instead.`;
}

/** What became of an instrument. `hasFile`: the reader has given a file in this tab, for whichever instrument. */
function statusOf(
  instrument: Instrument,
  chosen: MarketDataAdapter,
  answers: Answers,
  hasFile: boolean,
  formats: Formats,
): SeriesStatus {
  const { own } = answers;
  const status = (state: SeriesStatus['state'], failure: string | null, instead: string | null): SeriesStatus => {
    return { instrument: instrument.id, state, failure, instead };
  };
  if (own.error === null) return status(own.data === undefined ? 'loading' : 'ready', null, null);
  const shown = seriesOf(answers);
  const isWithoutFile = own.error instanceof SourceError && own.error.failure.kind === 'needs-file';
  // A file is for some instruments only; the caption says where the others are from.
  if (isWithoutFile && hasFile && shown !== undefined) return status('ready', null, null);
  const failure = isWithoutFile
    ? 'The address asks for a file of yours, which only the tab that was given it has; give it again.'
    : failureWords(own.error);
  return shown === undefined
    ? status('failed', failure, null)
    : status('fallback', failure, insteadOf(shown, chosen, formats));
}

const NONE: Outcome = { data: undefined, error: null };

/** What queries have come to: the same array while none of them has come to anything else. */
function outcomesOf(results: readonly Outcome[]): readonly Outcome[] {
  return results.map(({ data, error }) => ({ data, error }));
}

/**
 * The closes of a study's instruments from the chosen source, each asked for
 * once however many charts need it. Where the source fails, the next of the
 * registry's order or the bundled snapshot stands in, and the status says so.
 */
export function useSeries(
  study: Study,
  source: string,
  reader: Reader,
  memory: SourceMemory,
): {
  available: ReadonlyMap<InstrumentId, PriceSeries>;
  statuses: readonly SeriesStatus[];
  retry: () => void;
  desk: Desk;
} {
  const client = useQueryClient();
  useSyncExternalStore(memory.subscribe, () => memory.current().version);
  const desk = useMemo(() => ({ study, reader, memory, client }), [study, reader, memory, client]);
  const bundledAdapter = findAdapter(defaultSource);
  const chosen = findAdapter(source) ?? bundledAdapter;
  if (bundledAdapter === null || chosen === null) throw new Error('the registry has no default source');
  const own = useQueries({
    queries: study.instruments.map((instrument) => seriesQuery(chosen, instrument, desk)),
    combine: outcomesOf,
  });
  const bundled = useQueries({
    queries: study.instruments.map((instrument) => seriesQuery(bundledAdapter, instrument, desk)),
    combine: outcomesOf,
  });
  const standIns = useQueries({
    queries: study.instruments.map((instrument, index) =>
      standInQuery(chosen, instrument, desk, own[index]?.error != null),
    ),
    combine: outcomesOf,
  });
  const answers = useMemo(
    () =>
      study.instruments.map((_, index): Answers => {
        return { own: own[index] ?? NONE, bundled: bundled[index] ?? NONE, standIn: standIns[index] ?? NONE };
      }),
    [study, own, bundled, standIns],
  );
  const available = useMemo((): ReadonlyMap<InstrumentId, PriceSeries> => {
    const known = answers.map(seriesOf).filter((series) => series !== undefined);
    return new Map(known.map((series) => [series.instrument, series]));
  }, [answers]);
  const hasFile = memory.current().files.size > 0;
  const statuses = useMemo(() => {
    const formats = formatsFor(study.language);
    return study.instruments.map((instrument, index) =>
      statusOf(instrument, chosen, answers[index] ?? { own: NONE, bundled: NONE, standIn: NONE }, hasFile, formats),
    );
  }, [study, chosen, answers, hasFile]);
  const retry = useCallback((): void => {
    void client.invalidateQueries({ queryKey: ['series', chosen.id] });
    void client.invalidateQueries({ queryKey: ['stand-in'] });
  }, [client, chosen]);
  return { available, statuses, retry, desk };
}
