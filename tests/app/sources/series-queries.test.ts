// @vitest-environment node
import { issueSentence } from '../../../src/words/en/series-issues.ts';
import { describe, expect, it, vi } from 'vitest';
import { proxyPresence } from '../../../src/app/sources/proxy-presence.ts';
import { failureWords, seriesQuery, standInQuery } from '../../../src/app/sources/series-queries.ts';
import type { Instant } from '../../../src/core/units.ts';
import type { MarketDataAdapter } from '../../../src/data/port/adapter.ts';
import { findAdapter } from '../../../src/data/port/registry.ts';
import { instrument } from '../../data/first-study.ts';
import { eastmoneyAnswer, worldOf } from './desk-at-hand.ts';

const HOUR = 3_600_000;
const KEY = 'k3y0f0ne0wn';

function adapter(id: string): MarketDataAdapter {
  const found = findAdapter(id);
  if (found === null) throw new Error(id);
  return found;
}

const eastmoney = adapter('eastmoney');
const refused = (): Response => new Response('not today', { status: 403 });

describe('the query for a series', () => {
  it('is one request for two who need it at once', async () => {
    const { client, desk, asked } = worldOf(eastmoneyAnswer);
    const [first, second] = await Promise.all([
      client.fetchQuery(seriesQuery(eastmoney, instrument('IXIC'), desk)),
      client.fetchQuery(seriesQuery(eastmoney, instrument('IXIC'), desk)),
    ]);
    expect(asked).toHaveLength(1);
    expect(second).toBe(first);
  });

  it('asks for finished sessions again after a day and not before', () => {
    const { desk } = worldOf(eastmoneyAnswer);
    // The study ends on 31 December 2025, the clock stands in November 2026.
    expect(seriesQuery(eastmoney, instrument('IXIC'), desk).staleTime).toBe(24 * HOUR);
  });

  it('asks again within a minute while a session of the range is running, and within the hour after it', () => {
    const { desk, clock } = worldOf(eastmoneyAnswer);
    // New York: 31 December 2025 closes at 16:00, which is 21:00 UTC.
    clock.now = Date.parse('2025-12-31T15:00:00Z') as Instant;
    expect(seriesQuery(eastmoney, instrument('IXIC'), desk).staleTime).toBe(60_000);
    clock.now = Date.parse('2025-12-31T22:00:00Z') as Instant;
    expect(seriesQuery(eastmoney, instrument('IXIC'), desk).staleTime).toBe(HOUR);
  });

  it('reports a changed past close with both values', async () => {
    const changed: Record<string, string> = {};
    const { client, desk } = worldOf((url) => eastmoneyAnswer(url, changed));
    const query = seriesQuery(eastmoney, instrument('HSTECH'), desk);
    await client.fetchQuery(query);
    changed['2025-07-15'] = '5432.10';
    const again = await client.fetchQuery({ ...query, staleTime: 0 });
    const revised = again.issues.filter(({ kind }) => kind === 'revised');
    expect(revised.map(({ sessions }) => sessions)).toEqual([['2025-07-15']]);
    expect(revised.map(issueSentence)[0]).toContain('2025-07-15 from 5,431.29 to 5,432.10');
  });

  it('names a series that stands on another level than the bundled one, from a source and from a file', async () => {
    // The Nasdaq-100 stood at 22,855.63 on 14 July 2025, where the Composite closed at 20,640.33.
    const closes = ['2025-07-14,22855.63'];
    const klines = closes.map((row) => `${row.replace(',', ',22800,')},22900,22700,0`);
    const { client, desk, memory } = worldOf(() => Response.json({ rc: 0, data: { code: 'NDX', name: 'x', klines } }));
    memory.setFile('IXIC', { name: 'mine.csv', text: ['date,close', ...closes, ''].join('\n'), choices: {} });
    for (const source of [eastmoney, adapter('file')]) {
      const { issues } = await client.fetchQuery(seriesQuery(source, instrument('IXIC'), desk));
      expect(issues.filter(({ kind }) => kind === 'suspect-value').map(issueSentence)).toEqual([
        'On 2025-07-14 it gives 22,855.63 where Bundled snapshot has 20,640.33: another instrument or another scale; the rows were kept.',
      ]);
    }
    const same = worldOf(eastmoneyAnswer);
    const { issues } = await same.client.fetchQuery(seriesQuery(eastmoney, instrument('IXIC'), same.desk));
    expect(issues.filter(({ kind }) => kind === 'suspect-value')).toEqual([]);
  });

  it('remembers what a source last did, good and bad', async () => {
    let isWell = true;
    const { client, desk, memory } = worldOf((url) => (isWell ? eastmoneyAnswer(url) : refused()));
    const query = seriesQuery(eastmoney, instrument('IXIC'), desk);
    await client.fetchQuery(query);
    expect(memory.current().last.get('eastmoney')).toMatchObject({ isGood: true });
    isWell = false;
    await expect(client.fetchQuery({ ...query, staleTime: 0 })).rejects.toThrow('EastMoney refused the request');
    expect(memory.current().last.get('eastmoney')).toMatchObject({
      isGood: false,
      sentence: 'EastMoney refused the request for Nasdaq Composite: status 403. It said: “not today”.',
    });
  });

  it('says that a source needs the proxy where there is none, and asks through it where there is one', async () => {
    const fred = adapter('fred');
    const without = worldOf(refused);
    await expect(without.client.fetchQuery(seriesQuery(fred, instrument('IXIC'), without.desk))).rejects.toThrow(
      'this source needs the proxy',
    );
    expect(without.asked).toEqual([]);
    const csv = 'observation_date,NASDAQCOM\n2025-07-14,20640.33\n2025-07-15,20677.80\n';
    const withOne = worldOf(() => new Response(csv), 'https://site.example/proxy');
    const series = await withOne.client.fetchQuery(seriesQuery(fred, instrument('IXIC'), withOne.desk));
    expect(series.closes).toEqual([20640.33, 20677.8]);
    expect(withOne.asked.map(({ host, pathname }) => host + pathname)).toEqual([
      'site.example/proxy/fred.stlouisfed.org/graph/fredgraph.csv',
    ]);
  });
});

