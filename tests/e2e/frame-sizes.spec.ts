import { chartFaults } from './chart-faults.ts';
import { CHARTS, expect, test } from './embed-host.ts';
import { frameFaults } from './frame-faults.ts';
import { frameCases } from './frame-sizes.ts';
import { attached } from './show-view.ts';

const twoFrames = (): Promise<unknown> =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
  });

for (const chart of CHARTS) {
  for (const hasScripts of [true, false]) {
    test(`${chart}, scripts ${hasScripts ? 'on' : 'off'}: the chart fills what every frame leaves it, readable and apart`, async ({
      browser,
      charts,
      strays,
    }) => {
      test.setTimeout(240_000);
      const context = await browser.newContext({ javaScriptEnabled: hasScripts });
      strays.watch(context);
      const page = await context.newPage();
      const faults: Record<string, string[]> = {};
      const cases = frameCases.filter((one) => one.chart === chart && one.hasScripts === hasScripts);
      for (const [index, { width, height, theme }] of cases.entries()) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme });
        // The page is loaded at every fourth size, and resized to the others, as a column of a wiki is.
        if (index % 4 === 0) {
          await page.goto(charts.frame(chart));
          if (hasScripts) await attached(page);
          await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loaded');
        }
        // The chart follows its place after the next frame; without scripts no promise of the page is kept.
        if (hasScripts) await page.evaluate(twoFrames);
        const found = [...(await page.evaluate(frameFaults)), ...(await page.evaluate(chartFaults))];
        if (found.length > 0) faults[`${width} × ${height}, ${theme}`] = found;
      }
      expect(faults).toEqual({});
      await context.close();
    });
  }
}

test('a text that is moved onto another, and a chart that leaves room, are caught', async ({ page, charts }) => {
  await page.setViewportSize({ width: 680, height: 501 });
  await page.goto(charts.frame('overlay'));
  await page.addStyleTag({ content: '.mr-stage { margin-inline-end: 9px }' });
  expect(await page.evaluate(frameFaults)).toEqual(['the chart is 647 px wide where there are 656 px']);
  const words = await page.evaluate(() => {
    const label = [...document.querySelectorAll('.mr-end-label')].find((one) => one.getClientRects().length > 0);
    const copy = label?.cloneNode(true) as Element;
    label?.after(copy);
    return [...copy.children].map((child) => child.textContent);
  });
  expect(await page.evaluate(chartFaults)).toEqual(words.map((word) => `“${word}” and “${word}” meet`));
});
