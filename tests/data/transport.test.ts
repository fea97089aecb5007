import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/core/units.ts';
import { fetchSeries, type FetchEnv } from '../../src/data/port/fetch-series.ts';
import { retryAfterSeconds } from '../../src/data/port/retry-after.ts';
import { eastmoney } from '../../src/data/sources/eastmoney.ts';
import { fred } from '../../src/data/sources/fred.ts';
import { snapshot } from '../../src/data/sources/snapshot.ts';
import { tencent } from '../../src/data/sources/tencent.ts';
import { twelveData } from '../../src/data/sources/twelve-data.ts';
import { yahoo } from '../../src/data/sources/yahoo.ts';
import { at, instrument, july, later, range } from './first-study.ts';

const ROWS = ['2025-07-14,20585.00,20640.33,20700.00,20500.00,0', '2025-07-15,20700.00,20677.80,20836.00,20600.00,0'];
const GOOD = JSON.stringify({ rc: 0, data: { code: 'NDX', name: '纳斯达克', klines: ROWS } });
const twoDays = range('2025-07-14', '2025-07-15');

/** A world whose clock goes on only while somebody waits, and whose answers come from `respond`. */
function world(respond: (url: string, init: RequestInit | undefined) => Response | Promise<Response>) {
  let time: number = later;
  const asked: { url: string; at: number; init: RequestInit | undefined }[] = [];
  const env: FetchEnv = {
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      asked.push({ url, at: time - later, init });
      return respond(url, init);
    },
    now: () => time as Instant,
    random: () => 0.5,
    sleep: async (ms) => {
      time += ms;
    },
    studyUrl: 'https://site.example/studies/nvidia-h20/',
  };
  return { env, asked };
}

