import type { MarketDataAdapter } from './adapter.ts';
import { eastmoney } from './sources/eastmoney.ts';
import { file } from './sources/file.ts';
import { snapshot } from './sources/snapshot.ts';

/** Every source, in the order in which a reader is offered them. */
export const adapters: readonly MarketDataAdapter[] = [snapshot, file, eastmoney];

/** Which source answers when the reader has chosen none. */
export const defaultSource = snapshot.id;

/** The adapter of that id, or null. */
export function findAdapter(id: string): MarketDataAdapter | null {
  return adapters.find((adapter) => adapter.id === id) ?? null;
}
