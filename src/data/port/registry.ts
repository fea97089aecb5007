import type { MarketDataAdapter } from './adapter.ts';
import { eastmoney } from '../sources/eastmoney.ts';
import { file } from '../sources/file.ts';
import { fred } from '../sources/fred.ts';
import { hsi } from '../sources/hsi.ts';
import { nasdaq } from '../sources/nasdaq.ts';
import { snapshot } from '../sources/snapshot.ts';
import { tencent } from '../sources/tencent.ts';
import { twelveData } from '../sources/twelve-data.ts';
import { yahoo } from '../sources/yahoo.ts';

/** Every source, in the order in which a reader is offered them. */
export const adapters: readonly MarketDataAdapter[] = [
  snapshot,
  file,
  eastmoney,
  tencent,
  twelveData,
  fred,
  hsi,
  nasdaq,
  yahoo,
];

/** Which source answers when the reader has chosen none. */
export const defaultSource: string = snapshot.id;

/**
 * Sources that may stand in for one that fails, by id, in this order. Those that
 * are opt-in, such as Yahoo, are never among them; the snapshot comes last
 * because it is older but always there.
 */
export const fallbackOrder: readonly string[] = ['eastmoney', 'tencent', 'fred', 'hsi', 'nasdaq', 'snapshot'];

/** The adapter of that id, or null. */
export function findAdapter(id: string): MarketDataAdapter | null {
  return adapters.find((adapter) => adapter.id === id) ?? null;
}
