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
  const standIns = order
    .filter((id) => id !== chosen.id)
    .map(findAdapter)
    .filter((adapter) => adapter !== null)
    .filter((adapter) => !adapter.optIn && adapter.needs.key !== 'required' && adapter.resolve(instrument) !== null);
  const failed: SourceFailure[] = [];
  let result = await fetchSeries(chosen, instrument, range, envOf(chosen));
  for (const adapter of standIns) {
    if (result.kind === 'series' || result.failure.kind === 'aborted') break;
    failed.push(result.failure);
    result = await fetchSeries(adapter, instrument, range, envOf(adapter));
  }
  return { result, failed };
}
