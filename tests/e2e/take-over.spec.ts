import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { live } from './show-view.ts';

/** Holds back the script that takes the page over; what it answers lets it through. */
async function holdTakeOver(page: Page): Promise<() => void> {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/main-*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

/** Waits until the controller works on the drawing that stands in the HTML. */
async function attached(page: Page): Promise<void> {
  await expect(page.locator('.mr-stage .mr-live')).toHaveCount(1);
}

for (const width of [280, 768, 1600]) {
  test(`at ${width} px the drawing is the same to the pixel before and after the take-over`, async ({
    page,
    strays,
  }) => {
    // A font that arrives between the two pictures would be a difference of its own.
    strays.expected.push(/Failed to load resource/);
    await page.route('**/*.woff2', (route) => route.abort());
    await page.setViewportSize({ width, height: 900 });
    const letThrough = await holdTakeOver(page);
    await page.goto('./');
    await attached(page);
    const before = await page.locator('.mr-drawing').screenshot();
    letThrough();
    await live(page);
    expect((await page.locator('.mr-drawing').screenshot()).equals(before)).toBe(true);
  });

  test(`at ${width} px nothing moves at the take-over, nor when the other ranges are drawn`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const letThrough = await holdTakeOver(page);
    await page.goto('./');
    await attached(page);
    await page.evaluate(() => {
      const moved: unknown[] = [];
      Object.assign(window, { moved });
      // Only what moves from here on: `buffered` is left out.
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) moved.push(startTime);
      }).observe({ type: 'layout-shift' });
    });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    letThrough();
    await live(page);
    await expect(page.locator('.mr-range')).toHaveCount(6);
    expect(await page.evaluate(() => (window as Window & { moved?: unknown[] }).moved)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  });
}

for (const query of ['?range=all', '?chart=daily', '?base=2025-06-03&scale=percent']) {
  test(`an address with ${query} never shows the opening view first`, async ({ page }) => {
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const look = (): void => {
        const marks = [...document.querySelectorAll('.mr-drawing path')].filter((path) =>
          path.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        );
        if (marks.length > 0) seen.add(marks.map((path) => path.getAttribute('d')).join());
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(`./${query}`);
    await live(page);
    await expect.poll(() => page.evaluate(() => (window as Window & { seen?: Set<string> }).seen?.size)).toBe(1);
  });
}

test('the focus, an open disclosure and the scroll position survive the take-over', async ({ page }) => {
  const letThrough = await holdTakeOver(page);
  await page.goto('./');
  await attached(page);
  await page.locator('.under-chart summary').click();
  await page.getByRole('link', { name: 'all sessions' }).focus();
  await page.evaluate(() => window.scrollTo({ top: 300, behavior: 'instant' }));
  letThrough();
  await live(page);
  await expect(page.getByRole('link', { name: 'all sessions' })).toBeFocused();
  await expect(page.locator('.under-chart details').first()).toHaveAttribute('open', '');
  expect(await page.evaluate(() => window.scrollY)).toBe(300);
});

test('a card that was pinned before the take-over stays, and the address learns of it', async ({ page }) => {
  const letThrough = await holdTakeOver(page);
  await page.goto('./');
  await attached(page);
  await page.locator('.mr-variant:visible [data-events~="speech"]').click();
  const title = page.locator('.mr-card.is-pinned .card-title');
  await expect(title).toContainText('Jensen Huang');
  const times = page.locator('.mr-card.is-pinned .times');
  // The reader of these tests lives in Berlin: 08:00 in Beijing (UTC+8) is 02:00 there in summer (UTC+2).
  await expect(times).toContainText('Your timeWed 16 Jul 2025, 02:00');
  const before = [await times.textContent(), await page.locator('.mr-card.is-pinned').boundingBox()];
  letThrough();
  await live(page);
  await expect(title).toContainText('Jensen Huang');
  expect([await times.textContent(), await page.locator('.mr-card.is-pinned').boundingBox()]).toEqual(before);
  await expect(page).toHaveURL(/event=speech/);
});

test('a marker that has the focus keeps it when the drawing is replaced', async ({ page }) => {
  const letThrough = await holdTakeOver(page);
  await page.goto('./');
  await attached(page);
  await page.locator('.mr-variant:visible [data-events~="speech"]').focus();
  letThrough();
  await live(page);
  await expect(page.locator('.mr-range:not([hidden]) [data-events~="speech"]')).toBeFocused();
});

test('the preset ranges are drawn ahead, and choosing one shows it without drawing', async ({ page }) => {
  await page.goto('./');
  await live(page);
  await expect(page.locator('.mr-range')).toHaveCount(6);
  const [drawn, shown] = await page.evaluate(() => {
    const lines = [...document.querySelectorAll('.mr-range[hidden] .mr-line')].map((line) => line.getAttribute('d'));
    document.querySelector<HTMLElement>('[aria-label="all sessions"]')?.click();
    const now = document.querySelector('.mr-range:not([hidden]) .mr-line')?.getAttribute('d');
    return [lines, now];
  });
  expect(drawn).toContain(shown);
});
