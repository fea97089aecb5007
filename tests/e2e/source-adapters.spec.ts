import { expect, test } from './fixture.ts';

/** What a source gave in the browser: closes by session, or the kind of its failure. */
interface Given {
  readonly kind: string;
  readonly closes?: readonly (readonly [string, number | undefined])[];
  readonly sentence?: string;
}

/** Asks a source inside the page for 14 and 15 July 2025, through the browser's own fetch and service worker. */
function askInPage([source, id, scenario, key]: readonly [string, string, string, string]): Promise<Given> {
  const load = (path: string) => import(/* @vite-ignore */ path);
  return (async () => {
    const { startMocks } = await load('/mocks/browser.ts');
    const { findAdapter } = await load('/src/data/port/registry.ts');
    const { fetchSeries } = await load('/src/data/port/fetch-series.ts');
    const { parseStudy } = await load('/src/data/study/study-schema.ts');
    await startMocks(scenario, '/studies/nvidia-h20/');
    const studyUrl = new URL('/studies/nvidia-h20/', document.baseURI).href;
    const { study } = parseStudy(await (await fetch(new URL('study.json', studyUrl))).json());
    const instrument = study.instruments.find((entry: { id: string }) => entry.id === id);
    const range = { from: '2025-07-14', to: '2025-07-15' };
    const result = await fetchSeries(findAdapter(source), instrument, range, {
      fetch: window.fetch,
      now: () => Date.parse('2026-11-23T12:00:00Z'),
      random: () => 0,
      sleep: () => Promise.resolve(),
      proxyBase: new URL('/proxy', document.baseURI).href,
      studyUrl,
      study,
      ...(key === '' ? {} : { key }),
    });
    if (result.kind === 'failure') return { kind: result.failure.kind, sentence: result.failure.sentence };
    const { sessions, closes } = result.series;
    return { kind: 'series', closes: sessions.map((session: string, index: number) => [session, closes[index]]) };
  })();
}

const IXIC = [
  ['2025-07-14', 20640.33],
  ['2025-07-15', 20677.8],
];
const HSTECH = [
  ['2025-07-14', 5283.5],
  ['2025-07-15', 5431.29],
];
const SPX = [
  ['2025-07-14', 6268.56],
  ['2025-07-15', 6243.76],
];

const CASES = [
  ['snapshot', 'IXIC', IXIC, ''],
  ['eastmoney', 'IXIC', IXIC, ''],
  ['eastmoney', 'HSTECH', HSTECH, ''],
  ['tencent', 'HSTECH', HSTECH, ''],
  ['twelve-data', 'IXIC', IXIC, 'demokey0123456789'],
  ['fred', 'SPX', SPX, ''],
  ['fred', 'SPX', SPX, 'abcdefghijklmnopqrstuvwxyz012345'],
  ['hsi', 'HSTECH', HSTECH, ''],
  ['nasdaq', 'IXIC', IXIC, ''],
  ['yahoo', 'IXIC', IXIC, ''],
] as const;

const FAILURES = [
  ['rate-limited', 'rate-limited'],
  ['malformed', 'malformed'],
  ['html', 'blocked'],
  ['empty', 'empty'],
  ['dropped', 'unreachable'],
  ['wrong-index', 'identity-mismatch'],
] as const;

test.describe('the adapters in a browser', () => {
  // Beyond the date line: a session must not change its date with the reader.
  test.use({ timezoneId: 'Pacific/Kiritimati' });
  test.describe.configure({ timeout: 180_000 });

  test('give their closes, each through the service worker, in the exchange’s own dates', async ({
    page,
    devSite,
    strays,
  }) => {
    for (const [source, id, closes, key] of CASES) {
      // A file at the root of the site, so that the worker is in charge and no app is.
      await page.goto(`${devSite.url}mockServiceWorker.js`);
      const given = await page.evaluate(askInPage, [source, id, 'ok', key] as const);
      expect([source, given]).toEqual([source, { kind: 'series', closes }]);
    }
    await expect.poll(() => strays.found).toEqual([]);
  });

  test('fail in their own kinds', async ({ page, devSite, strays }) => {
    // A connection that msw drops is seen as a request that nobody answered.
    strays.expected.push(/Failed to load resource|net::ERR/, /^request: .*eastmoney/);
    for (const [scenario, kind] of FAILURES) {
      await page.goto(`${devSite.url}mockServiceWorker.js`);
      const given = await page.evaluate(askInPage, ['eastmoney', 'HSTECH', scenario, ''] as const);
      expect([scenario, given.kind]).toEqual([scenario, kind]);
      expect(given.sentence).toMatch(/EastMoney/);
    }
  });
});
