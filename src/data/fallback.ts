import type { Instrument } from '../core/study.ts';
import type { MarketDataAdapter, SessionRange } from './adapter.ts';
import type { SourceFailure } from './failure.ts';
import { fetchSeries, type FetchEnv, type SeriesResult } from './fetch-series.ts';
import { fallbackOrder, findAdapter } from './registry.ts';

export interface FallbackResult {
  /** Of the source that answered, or of the last that was tried. */
  readonly result: SeriesResult;
  /** What was tried before it, in order. */
  readonly failed: readonly SourceFailure[];
}

/** The sources that may stand in for one that has failed, in order: none that is opt-in, a file or in need of a key. */
export function standIns(
  chosen: MarketDataAdapter,
  instrument: Instrument,
  order: readonly string[] = fallbackOrder,
): readonly MarketDataAdapter[] {
  return order
    .filter((id) => id !== chosen.id)
    .map(findAdapter)
    .filter((adapter) => adapter !== null)
    .filter(({ optIn, needs }) => !optIn && !needs.file && needs.key !== 'required')
    .filter((adapter) => adapter.resolve(instrument) !== null);
}

/**
 * The series from the chosen source or else from the next one that has it, in
 * the order of the registry. Sources that are opt-in or need a key never stand
 * in for another. A request that was called off tries nothing further. `envOf`
 * gives each source its own key and no other's.
 */
export async function fetchWithFallback(
  chosen: MarketDataAdapter,
  instrument: Instrument,
  range: SessionRange,
  envOf: (adapter: MarketDataAdapter) => FetchEnv,
  order: readonly string[] = fallbackOrder,
): Promise<FallbackResult> {
  const failed: SourceFailure[] = [];
  let result = await fetchSeries(chosen, instrument, range, envOf(chosen));
  for (const adapter of standIns(chosen, instrument, order)) {
    if (result.kind === 'series' || result.failure.kind === 'aborted') break;
    failed.push(result.failure);
    result = await fetchSeries(adapter, instrument, range, envOf(adapter));
  }
  return { result, failed };
}
