import type { ExchangeDefinition } from '../exchange-definition.ts';
import { xhkg } from './xhkg.ts';
import { xnas } from './xnas.ts';
import { xnys } from './xnys.ts';
import { xshe } from './xshe.ts';
import { xshg } from './xshg.ts';
import { xtks } from './xtks.ts';

/** Every exchange whose hours are known: one file of this folder each. All lists of exchanges derive from this one. */
const all = [xnas, xnys, xhkg, xtks, xshg, xshe] as const;

/** ISO 10383 market identifier of an exchange whose trading hours are known here. */
export type ExchangeId = (typeof all)[number]['id'];

/** The identifiers, in the order in which they are offered. */
export const exchangeIds: readonly ExchangeId[] = all.map(({ id }) => id);

/** The exchanges by identifier. */
export const exchanges: Readonly<Record<ExchangeId, ExchangeDefinition<ExchangeId>>> = {
  XNAS: xnas,
  XNYS: xnys,
  XHKG: xhkg,
  XTKS: xtks,
  XSHG: xshg,
  XSHE: xshe,
};
