import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CHARTS, expect, noteMessages, onlyFrame, readStorage, test } from './embed-host.ts';
import { attached } from './show-view.ts';

const directory = join(import.meta.dirname, '../..', process.env['BROWSER_TESTS_SITE'] ?? 'dist');
/** What the strip below the plot tells of the event at hand. */
const TOLD = '.mr-strip.is-chosen .mr-strip-words';
const SHOWN = '.mr-marker[data-events="announcement"]:visible';

test('in a cross-site frame with storage blocked, events open by hover and by keyboard', async ({
  page,
  host,
  charts,
}) => {
  await page.goto(
    host.page(`<iframe src="${charts.frame('overlay')}" title="Chart" width="700" height="600"></iframe>`),
  );
  const frame = await onlyFrame(page);
  expect(await readStorage(frame)).toBe('SecurityError');
  await frame.locator(SHOWN).hover();
  await expect(frame.locator(TOLD)).toContainText('Nvidia says that it will sell the H20 in China again');
  await frame.locator('figcaption').hover();
  await expect(frame.locator(TOLD)).toHaveCount(0);
  await frame.locator('.mr-stage').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(frame.locator(TOLD)).toBeVisible();
});

test('a pointer that came before the script and rests on a marker has opened its event', async ({ page, charts }) => {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/frame-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(charts.frame('overlay'), { waitUntil: 'commit' });
  await page.locator(SHOWN).hover();
  await expect(page.locator('.mr-live')).toHaveCount(0);
  letThrough();
  await expect(page.locator(TOLD)).toContainText('Nvidia says that it will sell the H20 in China again');
});

test('in a sandbox without an origin, events, keys and other ranges work', async ({ page, host, charts }) => {
  await page.goto(
    host.page(
      `<iframe sandbox="allow-scripts" src="${charts.frame('overlay')}" title="Chart" width="700" height="600"></iframe>`,
    ),
  );
  const frame = await onlyFrame(page);
  expect(await frame.evaluate(() => window.origin)).toBe('null');
  expect(await readStorage(frame)).toBe('SecurityError');
  await frame.locator(SHOWN).hover();
  await expect(frame.locator(TOLD)).toBeVisible();
  await frame.locator('[data-range="60"]').click();
  await expect(frame.locator('.mr-marker[data-events="restriction"]:visible')).toHaveCount(1);
});

test('all that is known of an event tells the reader’s own time, and no second time for a zone that is named', async ({
  browser,
  charts,
  strays,
}) => {
  // The announcement was made between 08:00 and 13:10 in Beijing (UTC+8).
  for (const [timezoneId, own] of [
    ['Europe/Berlin', 'Your timeTue 15 Jul 2025, 02:00–07:10'],
    ['Asia/Hong_Kong', null],
  ] as const) {
    const context = await browser.newContext({ timezoneId, locale: 'en-GB' });
    strays.watch(context);
    const page = await context.newPage();
    await page.setViewportSize({ width: 700, height: 600 });
    await page.goto(charts.frame('overlay'));
    await attached(page);
    await page.locator(SHOWN).click();
    await page.getByRole('button', { name: 'more' }).click();
    const times = page.locator('.mr-sheet .times');
    await expect(times).toContainText('Tue 15 Jul 2025, 08:00–13:10');
    const told = ((await times.textContent()) ?? '').replaceAll(/[\u2009\u202f]/g, '');
    if (own === null) expect(told).not.toContain('Your time');
    else expect(told).toContain(own);
    await context.close();
  }
});

test('in a sandbox without scripts, the chart, its caption and its source stand there', async ({
  page,
  host,
  charts,
  strays,
}) => {
  strays.expected.push(/sandboxed/);
  await page.goto(
    host.page(`<iframe sandbox="" src="${charts.frame('overlay')}" title="Chart" width="700" height="600"></iframe>`),
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[class^="mr-line-"] path')).toHaveCount(2);
  await expect(frame.locator('.lead')).toContainText('Hong Kong tech rose 2.8%');
  await expect(frame.locator('figcaption')).toContainText('Source: Nasdaq, through FRED');
  await expect(frame.locator('.ranges *')).toHaveCount(0);
  await frame.getByText('Events and table').click();
  await expect(frame.locator('.mr-event').first()).toBeVisible();
  await expect(frame.locator('.data-table [scope=row]')).toHaveCount(42);
});

test('with scripts off altogether every chart is complete', async ({ browser, charts }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const chart of CHARTS) {
    await page.goto(charts.frame(chart));
    await expect(page.locator('.mr-plot path').first()).toBeVisible();
    await expect(page.locator('figcaption')).toContainText('Data as of 31 December 2025.');
  }
  await context.close();
});

test('in a closed details it sends nothing, and its right height once it is opened', async ({ page, host, charts }) => {
  const messages = await noteMessages(page);
  await page.goto(
    host.page(
      `<details><summary>Open</summary><iframe src="${charts.frame('overlay')}" title="Chart" width="640" height="300"></iframe></details>`,
    ),
  );
  await onlyFrame(page);
  expect(await messages()).toEqual([]);
  await page.locator('summary').click();
  await expect.poll(messages).toContainEqual({ type: 'market-reaction:ready' });
  await expect.poll(async () => JSON.stringify(await messages())).toContain('market-reaction:height');
});

