import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAround } from '../../mocks/mock-rows.ts';
import { isScenario, scenarios } from '../../mocks/scenarios.ts';
import { bundledCloses, mockServer } from '../../mocks/server.ts';
import { allSources } from '../../mocks/sources/all-sources.ts';
import { adapters } from '../../src/data/port/registry.ts';

const EASTMONEY =
  'https://push2his.eastmoney.com/api/qt/stock/kline/get?secid=124.HSTECH&beg=20250714&end=20250715&fields2=f51,f52,f53,f54,f55,f56';

describe('the mocked sources', () => {
  const server = mockServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());

  it('answer with the bundled opens and closes', async () => {
    const answer = await (await fetch(EASTMONEY)).json();
    // Opens and closes of 14 and 15 July 2025.
    expect(answer.data.klines.map((line: string) => line.split(',').slice(0, 3))).toEqual([
      ['2025-07-14', '5240.48', '5283.50'],
      ['2025-07-15', '5297.89', '5431.29'],
    ]);
  });

  it('answer below a proxy as they do directly', async () => {
    const direct = await (await fetch(EASTMONEY)).text();
    expect(await (await fetch(EASTMONEY.replace('https://', 'http://127.0.0.1/proxy/'))).text()).toBe(direct);
  });

  it('are those of every adapter that calls the network', () => {
    const ofNetwork = adapters.map(({ id }) => id).filter((id) => id !== 'snapshot' && id !== 'file');
    expect([...new Set(allSources.map(({ id }) => id))].toSorted()).toEqual(ofNetwork.toSorted());
  });
});

describe('a mocked row', () => {
  it('is possible: open and close stand inside low and high', async () => {
    for (const { open, high, low, close } of rowsAround(await bundledCloses('IXIC'), '2024-07-01', '2025-12-31')) {
      expect(Math.max(open, close ?? 0)).toBeLessThanOrEqual(high);
      expect(Math.min(open, close ?? 0)).toBeGreaterThanOrEqual(low);
    }
  });
});

describe('a scenario', () => {
  it('is one of those that are listed', () => {
    expect(Object.keys(scenarios).every(isScenario)).toBe(true);
    expect(['toString', '', 'OK'].some(isScenario)).toBe(false);
  });
});
