import { expect, test } from './embed-host.ts';

const PICTURE = '<a href="https://example.org/"><img alt="Two lines" src="data:,"></a>';
const DARK = 'rgb(21, 24, 28)';
const LIGHT = 'rgb(251, 250, 247)';
const IS_READY = () => document.querySelector('market-reaction')?.isReady ?? false;
const GROUND = (root: Element) => getComputedStyle(root).backgroundColor;

test.describe('the element in a page of another site', () => {
  test('takes its rules along where the page allows no styles but its own', async ({ page, host, charts }) => {
    const policy = `style-src 'self'; script-src ${charts.url}; frame-src ${charts.url}`;
    await page.goto(
      host.page(
        `<market-reaction study="nvidia-h20"></market-reaction><script type="module" src="${charts.url}market-reaction.js"></script>`,
        { 'Content-Security-Policy': policy },
      ),
    );
    await expect.poll(() => page.evaluate(IS_READY)).toBe(true);
    const frame = page.locator('market-reaction iframe');
    expect(await frame.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('0px');
    const [element, inside] = await Promise.all([page.locator('market-reaction').boundingBox(), frame.boundingBox()]);
    expect(inside?.width).toBe(element?.width);
  });

  test('shows its chart where the page isolates itself, alone or with its openers', async ({ page, host, charts }) => {
    for (const headers of [
      { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' },
      { 'Cross-Origin-Embedder-Policy': 'require-corp' },
    ]) {
      await page.goto(
        host.page(
          `<market-reaction study="nvidia-h20"></market-reaction><script type="module" src="${charts.url}market-reaction.js"></script>`,
          headers,
        ),
      );
      await expect.poll(() => page.evaluate(IS_READY), { timeout: 20_000 }).toBe(true);
    }
  });

  test('says why there is no chart: a name that is none, or a study that nobody knows', async ({
    page,
    host,
    charts,
    strays,
  }) => {
    strays.expected.push(/404/);
    await page.goto(
      host.page(
        `<market-reaction id="none" study="No Name"></market-reaction>
        <market-reaction id="unknown" study="no-such-study"></market-reaction>
        <market-reaction id="pictured" study="no-such-study">${PICTURE}</market-reaction>
        <script type="module" src="${charts.url}market-reaction.js"></script>`,
      ),
    );
    await expect(page.locator('#none')).toContainText('“No Name” is no name of a study');
    await expect(page.locator('#unknown')).toContainText('does not answer at http://localhost', { timeout: 20_000 });
    await expect(page.locator('#pictured').getByRole('link', { name: 'Two lines' })).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('#pictured div[title]')).toHaveAttribute('title', /does not answer/);
    await expect(page.locator('iframe')).toHaveCount(0);
    // Another name, and there is a chart.
    await page.evaluate(() => document.querySelector('#none')?.setAttribute('study', 'nvidia-h20'));
    await expect.poll(() => page.evaluate(IS_READY)).toBe(true);
  });

  test('takes properties as attributes, whether they are set before its script or after', async ({
    page,
    host,
    charts,
  }) => {
    await page.goto(
      host.page(
        `<div></div><script>
          const chart = document.createElement('market-reaction');
          Object.assign(chart, { study: 'nvidia-h20', chart: 'daily', theme: 'dark' });
          document.querySelector('div').append(chart);
        </script><script type="module" src="${charts.url}market-reaction.js"></script>`,
      ),
    );
    await expect.poll(() => page.evaluate(IS_READY)).toBe(true);
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('src', /\/nvidia-h20\/daily\/\?theme=dark$/);
    await page.evaluate(() => Object.assign(document.querySelector('market-reaction') ?? {}, { chart: 'overlay' }));
    await expect(frame).toHaveAttribute('src', /\/overlay\//);
    expect(await page.evaluate(() => document.querySelector('market-reaction')?.chart)).toBe('overlay');
  });

  test('stands two copies of its script, a move to another place, and a closed part of the page', async ({
    page,
    host,
    charts,
  }) => {
    const script = `<script type="module" src="${charts.url}market-reaction.js"></script>`;
    await page.goto(
      host.page(
        `<details><summary>Open</summary><market-reaction study="nvidia-h20"></market-reaction></details><div id="there"></div>
        ${script}<script type="module" src="${charts.url}market-reaction.js?again"></script>`,
      ),
    );
    await page.locator('summary').click();
    await expect.poll(() => page.evaluate(IS_READY)).toBe(true);
    const height = await page.locator('iframe').getAttribute('height');
    await page.evaluate(() => {
      document.querySelector('#there')?.append(document.querySelector('market-reaction') ?? '');
    });
    // It is loaded anew, in the height that it had.
    await expect(page.locator('#there iframe')).toHaveAttribute('height', height ?? '');
    await expect.poll(() => page.evaluate(IS_READY)).toBe(true);
    await expect(page.locator('iframe')).toHaveCount(1);
  });

  test('is as light or dark as the page behind it, by its ground or its scheme, and follows', async ({
    page,
    host,
    charts,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const ground = (): Promise<string> => page.frameLocator('iframe').locator('html').evaluate(GROUND);
    for (const [style, expected] of [
      ['', LIGHT],
      ['background: #101418', DARK],
      ['background: oklch(20% 0.02 250)', DARK],
      ['color-scheme: dark', DARK],
      ['color-scheme: light dark', DARK],
      ['color-scheme: light dark; background: #fff', LIGHT],
    ] as const) {
      await page.goto(
        host.page(
          `<body style="${style}"><market-reaction study="nvidia-h20"></market-reaction><script type="module" src="${charts.url}market-reaction.js"></script>`,
        ),
      );
      await expect.poll(ground, style).toBe(expected);
    }
    await page.evaluate(() => document.body.setAttribute('style', 'background: #101418'));
    await expect.poll(ground).toBe(DARK);
  });
});

test('at first it is about as high as its chart will be, in columns of every width', async ({ page, host, charts }) => {
  for (const width of [320, 480, 680, 900, 1200]) {
    await page.setViewportSize({ width: 1300, height: 900 });
    await page.goto(
      host.page(
        `<div style="width:${width}px"><market-reaction study="nvidia-h20"></market-reaction></div>
        <script>document.addEventListener('resize', ({ detail }) => (window.told = detail.height), true);</script>
        <script type="module">
          await customElements.whenDefined('market-reaction');
          window.first = Number(document.querySelector('market-reaction').shadowRoot.querySelector('iframe').height);
        </script>
        <script type="module" src="${charts.url}market-reaction.js"></script>`,
      ),
    );
    const heights = (): Promise<readonly unknown[]> =>
      page.evaluate(() => ['first' in window ? window.first : 0, 'told' in window ? window.told : 0]);
    await expect.poll(async () => (await heights()).every((height) => Number(height) > 0)).toBe(true);
    const [first, told] = await heights();
    expect(Math.abs(Number(first) - Number(told)), `${width} px: ${String(first)}, ${String(told)}`).toBeLessThan(50);
  }
});

test('the frame of the dialog has the height that its column wants', async ({ page, host, charts }) => {
  await page.goto(charts.url);
  const dialog = page.getByRole('dialog', { name: 'Embed this chart' });
  // The button answers once the dashboard has taken the baked page over.
  await expect(async () => {
    if (!(await dialog.isVisible()))
      await page.getByRole('button', { name: 'Embed' }).and(page.locator(':visible')).click({ timeout: 1000 });
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass();
  const heights: [number, number][] = [];
  for (const width of [320, 480, 680, 900, 1200]) {
    await dialog.getByLabel('Column is').fill(String(width));
    const text = await dialog.getByLabel('Where HTML is allowed and scripts are not').inputValue();
    heights.push([width, Number(/height="(\d+)"/.exec(text)?.[1])]);
  }
  await page.setViewportSize({ width: 1300, height: 900 });
  for (const [width, given] of heights) {
    await page.goto(
      host.page(
        `<script>addEventListener('message', ({ data }) => data.height && (window.told = data.height));</script>
        <iframe src="${charts.frame('overlay')}" title="Chart" width="${width}" height="${given}" frameborder="0"></iframe>`,
      ),
    );
    const told = (): Promise<number> => page.evaluate(() => ('told' in window ? Number(window.told) : 0));
    await expect.poll(told).toBeGreaterThan(0);
    // It errs by a row of words at most.
    expect(Math.abs(given - (await told())), `${width} px: ${given}, ${await told()}`).toBeLessThanOrEqual(20);
  }
});