describe('what stands in for a source that failed', () => {
  /** The hosts that are asked when everything fails, in order. */
  async function tried(chosen: string, id: string): Promise<string[]> {
    const { client, desk, asked } = worldOf(refused, 'https://site.example/proxy');
    const query = standInQuery(adapter(chosen), instrument(id), desk, true);
    if (query.enabled) await client.fetchQuery(query);
    return asked.map(({ host, pathname }) => (host === 'site.example' ? (pathname.split('/')[2] ?? '') : host));
  }

  it('follows the order of the registry, past what has failed, and ends with the snapshot', async () => {
    // Order: EastMoney, Tencent, FRED, the index company, Nasdaq.com. The index company has no Composite.
    expect(await tried('twelve-data', 'IXIC')).toEqual([
      'push2his.eastmoney.com',
      'web.ifzq.gtimg.cn',
      'fred.stlouisfed.org',
      'api.nasdaq.com',
    ]);
    const { client, desk } = worldOf(refused);
    const series = await client.fetchQuery(standInQuery(eastmoney, instrument('IXIC'), desk, true));
    expect(series.provenance.source).toBe('snapshot');
  });

  it('asks nobody further once it is called off', async () => {
    const { client, desk, asked } = worldOf(async () => {
      void client.cancelQueries({ queryKey: ['stand-in'] });
      return refused();
    });
    const query = standInQuery(adapter('twelve-data'), instrument('IXIC'), desk, true);
    await expect(client.fetchQuery(query)).rejects.toThrow();
    await vi.waitFor(() => expect(client.isFetching()).toBe(0));
    expect(asked.map(({ host }) => host)).toEqual(['push2his.eastmoney.com']);
  });

  it('is never Yahoo, whichever source has failed', async () => {
    for (const chosen of ['eastmoney', 'tencent', 'twelve-data', 'fred', 'hsi', 'nasdaq', 'yahoo']) {
      expect((await tried(chosen, 'IXIC')).filter((host) => host.includes('yahoo'))).toEqual([]);
    }
  });

  it('is nothing where the reader has given a file, or for the snapshot itself', () => {
    const { desk } = worldOf(refused);
    for (const chosen of ['file', 'snapshot']) {
      expect(standInQuery(adapter(chosen), instrument('IXIC'), desk, true).enabled).toBe(false);
    }
  });

  it('shares its request with whoever else needs that series', async () => {
    const { client, desk, asked } = worldOf(eastmoneyAnswer);
    await Promise.all([
      client.fetchQuery(standInQuery(adapter('tencent'), instrument('HSTECH'), desk, true)),
      client.fetchQuery(seriesQuery(eastmoney, instrument('HSTECH'), desk)),
    ]);
    expect(asked.map(({ host }) => host)).toEqual(['push2his.eastmoney.com']);
  });
});

