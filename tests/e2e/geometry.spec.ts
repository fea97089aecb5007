import { drawingFaults } from './drawing-faults.ts';
import { expect, test } from './fixture.ts';
import { live, showView } from './show-view.ts';

const WIDTHS = [280, 360, 768, 1280, 1600];
const RANGES = ['5', '20', '60', '1y', 'all'];
/** The three events, a session of the reader's own, and a day on which New York was closed and Hong Kong was not. */
const BASES = ['restriction', 'announcement', 'speech', '2025-06-03', '2025-07-04'];
const EVERYTHING = 'IXIC,HSTECH,SPX,HSI,NVDA';

const views = [
  ...['overlay', 'event-time', 'daily'].flatMap((chart) =>
    RANGES.flatMap((range) => BASES.map((base) => `?chart=${chart}&range=${range}&base=${base}`)),
  ),
  '?chart=multiples',
  `?chart=multiples&show=${EVERYTHING}`,
  ...RANGES.flatMap((range) => [
    `?range=${range}&show=${EVERYTHING}`,
    `?chart=event-time&range=${range}&show=${EVERYTHING}&scale=percent`,
    `?range=${range}&scale=points`,
    `?range=${range}&scale=points&show=${EVERYTHING}`,
    `?chart=daily&range=${range}&show=${EVERYTHING}`,
  ]),
  '?range=2025-07-14..2025-07-16',
  '?chart=daily&range=2025-07-15..2025-07-15',
];

for (const width of WIDTHS) {
  test(`at ${width} px every chart, range and base is drawn without a fault`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./');
    await live(page);
    const faults: Record<string, string[]> = {};
    for (const view of views) {
      await showView(page, view);
      const found = await page.evaluate(drawingFaults);
      if (found.length > 0) faults[view] = found;
    }
    expect(faults).toEqual({});
  });
}

test('a text that is moved onto another is caught', async ({ page }) => {
  await page.goto('./');
  await live(page);
  expect(await page.evaluate(drawingFaults)).toEqual([]);
  const words = await page.evaluate(() => {
    const text = document.querySelector('.mr-variant text');
    const copy = text?.cloneNode(true) as SVGTextElement;
    copy.setAttribute('x', String(Number(text?.getAttribute('x')) + 4));
    text?.after(copy);
    return copy.textContent;
  });
  expect(await page.evaluate(drawingFaults)).toEqual([`“${words}” and “${words}” meet`]);
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