describe('the transport', () => {
  it('puts requests to one host in a line, a second and some jitter apart', async () => {
    const { env, asked } = world(() => new Response(GOOD));
    await Promise.all([1, 2, 3].map(() => fetchSeries(eastmoney, instrument('IXIC'), twoDays, env)));
    // 1000 ms × (1 + 0.5 / 2) between starts.
    expect(asked.map((entry) => entry.at)).toEqual([0, 1250, 2500]);
  });

  it('does not let one host wait for another', async () => {
    const { env, asked } = world((url) => new Response(url.includes('gtimg') ? '{"code":0,"msg":"","data":[]}' : GOOD));
    await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    await fetchSeries(tencent, instrument('IXIC'), twoDays, env);
    expect(asked.map((entry) => entry.at)).toEqual([0, 0]);
  });

  it('fetches the files of the site at once', async () => {
    const { env, asked } = world(() => new Response('date,close\n2025-07-15,20677.80\n'));
    await Promise.all(['IXIC', 'SPX'].map((id) => fetchSeries(snapshot, instrument(id), july, env)));
    expect(asked.map((entry) => [entry.at, new URL(entry.url).pathname])).toEqual([
      [0, '/studies/nvidia-h20/closes/IXIC.csv'],
      [0, '/studies/nvidia-h20/closes/SPX.csv'],
    ]);
  });

  it('waits longer before each further attempt', async () => {
    const { env, asked } = world(() => new Response('busy', { status: 503 }));
    await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    // 800 ms × 1.5 is less than the spacing of 1250; twice that, 2400, is not.
    expect(asked.map((entry) => entry.at)).toEqual([0, 1250, 3650]);
  });

  it.each([400, 401, 403, 404, 410, 422])('does not ask again after a refusal with status %i', async (status) => {
    const { env, asked } = world(() => new Response('no', { status }));
    const result = await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    expect(result.kind).toBe('failure');
    expect(asked).toHaveLength(1);
  });

  it('speaks of a key only where one was sent', async () => {
    const { env } = world(() => new Response('{"finance":{"error":{"code":"Unauthorized"}}}', { status: 401 }));
    const [own, none] = await Promise.all([
      fetchSeries(twelveData, instrument('IXIC'), twoDays, { ...env, key: 'k' }),
      fetchSeries(yahoo, instrument('IXIC'), twoDays, { ...env, callsAnyHost: true }),
    ]);
    expect(own.kind === 'failure' && own.failure.kind).toBe('key-refused');
    expect(none.kind === 'failure' && none.failure).toMatchObject({
      kind: 'refused',
      sentence: 'Yahoo Finance refused the request for Nasdaq Composite: status 401.',
    });
  });

  it('tells what lies behind a connection that failed', async () => {
    const { env } = world(() => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 192.0.2.1:443') });
    });
    const result = await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    expect(result.kind === 'failure' && result.failure.said).toBe('connect ECONNREFUSED 192.0.2.1:443');
  });

  it('lets no word of a source turn the direction of the text around it', async () => {
    const { env } = world(() => new Response('four\u202Eevif\u2066six', { status: 403 }));
    const result = await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    expect(result.kind === 'failure' && result.failure.said).toBe('four evif six');
  });

  it('quotes the beginning of a refusal, however long it is and whatever it is made of', async () => {
    for (const piece of ['<', '<script', '<html><title']) {
      const { env } = world(() => new Response(piece.repeat(200_000), { status: 403 }));
      const result = await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
      expect(result.kind === 'failure' && (result.failure.said ?? '').length).toBeLessThanOrEqual(240);
    }
  });

  it('takes an error page of FRED for a series that it does not know, whatever its status', async () => {
    const page = '<html><head><title>Error - St. Louis Fed</title></head></html>';
    const { env } = world(() => new Response(page, { status: 404 }));
    const result = await fetchSeries(fred, instrument('IXIC'), twoDays, { ...env, callsAnyHost: true });
    expect(result.kind === 'failure' && result.failure.kind).toBe('unknown-symbol');
  });

  it('sends no cookies, no referrer, no header of its own, and keeps no answer that could hold a key', async () => {
    const { env, asked } = world(() => new Response(GOOD));
    await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
    expect(asked[0]?.init?.headers).toBeUndefined();
  });

  it('gives up waiting when it is called off in the line', async () => {
    const caller = new AbortController();
    const { env, asked } = world(() => new Response(GOOD));
    const sleep = async (): Promise<void> => {
      caller.abort();
      throw new DOMException('called off', 'AbortError');
    };
    await fetchSeries(eastmoney, instrument('IXIC'), twoDays, env);
    const second = await fetchSeries(eastmoney, instrument('IXIC'), twoDays, { ...env, sleep, signal: caller.signal });
    expect(second.kind === 'failure' && second.failure.kind).toBe('aborted');
    expect(asked).toHaveLength(1);
  });

  it('calls fetch as a plain function, because a browser’s refuses to be a method', async () => {
    const receivers: string[] = [];
    const { env } = world(() => new Response(GOOD));
    const fetch = function (this: unknown) {
      receivers.push(this === undefined ? 'nobody' : 'an object');
      return Promise.resolve(new Response(GOOD));
    };
    await fetchSeries(eastmoney, instrument('IXIC'), twoDays, { ...env, fetch });
    expect(receivers).toEqual(['nobody']);
  });
});

describe('a source that browsers may not call', () => {
  it('says that it needs the proxy when there is none', async () => {
    const { env, asked } = world(() => new Response(''));
    const result = await fetchSeries(fred, instrument('IXIC'), july, env);
    expect(result.kind === 'failure' && result.failure.sentence).toBe(
      'FRED may not be called from a browser: this source needs the proxy.',
    );
    expect(asked).toEqual([]);
  });

  it('is asked through the proxy, by host and path', async () => {
    const { env, asked } = world(() => new Response('{}'));
    await fetchSeries(yahoo, instrument('IXIC'), july, { ...env, proxyBase: 'https://site.example/proxy/' });
    expect(asked[0]?.url).toMatch(
      /^https:\/\/site\.example\/proxy\/query1\.finance\.yahoo\.com\/v8\/finance\/chart\/%5EIXIC\?period1=1751328000&/,
    );
  });
});

