import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/data/instruments/catalogue.ts';
import { instrumentNames } from '../../src/data/files/instrument-names.ts';
import { catalogued, namesOf } from '../../src/data/instruments/find-instrument.ts';
import { adapters, findAdapter } from '../../src/data/port/registry.ts';
import { failureOf } from './bad-inputs/ask.ts';
import { fetchSeries } from '../../src/data/port/fetch-series.ts';
import { july, later } from './first-study.ts';

describe('the catalogue of instruments', () => {
  it('names each once, and no name twice', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names = catalogue.flatMap((one) => [...new Set(namesOf(one).map((name) => name.toLowerCase()))]);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it('has benchmarks that it knows, and symbols at sources that there are', () => {
    for (const { id, benchmark, symbols } of catalogue) {
      if (benchmark !== undefined) expect(catalogued(benchmark)?.id, id).toBe(benchmark);
      for (const source of Object.keys(symbols ?? {})) expect(findAdapter(source)?.id, id).toBe(source);
    }
  });

  it('says of each instrument without a symbol anywhere why that is', () => {
    for (const one of catalogue) {
      const covered = adapters.filter(({ id, needs, resolve }) => !needs.file && id !== 'snapshot' && resolve(one));
      if (covered.length === 0) expect(one.notCovered, one.id).toMatch(/file$/);
    }
  });

  it('has the symbols that the sources document', () => {
    const symbols = Object.fromEntries(
      catalogue.flatMap((one) =>
        adapters
          .filter(({ id }) => id !== 'snapshot' && id !== 'file')
          .flatMap(({ id, resolve }) => {
            const symbol = resolve(one);
            return symbol === null ? [] : [[`${one.id} ${id}`, symbol.code]];
          }),
      ),
    );
    // docs/sources.md
    expect(symbols).toEqual({
      'IXIC eastmoney': '100.NDX',
      'IXIC tencent': 'usIXIC',
      'IXIC twelve-data': 'IXIC',
      'IXIC fred': 'NASDAQCOM',
      'IXIC nasdaq': 'COMP',
      'IXIC yahoo': '^IXIC',
      'NDX eastmoney': '100.NDX100',
      'HSTECH eastmoney': '124.HSTECH',
      'HSTECH tencent': 'hkHSTECH',
      'HSTECH hsi': '02083.00',
      'HSI eastmoney': '100.HSI',
      'SPX fred': 'SP500',
      'SPX yahoo': '^GSPC',
      'NVDA yahoo': 'NVDA',
    });
  });

  it('knows an instrument by any name that files give it', () => {
    const called = instrumentNames([]);
    expect(['nasdaqcom', '^ndq', ' 纳斯达克 ', '^NDX', 'hkHSTECH', 'Nikkei 225', '000001.SS'].map(called)).toEqual([
      'IXIC',
      'IXIC',
      'IXIC',
      'NDX',
      'HSTECH',
      'N225',
      'SSEC',
    ]);
    expect(called('DJI')).toBeNull();
  });
});

describe('a source that does not have an instrument', () => {
  const ask = async (source: string, id: string) => {
    const [adapter, instrument] = [findAdapter(source), catalogued(id)];
    if (adapter === null || instrument === null) throw new Error(`there is no ${source} or no ${id}`);
    const env = { fetch: globalThis.fetch, now: () => later, random: () => 0.5, callsAnyHost: true };
    return failureOf(await fetchSeries(adapter, instrument, july, env), 'not-covered').sentence;
  };

  it('says why, with the reason that the catalogue gives once for all sources', async () => {
    const sentence = 'no source here has a documented symbol for it; give its closes as a file.';
    expect(await ask('eastmoney', 'AMD')).toBe(
      `EastMoney does not cover AMD; choose another source for it: ${sentence}`,
    );
    expect(await ask('yahoo', 'HSTECH')).toBe(
      'Yahoo Finance does not cover Hang Seng TECH; choose another source for it: it knows HSTECH.HK and has no daily history of it.',
    );
    expect(await ask('fred', 'HSTECH')).toBe('FRED does not cover Hang Seng TECH; choose another source for it.');
  });
});
