import { chartFaults } from './chart-faults.ts';
import { expect, test } from './fixture.ts';
import { live, showView } from './show-view.ts';

const WIDTHS = [320, 390, 768, 1366, 1600, 2560];
const RANGES = ['5', '10', '20', '60', '1y', 'all'];
/** The three events, a session of the reader's own, and a day on which New York was closed and Hong Kong was not. */
const BASES = ['restriction', 'announcement', 'speech', '2025-06-03', '2025-07-04'];
const EVERYTHING = 'IXIC,HSTECH,SPX,HSI,NVDA';
const CHARTS = ['overlay', 'event-time', 'daily'];

/**
 * Every chart meets every range and every base, every range every base, and each view every other width; with
 * `CHART_MATRIX=whole` all of them all.
 */
const views = [
  ...CHARTS.flatMap((chart, kind) =>
    RANGES.flatMap((range, stretch) =>
      BASES.flatMap((base, at) =>
        process.env['CHART_MATRIX'] === 'whole' || (kind + stretch + at) % CHARTS.length === 0
          ? [`?chart=${chart}&range=${range}&base=${base}`]
          : [],
      ),
    ),
  ),
  '?chart=multiples',
  `?chart=multiples&show=${EVERYTHING}`,
  ...['5', '20', 'all'].flatMap((range) => [
    `?range=${range}&show=${EVERYTHING}`,
    `?chart=event-time&range=${range}&show=${EVERYTHING}&scale=percent`,
    `?range=${range}&scale=points`,
    `?range=${range}&scale=points&show=${EVERYTHING}`,
    `?chart=daily&range=${range}&show=${EVERYTHING}`,
  ]),
  '?range=2025-07-14..2025-07-16',
  '?chart=daily&range=2025-07-15..2025-07-15',
];

for (const [nth, width] of WIDTHS.entries()) {
  test(`at ${width} px every chart, range and base is drawn without a fault`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: width < 500 ? 844 : 800 });
    await page.goto('./');
    await live(page);
    const faults: Record<string, string[]> = {};
    const isWhole = process.env['CHART_MATRIX'] === 'whole';
    for (const view of views.filter((_, index) => isWhole || (index + nth) % 2 === 0)) {
      await showView(page, view);
      const found = await page.evaluate(chartFaults);
      if (found.length > 0) faults[view] = found;
    }
    expect(faults).toEqual({});
  });
}

test('at 200 % zoom of a window of 1366 × 768 the charts have no fault, and the plot is in sight', async ({
  browser,
  baseURL,
  strays,
}) => {
  const context = await browser.newContext({ viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 });
  strays.watch(context);
  const page = await context.newPage();
  await page.goto(baseURL ?? '');
  await live(page);
  await page.locator('.mr-plot').scrollIntoViewIfNeeded();
  await expect(page.locator('.mr-plot')).toBeInViewport({ ratio: 1 });
  for (const view of ['', '?chart=event-time', '?chart=daily', '?chart=multiples']) {
    await showView(page, view);
    expect(await page.evaluate(chartFaults), view).toEqual([]);
  }
  await context.close();
});

for (const width of [360, 1280]) {
  test(`at ${width} px the chart in the page and the live one are the same picture`, async ({
    page,
    browser,
    strays,
    baseURL,
  }) => {
    // A font that arrives between the two pictures would be a difference of its own.
    strays.expected.push(/Failed to load resource/);
    const withoutScripts = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
    const baked = await withoutScripts.newPage();
    await page.setViewportSize({ width, height: 900 });
    for (const one of [baked, page]) {
      await one.route('**/*.woff2', (route) => route.abort());
      await one.goto(baseURL ?? '');
    }
    await live(page);
    const before = await baked.locator('.mr-drawing').screenshot();
    const after = await page.locator('.mr-drawing').screenshot();
    expect(after.equals(before)).toBe(true);
    await withoutScripts.close();
  });
}
