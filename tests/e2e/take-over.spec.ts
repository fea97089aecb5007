import { expect, test } from './fixture.ts';
import { attached, holdTakeOver, live } from './show-view.ts';

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

  test(`at ${width} px nothing moves at the take-over`, async ({ page }) => {
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
    expect(await page.evaluate(() => (window as Window & { moved?: unknown[] }).moved)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
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

test('an event that was pinned before the take-over stays open, and the address learns of it', async ({ page }) => {
  const letThrough = await holdTakeOver(page);
  await page.goto('./');
  await attached(page);
  await page.locator('.mr-marker[data-events~="speech"]:visible').click();
  const entry = page.locator('.mr-event.is-open[data-event="speech"]');
  await expect(entry).toContainText('Jensen Huang');
  // The reader of these tests lives in Berlin: 08:00 in Beijing (UTC+8) is 02:00 there in summer (UTC+2).
  const times = entry.locator('.times');
  await expect(times).toContainText('Your timeWed 16 Jul 2025, 02:00');
  const before = [await times.textContent(), await entry.boundingBox()];
  letThrough();
  await live(page);
  await expect(times).toContainText('Your timeWed 16 Jul 2025, 02:00');
  expect([await times.textContent(), await entry.boundingBox()]).toEqual(before);
  await expect(page).toHaveURL(/event=speech/);
});

test('a marker that has the focus keeps it at the take-over', async ({ page }) => {
  const letThrough = await holdTakeOver(page);
  await page.goto('./');
  await attached(page);
  const marker = page.locator('.mr-marker[data-events~="speech"]:visible');
  await marker.focus();
  letThrough();
  await live(page);
  await expect(marker).toBeFocused();
});
