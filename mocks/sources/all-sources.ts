import type { MockSource } from '../mock-source.ts';
import { eastmoney } from './eastmoney.ts';
import { fredApi, fredCsv } from './fred.ts';
import { hsi } from './hsi.ts';
import { nasdaq } from './nasdaq.ts';
import { tencent } from './tencent.ts';
import { twelveData } from './twelve-data.ts';
import { yahoo } from './yahoo.ts';

/** Every source that is called over the network. The snapshot and a reader's file need no mock. */
export const allSources: readonly MockSource[] = [eastmoney, tencent, twelveData, fredCsv, fredApi, hsi, nasdaq, yahoo];
