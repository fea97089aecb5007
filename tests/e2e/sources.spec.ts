import { readFileSync } from 'node:fs';
import type { Route } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { live } from './show-view.ts';
import { bundledRows, eastmoneyBody, sendJson, SIMULATED, simulateSources } from './simulated-sources.ts';

const OPEN = { 'access-control-allow-origin': '*' };

test.describe('the sources', () => {
  test.beforeEach(({ strays }) => {
    strays.expected.push(...SIMULATED);
  });

  test('chosen from the menu, one answers; the caption names it, when it answered and how complete the window is', async ({
    page,
  }) => {
    const asked = await simulateSources(page, (route) => sendJson(route, eastmoneyBody(route)));
    await page.goto('./');
    await live(page);
    await page.getByRole('button', { name: 'Sources and files' }).click();
    const entry = page.locator('.sources > li').filter({ has: page.getByRole('heading', { name: 'EastMoney' }) });
    await expect(entry).toContainText('Nasdaq Composite, Hang Seng TECH');
    await entry.getByRole('button', { name: 'Use this source' }).click();
    await expect(page.locator('.source-dialog')).toBeHidden();
    // Twenty sessions either side of day 0, and day 0 itself.
    await expect(page.locator('#chart-caption')).toContainText(
      /Nasdaq Composite: EastMoney at .+, all 21 sessions; Hang Seng TECH: EastMoney at .+, all 21 sessions\./,
    );
    await expect(page).toHaveURL(/source=eastmoney/);
    await expect(page.locator('.notices')).toHaveCount(0);
    // One request for each of its instruments that the study has, a second apart.
    await expect.poll(() => asked.toSorted()).toEqual(['100.HSI', '100.NDX', '124.HSTECH']);
    await page.goBack();
    await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot');
  });

  const faults: readonly (readonly [name: string, answer: (route: Route) => Promise<void>, words: string])[] = [
    [
      'asks for fewer requests',
      (route) => route.fulfill({ status: 429, headers: { ...OPEN, 'retry-after': '60' }, body: 'Too Many Requests' }),
      'EastMoney asks for fewer requests; wait a little and try again. It said: “Too Many Requests”.',
    ],
    [
      'breaks off in the middle',
      (route) => sendJson(route, eastmoneyBody(route).slice(0, 900)),
      'The answer of EastMoney could not be read as daily closes',
    ],
    ['drops the connection', (route) => route.abort('connectionreset'), 'EastMoney could not be reached'],
    [
      'answers with a web page',
      (route) =>
        route.fulfill({ contentType: 'text/html', headers: OPEN, body: '<!doctype html><title>Sign in</title>' }),
      'EastMoney answered with a web page instead of data',
    ],
    ['answers with nothing', (route) => sendJson(route, ''), 'EastMoney'],
  ];
  for (const [name, answer, words] of faults) {
    test(`a source that ${name} leaves the snapshot on the chart, one sentence and a retry`, async ({ page }) => {
      let isWell = false;
      await simulateSources(page, (route) => (isWell ? sendJson(route, eastmoneyBody(route)) : answer(route)));
      await page.goto('./?source=eastmoney');
      const notices = page.locator('.notices');
      await expect(notices).toContainText(words, { timeout: 30_000 });
      await expect(notices).toContainText('is shown instead.', { timeout: 30_000 });
      await expect(notices.locator('p')).toHaveCount(1, { timeout: 30_000 });
      await expect(page.locator('.mr-drawing svg:visible').first()).toBeVisible();
      await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot');
      isWell = true;
      await notices.getByRole('button', { name: 'Try again' }).click();
      await expect(page.locator('#chart-caption')).toContainText('EastMoney at', { timeout: 30_000 });
      await expect(notices).toHaveCount(0);
    });
  }

  test('a source without a proxy says that it needs the proxy; with one it answers', async ({ page }) => {
    let hasProxy = false;
    await page.route('**/proxy', (route) =>
      hasProxy
        ? route.fulfill({ contentType: 'text/plain', body: 'The proxy of this site is here; see docs/proxy.md.' })
        : route.fulfill({ status: 404, contentType: 'text/html', body: '<p>no such page</p>' }),
    );
    await page.route('**/proxy/fred.stlouisfed.org/**', (route) => {
      const lines = bundledRows('IXIC').map((row) => row.join(','));
      return route.fulfill({
        contentType: 'application/csv',
        body: ['observation_date,NASDAQCOM', ...lines, ''].join('\n'),
      });
    });
    await simulateSources(page, (route) => sendJson(route, eastmoneyBody(route)));
    await page.goto('./?show=IXIC');
    await live(page);
    const check = async (): Promise<string> => {
      await page.getByRole('button', { name: 'Sources and files' }).click();
      const entry = page.locator('.sources > li').filter({ has: page.getByRole('heading', { name: 'FRED' }) });
      await entry.getByRole('button', { name: 'Check connection' }).click();
      const answer = entry.locator('.last-answer');
      await expect(answer).not.toBeEmpty();
      return (await answer.textContent()) ?? '';
    };
    expect(await check()).toContain('this source needs the proxy');
    hasProxy = true;
    await page.reload();
    await live(page);
    expect(await check()).toMatch(/IXIC: \d+ sessions, the last on 2025-12-31\./);
  });

  test('a second opinion compares the closes on the chart, a sentence each', async ({ page }) => {
    await simulateSources(page, (route) =>
      sendJson(
        route,
        // One close of Hang Seng TECH that differs: 5,431.29 in the snapshot.
        eastmoneyBody(route, (session, close) => (session === '2025-07-15' && close === '5431.29' ? '5441.29' : close)),
      ),
    );
    await page.goto('./');
    await live(page);
    await page.getByRole('button', { name: 'Sources and files' }).click();
    await page.getByLabel('Compare with').selectOption({ label: 'EastMoney' });
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const told = page.locator('.second-opinion output');
    await expect(told).toContainText('Bundled snapshot and EastMoney agree to 0.01 on all 21 sessions.');
    await expect(told).toContainText(
      'differ by up to 10.00 on 21 sessions: on 2025-07-15 they have 5,431.29 and 5,441.29',
    );
  });

  test('a key goes into the requests to its own source and nowhere else', async ({ page }) => {
    const KEY = 'k3y0f0ne0wn';
    const addresses: string[] = [];
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => addresses.push(request.url()));
    await page.route('https://api.twelvedata.com/**', (route) =>
      sendJson(route, JSON.stringify({ code: 401, status: 'error', message: `**apikey** ${KEY} is incorrect` })),
    );
    await simulateSources(page, (route) => sendJson(route, eastmoneyBody(route)));
    await page.goto('./');
    await live(page);
    await page.getByRole('button', { name: 'Sources and files' }).click();
    const entry = page.locator('.sources > li').filter({ has: page.getByRole('heading', { name: /Twelve Data/ }) });
    await entry.getByLabel('Your key').fill(KEY);
    await entry.getByRole('button', { name: 'Use key' }).click();
    await expect(entry).toContainText('Your key is in use');
    await entry.getByRole('button', { name: 'Use this source' }).click();
    await expect(page.locator('.notices')).toContainText('Twelve Data did not accept the key', { timeout: 40_000 });
    const withKey = addresses.filter((address) => address.includes(KEY));
    expect(withKey.length).toBeGreaterThan(0);
    expect(withKey.filter((address) => new URL(address).host !== 'api.twelvedata.com')).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the figures as CSV' }).click();
    const exported = readFileSync((await (await downloading).path()) ?? '', 'utf8');
    const kept = await page.evaluate(() =>
      [
        location.href,
        JSON.stringify(history.state),
        JSON.stringify(Object.entries(localStorage)),
        JSON.stringify(Object.entries(sessionStorage)),
        document.cookie,
        document.documentElement.outerHTML,
      ].join('\n'),
    );
    for (const text of [kept, exported, ...said]) expect(text).not.toContain(KEY);
  });
});
