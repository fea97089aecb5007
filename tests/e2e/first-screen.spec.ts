import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** Where the parts of the first screen end, from the top of the window, and how much of it is chart. */
function firstScreen(page: Page) {
  return page.evaluate(() => {
    const box = (selector: string): DOMRect =>
      document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, Infinity);
    const lines = (selector: string): number => {
      const element = document.querySelector(selector);
      if (element === null) return 0;
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
    };
    const stage = box('.mr-stage');
    return {
      share: (stage.width * stage.height) / (window.innerWidth * window.innerHeight),
      stageEnds: stage.bottom,
      stageBegins: stage.top,
      controls: box('.controls').height,
      events: box('.events').top,
      headline: lines('h1'),
      overflow: document.documentElement.scrollWidth - window.innerWidth,
    };
  });
}

for (const [width, height, share] of [
  [1366, 768, 0.45],
  [1366, 650, 0.43],
  [1440, 900, 0.45],
  [2560, 1440, 0.45],
] as const) {
  test(`at ${width} × ${height} the whole chart and the events are in the window`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./');
    const found = await firstScreen(page);
    expect(found.headline).toBeLessThanOrEqual(2);
    expect(found.share).toBeGreaterThanOrEqual(share);
    expect(found.stageEnds).toBeLessThanOrEqual(height);
    expect(found.events).toBeLessThan(height / 2);
    expect(found.overflow).toBe(0);
  });
}

test('on a phone the headline, one row of controls and the whole chart are in the window', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(site.url);
  const found = await firstScreen(page);
  expect(found.stageEnds).toBeLessThanOrEqual(844);
  expect(found.controls).toBe(44);
  expect(found.overflow).toBe(0);
  await context.close();
});

test('at twice the size on a laptop the plot is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 683, height: 384 });
  await page.goto('./');
  const found = await firstScreen(page);
  expect(found.stageBegins).toBeLessThan(384 / 2 + 20);
  expect(found.overflow).toBe(0);
});

test('an entry that opens moves nothing beside or below it', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await page.goto('./');
  const place = (): Promise<number[]> =>
    page.evaluate(() =>
      ['.mr-stage', '.event-steps', '#reaction-title'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0,
      ),
    );
  const before = await place();
  await page.locator('li.mr-event[data-event="announcement"]').evaluate((entry) => entry.classList.add('is-open'));
  await expect(page.locator('li.mr-event[data-event="announcement"] blockquote')).toBeVisible();
  expect(await place()).toEqual(before);
});