describe('a key', () => {
  it('goes into the request to its own source and into no key of a query, no error and no other request', async () => {
    const { client, desk, memory, asked } = worldOf((url) =>
      url.host === 'api.twelvedata.com'
        ? Response.json({ code: 401, status: 'error', message: `**apikey** ${KEY} is incorrect` })
        : eastmoneyAnswer(url),
    );
    memory.setKey('twelve-data', KEY);
    const error: unknown = await client
      .fetchQuery(seriesQuery(adapter('twelve-data'), instrument('IXIC'), desk))
      .catch((thrown: unknown) => thrown);
    const standIn = await client.fetchQuery(standInQuery(adapter('twelve-data'), instrument('IXIC'), desk, true));
    expect(asked.filter(({ href }) => href.includes(KEY)).map(({ host }) => host)).toEqual(['api.twelvedata.com']);
    expect(failureWords(error)).toContain('did not accept the key');
    const told = [
      JSON.stringify(error),
      failureWords(error),
      JSON.stringify(standIn.provenance),
      JSON.stringify(
        client
          .getQueryCache()
          .getAll()
          .map(({ queryKey }) => queryKey),
      ),
      JSON.stringify([...memory.current().last.values()]),
    ];
    for (const text of told) expect(text).not.toContain(KEY);
  });

  it('that is given anew asks anew', () => {
    const { desk, memory } = worldOf(refused);
    const before = seriesQuery(adapter('twelve-data'), instrument('IXIC'), desk).queryKey;
    memory.setKey('twelve-data', KEY);
    expect(seriesQuery(adapter('twelve-data'), instrument('IXIC'), desk).queryKey).not.toEqual(before);
  });
});

describe('the presence of a proxy', () => {
  const greeting = 'The proxy of this site is here; see docs/proxy.md.';
  const presence = (answers: (Response | Error)[]) => {
    let count = 0;
    const find = proxyPresence(async () => {
      const answer = answers[count++] ?? new Error('asked too often');
      if (answer instanceof Error) throw answer;
      return answer;
    }, 'https://site.example');
    return { find, count: () => count };
  };

  it('is asked for once', async () => {
    const { find, count } = presence([new Response(greeting, { headers: { 'content-type': 'text/plain' } })]);
    expect(await Promise.all([find(), find()])).toEqual(Array(2).fill('https://site.example/proxy'));
    expect(count()).toBe(1);
  });

  it('is not taken from a page that answers every address', async () => {
    const { find } = presence([new Response(greeting, { headers: { 'content-type': 'text/html' } })]);
    expect(await find()).toBeNull();
  });

  it('is asked for again where nothing answered', async () => {
    const { find } = presence([
      new TypeError('Failed to fetch'),
      new Response(greeting, { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
    ]);
    expect(await find()).toBeNull();
    expect(await find()).toBe('https://site.example/proxy');
  });
});