test('in a tab that is not shown it sends nothing, and fits once it is', async ({ page, host, charts, strays }) => {
  const messages = await noteMessages(page);
  await page.goto(
    host.page(
      `<div hidden><iframe src="${charts.frame('daily')}" title="Chart" width="640" height="500"></iframe></div>`,
    ),
  );
  const frame = await onlyFrame(page);
  expect(await messages()).toEqual([]);
  await page.evaluate(() => document.querySelector('div')?.removeAttribute('hidden'));
  await expect(frame.locator('.mr-plot').first()).toBeVisible();
  await expect.poll(async () => JSON.stringify(await messages())).toContain('market-reaction:height');
  expect(strays.found).toEqual([]);
});

test('frames far down a page load no script until they are scrolled to', async ({ page, host, charts }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.frame().name());
  });
  const frame = (name: string): string =>
    `<iframe name="${name}" src="${charts.frame('overlay')}" title="Chart" width="640" height="480"></iframe>`;
  await page.goto(host.page(`${frame('first')}<div style="height: 5000px"></div>${frame('second')}`));
  await expect(page.frameLocator('[name=first]').locator('.mr-live')).toHaveCount(1);
  expect(new Set(scripts)).toEqual(new Set(['first']));
  await page.locator('[name=second]').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('[name=second]').locator('.mr-live')).toHaveCount(1);
});

test('a fragment of somebody else changes nothing', async ({ page, charts }) => {
  await page.goto(charts.frame('overlay', '#/wiki/Page:1?x=%E0%A4%A'));
  await page.locator(SHOWN).hover();
  await expect(page.locator(TOLD)).toBeVisible();
});

test('on paper the chart, its caption and its source are there', async ({ page, host, charts }) => {
  await page.goto(
    host.page(`<iframe src="${charts.frame('overlay')}" title="Chart" width="640" height="560"></iframe>`),
  );
  const frame = await onlyFrame(page);
  await page.emulateMedia({ media: 'print' });
  await expect(frame.locator('.mr-plot')).toBeVisible();
  await expect(frame.locator('figcaption')).toBeVisible();
  await expect(frame.locator('.ranges')).toBeHidden();
  expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
});

test('it takes neither focus nor scroll nor history from its host', async ({ page, host, charts }) => {
  const address = host.page(
    `<p tabindex="0" id="here">Text</p><div style="height:500px"></div><iframe src="${charts.frame('overlay', '?event=speech')}" title="Chart" width="700" height="600"></iframe>`,
  );
  await page.goto(address);
  await page.locator('#here').focus();
  const frame = await onlyFrame(page);
  await expect(frame.locator(TOLD)).toContainText('supply-chain expo');
  expect(await page.evaluate(() => [document.activeElement?.id, window.scrollY])).toEqual(['here', 0]);
  const before = await page.evaluate(() => history.length);
  await frame.locator(SHOWN).click();
  await frame.locator('[data-range="60"]').click();
  await expect(frame.locator('[data-range="60"]')).toHaveAttribute('aria-current', 'true');
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect(frame.url()).toContain('range=60');
});

test('a link opens a new tab; where that is blocked its address can be copied', async ({
  page,
  context,
  host,
  charts,
  strays,
}) => {
  strays.expected.push(/Blocked opening/);
  await page.goto(charts.frame('overlay'));
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Explore the chart' }).click();
  expect(new URL((await opened).url()).pathname).toBe('/');
  await page.goto(
    host.page(
      `<iframe sandbox="allow-scripts" src="${charts.frame('daily')}" title="Chart" width="700" height="600"></iframe>`,
    ),
  );
  const frame = await onlyFrame(page);
  await frame.getByRole('link', { name: 'Explore the chart' }).click();
  await expect(frame.getByLabel('Address of the link')).toHaveValue(`${charts.url}?study=nvidia-h20&chart=daily`);
});

test('an untouched frame loads at most 14 KiB of scripts and nothing that draws, and asks nobody else', async ({
  page,
  charts,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(charts.frame('overlay'), { waitUntil: 'networkidle' });
  const scripts = asked.filter((address) => address.endsWith('.js')).map((address) => basename(address));
  expect(scripts.some((name) => name.startsWith('attach-controller-'))).toBe(true);
  expect(scripts.filter((name) => /^(?:annotate|panels|main|live-frame|vertical-axis)/.test(name))).toEqual([]);
  const sizes = scripts.map((name) => brotliCompressSync(readFileSync(join(directory, 'assets', name))).byteLength);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(14 * 1024);
  expect(asked.filter((address) => !address.startsWith(charts.url) && !address.startsWith('data:'))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

for (const [width, height] of [
  [720, 640],
  [900, 470],
] as const) {
  test(`at ${width} × ${height} a chart that comes back to its opening range stands where it stood, to the pixel`, async ({
    page,
    charts,
  }) => {
    await page.setViewportSize({ width, height });
    for (const chart of ['overlay', 'event-time', 'daily']) {
      await page.goto(charts.frame(chart), { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      const geometry = page.locator('.mr-plot').first();
      const baked = await geometry.screenshot();
      await page.locator('[data-range="60"]').click();
      await expect(page.locator('.mr-marker[data-events~="restriction"]:visible')).toHaveCount(1);
      await page.locator('[data-range="10"]').click();
      await expect(page.locator('.mr-marker[data-events~="restriction"]:visible')).toHaveCount(0);
      await page.mouse.move(1, 1);
      expect(baked.equals(await geometry.screenshot()), chart).toBe(true);
    }
  });
}