describe('a key', () => {
  const key = 'abcdef0123456789abcdef0123456789';

  it('goes into the request of its own source only', async () => {
    const { env, asked } = world(() => new Response('{}'));
    const keyed = { ...env, key, callsAnyHost: true };
    await fetchSeries(twelveData, instrument('IXIC'), july, keyed);
    await fetchSeries(fred, instrument('IXIC'), july, keyed);
    await fetchSeries(eastmoney, instrument('IXIC'), july, keyed);
    await fetchSeries(yahoo, instrument('IXIC'), july, keyed);
    const holding = asked.filter(({ url }) => url.includes(key)).map(({ url }) => new URL(url).host);
    expect(holding).toEqual(['api.twelvedata.com', 'api.stlouisfed.org']);
  });

  it('is missing before anything is asked', async () => {
    const { env, asked } = world(() => new Response('{}'));
    const result = await fetchSeries(twelveData, instrument('IXIC'), july, env);
    expect(result.kind === 'failure' && result.failure.kind).toBe('key-missing');
    expect(asked).toEqual([]);
  });

  it('is in nothing that comes back, however the source repeats it', async () => {
    for (const body of [
      `apikey ${key}`,
      JSON.stringify({ code: 401, message: `bad key ${key}`, status: 'error' }),
      `<title>${key}</title><html>`,
    ]) {
      for (const status of [200, 403, 429, 503]) {
        const { env } = world(() => new Response(body, { status }));
        const result = await fetchSeries(twelveData, instrument('IXIC'), july, { ...env, key });
        expect(JSON.stringify(result)).not.toContain(key);
      }
    }
  });
});

describe('pages of a long range', () => {
  it('are asked in order and joined', async () => {
    const { env, asked } = world((url) => {
      const [, , from = '', to = ''] = (new URL(url).searchParams.get('param') ?? '').split(',');
      const day = [from, to].map((date) => [date, '1', '1', '1', '1', '0']);
      return new Response(JSON.stringify({ code: 0, msg: '', data: { usIXIC: { day } } }));
    });
    const result = await fetchSeries(tencent, instrument('IXIC'), range('2021-01-04', '2025-07-15'), env);
    const pages = asked.map(({ url }) => new URL(url).searchParams.get('param')?.split(',').slice(2, 4).join(' to '));
    // Pages of 640 calendar days from 4 January 2021.
    expect(pages).toEqual(['2021-01-04 to 2022-10-05', '2022-10-06 to 2024-07-06', '2024-07-07 to 2025-07-15']);
    // 6 and 7 July 2024 were a weekend: rows on them that repeat a close are left out.
    expect(result.kind === 'series' && result.series.sessions).toEqual([
      '2021-01-04',
      '2022-10-05',
      '2022-10-06',
      '2025-07-15',
    ]);
  });

  it('that came before a failure come with it', async () => {
    const { env } = world((url) =>
      url.includes(',2021-01-04,')
        ? new Response(
            JSON.stringify({
              code: 0,
              msg: '',
              data: { usIXIC: { day: [['2021-01-04', '12958.52', '12698.45', '12958.72', '12543.24', '0']] } },
            }),
          )
        : new Response('no', { status: 403 }),
    );
    const result = await fetchSeries(tencent, instrument('IXIC'), range('2021-01-04', '2023-07-15'), env);
    expect(result.kind === 'failure' && [result.failure.kind, result.partial?.closes]).toEqual(['refused', [12698.45]]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120],
    ['Mon, 23 Nov 2026 12:01:30 GMT', 90],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    ['-5', null],
  ])('"%s" at noon is %j seconds', (header, seconds) => {
    expect(retryAfterSeconds(header, at('2026-11-23T12:00:00Z'))).toBe(seconds);
  });
});
