import type { Instrument } from '../../core/study.ts';
import type { MarketDataAdapter } from './adapter.ts';
import { fallbackOrder, findAdapter } from './registry.ts';

/** The sources that may stand in for one that has failed, in order: none that is opt-in, a file or in need of a key. */
export function standIns(chosen: MarketDataAdapter, instrument: Instrument): readonly MarketDataAdapter[] {
  return fallbackOrder
    .filter((id) => id !== chosen.id)
    .map(findAdapter)
    .filter((adapter) => adapter !== null)
    .filter(({ optIn, needs }) => !optIn && !needs.file && needs.key !== 'required')
    .filter((adapter) => adapter.resolve(instrument) !== null);
}
