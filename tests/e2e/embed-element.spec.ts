import { expect, onlyFrame, test } from './embed-host.ts';

const PICTURE = '<a href="https://example.org/"><img alt="Two lines" src="data:,"></a>';

test('several elements on a page show their own charts, tell what happens, and clean up', async ({
  page,
  host,
  charts,
}) => {
  await page.goto(
    host.page(
      `<div id="root">
        <market-reaction id="one" study="nvidia-h20" chart="overlay" title="First">${PICTURE}</market-reaction>
        <market-reaction id="two" study="nvidia-h20" chart="daily" theme="dark" title="Second">${PICTURE}</market-reaction>
      </div>
      <script>
        window.told = [];
        for (const name of ['ready', 'resize', 'event-selected'])
          document.addEventListener(name, (event) => told.push([event.target.id, name, event.detail]), true);
      </script>
      <script type="module" src="${charts.url}market-reaction.js"></script>`,
    ),
  );
  const told = (): Promise<unknown[]> => page.evaluate(() => ('told' in window ? (window.told as unknown[]) : []));
  await expect
    .poll(async () => (await told()).filter((entry) => JSON.stringify(entry).includes('ready')).length)
    .toBe(2);
  await expect.poll(async () => JSON.stringify(await told())).toContain('"one","resize"');
  // A browser lays out what is far below only when it comes into sight.
  await page.locator('#two').scrollIntoViewIfNeeded();
  await expect.poll(async () => JSON.stringify(await told())).toContain('"two","resize"');
  await page.locator('#one').scrollIntoViewIfNeeded();
  const first = page.locator('#one iframe');
  await expect(first).toHaveAttribute('title', 'First');
  const height = Number(await first.getAttribute('height'));
  expect(height).toBeGreaterThan(220);
  const inside = page.frameLocator('#one iframe');
  await inside.locator('.mr-marker[data-events="speech"]:visible').click();
  await expect.poll(async () => (await told()).at(-1)).toEqual(['one', 'event-selected', { event: 'speech' }]);
  const second = page.frames().find((frame) => frame.url().includes('/daily/'));
  const ground = async (): Promise<string> =>
    (await second?.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)) ?? '';
  expect(await ground()).toBe('rgb(21, 24, 28)');
  await page.evaluate(() => document.querySelector('#two')?.setAttribute('theme', 'light'));
  await expect.poll(ground).toBe('rgb(251, 250, 247)');
  await page.evaluate(() => document.querySelector('#root')?.replaceChildren());
  await expect.poll(() => page.frames().length).toBe(1);
});

test('an element that is to wait asks for no chart until it is scrolled to', async ({ page, host, charts }) => {
  await page.goto(
    host.page(
      `<market-reaction study="nvidia-h20"></market-reaction><div style="height: 9000px"></div>
      <market-reaction id="late" study="nvidia-h20" chart="daily" loading="lazy"></market-reaction>
      <script type="module" src="${charts.url}market-reaction.js"></script>`,
    ),
  );
  const shows = (chart: string): boolean => page.frames().some((frame) => frame.url().includes(`/${chart}/`));
  // The first one answers: what is loaded with the page has been asked for by then.
  await expect(page.frameLocator('market-reaction iframe').first().locator('.mr-live')).toHaveCount(1);
  expect([shows('overlay'), shows('daily')]).toEqual([true, false]);
  await page.locator('#late').scrollIntoViewIfNeeded();
  await expect.poll(() => shows('daily')).toBe(true);
});

test('a transparent chart in the element is never a white box, whatever scheme its page has', async ({
  page,
  host,
  charts,
}) => {
  await page.goto(
    host.page(
      `<body style="margin:0;background:#101418;color-scheme:dark"><market-reaction study="nvidia-h20" theme="transparent"></market-reaction>
      <script type="module" src="${charts.url}market-reaction.js"></script>`,
    ),
  );
  await page.locator('market-reaction iframe').waitFor();
  await onlyFrame(page);
  expect(await page.locator('iframe').evaluate((frame) => getComputedStyle(frame).colorScheme)).toBe('light');
});

test('where a page allows no frames of ours, the picture inside the element is shown', async ({
  page,
  host,
  charts,
  strays,
}) => {
  strays.expected.push(/Content Security Policy|frame-src|ERR_BLOCKED/);
  await page.goto(
    host.page(
      `<market-reaction study="nvidia-h20" chart="overlay">${PICTURE}</market-reaction><script type="module" src="${charts.url}market-reaction.js"></script>`,
      { 'Content-Security-Policy': "frame-src 'self'" },
    ),
  );
  await expect(page.getByRole('img', { name: 'Two lines' })).toBeAttached();
  await expect(page.locator('market-reaction iframe')).toHaveCount(0);
});

test('a chart whose name is none shows the picture', async ({ page, host, charts }) => {
  await page.goto(
    host.page(
      `<market-reaction study="../../x" chart="overlay">${PICTURE}</market-reaction><script type="module" src="${charts.url}market-reaction.js"></script>`,
    ),
  );
  await page.waitForFunction(() => customElements.get('market-reaction') !== undefined);
  await expect(page.locator('market-reaction iframe')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Two lines' })).toBeVisible();
});
