import type { Page } from '@playwright/test';
import { expect, test } from './embed-host.ts';
import { hiddenOfEvent } from './hiding.ts';
import { attached, live } from './show-view.ts';

const marker = (page: Page, event: string) => page.locator(`.mr-marker[data-events~="${event}"]:visible`).first();
const entry = (page: Page, event: string) => page.locator(`.mr-event[data-event="${event}"]`);
const open = (page: Page) => page.locator('.mr-event.is-open[data-event]');
const opened = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.mr-event.is-open[data-event]')?.getAttribute('data-event') ?? '');
const search = (page: Page): string => new URL(page.url()).search;

/** What moves from here on outside the list of events, also such as a reader's input excuses. */
async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[]) {
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          if (element && !element.closest('[data-island="events"]')) moved.push(element.className || element.localName);
        }
      }
    }).observe({ type: 'layout-shift' });
  });
  return () =>
    page.evaluate(async () => {
      await new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      });
      return (window as never as { moved: string[] }).moved;
    });
}

async function dashboard(page: Page, width = 1366, height = 768): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto('./');
  await live(page);
  await page.evaluate(() => document.fonts.ready);
}

for (const [width, height] of [
  [1366, 768],
  [1440, 900],
  [900, 1000],
  [390, 844],
] as const) {
  test(`at ${width} × ${height} an event that is hovered, focused or pinned hides nothing of itself and moves nothing around its list`, async ({
    page,
  }) => {
    await dashboard(page, width, height);
    await page.locator('.mr-stage').scrollIntoViewIfNeeded();
    const faults: Record<string, string[]> = {};
    const shifted = await watchShifts(page);
    for (const event of ['announcement', 'speech', 'fed-chair']) {
      const members = (await marker(page, event).getAttribute('data-events'))?.split(' ') ?? [];
      const [first = event] = members;
      for (const way of ['hover', 'focus', 'pin'] as const) {
        await page.mouse.move(2, 2);
        await expect(open(page)).toHaveCount(0);
        if (way === 'hover') await marker(page, event).hover();
        if (way === 'focus') {
          await page.locator('.mr-stage').focus();
          for (let step = 0; step < 9 && (await opened(page)) !== first; step += 1) {
            await page.keyboard.press('Alt+ArrowRight');
          }
        }
        if (way === 'pin') await marker(page, event).click();
        await expect(open(page)).toHaveAttribute('data-event', first);
        const found = await page.evaluate(hiddenOfEvent, first);
        if (found.length > 0) faults[`${event}, ${way}`] = found;
        await page.keyboard.press('Escape');
        await page.locator('.mr-stage').evaluate((stage) => stage.blur());
      }
    }
    expect(faults).toEqual({});
    expect(await shifted()).toEqual([]);
  });
}

for (const [width, height] of [
  [280, 220],
  [400, 420],
  [640, 360],
  [680, 501],
  [1200, 675],
] as const) {
  test(`in a frame of ${width} × ${height} what opens hides nothing of an event, and “more” stands clear of its band`, async ({
    page,
    charts,
  }) => {
    await page.setViewportSize({ width, height });
    const faults: Record<string, string[]> = {};
    for (const chart of ['overlay', 'event-time', 'daily', 'multiples']) {
      await page.goto(charts.frame(chart));
      await attached(page);
      const button = marker(page, 'announcement');
      await button.hover();
      await expect(page.locator('.mr-strip.is-chosen')).toContainText('Nvidia says that it will sell');
      await button.click();
      const found = await page.evaluate(hiddenOfEvent, 'announcement');
      await page.getByRole('button', { name: 'more' }).click();
      const sheet = await page.locator('.mr-sheet').boundingBox();
      const isWhole = (await page.locator('.mr-sheet.is-whole').count()) > 0;
      const band = await page.locator('.mr-band[data-band="announcement"]').first().boundingBox();
      if (!isWhole && sheet !== null && band !== null) {
        const clear = Math.max(sheet.x - band.x - band.width, band.x - sheet.x - sheet.width);
        if (clear < 23.5) found.push(`the sheet stands ${clear.toFixed(1)} px from the band`);
      }
      if (found.length > 0) faults[chart] = found;
      await page.keyboard.press('Escape');
      await expect(page.locator('.mr-sheet')).toHaveCount(0);
    }
    expect(faults).toEqual({});
  });
}

test('an event opens after a moment and closes after another; on the way to its words it stays, whatever lies between', async ({
  page,
}) => {
  await dashboard(page);
  await marker(page, 'announcement').hover();
  await expect(open(page)).toHaveAttribute('data-event', 'announcement');
  // Across the marker beside it and the chart to the entry in the list, faster than another one opens.
  const { x = 0, y = 0 } = (await marker(page, 'speech').boundingBox()) ?? {};
  const words = await entry(page, 'announcement').boundingBox();
  await Promise.all([
    page.mouse.move(x + 12, y + 12),
    page.mouse.move((words?.x ?? 0) + 60, (words?.y ?? 0) + 15, { steps: 2 }),
  ]);
  await expect(open(page)).toHaveAttribute('data-event', 'announcement');
  await page.mouse.move(2, 2);
  await expect(open(page)).toHaveCount(0);
});

test('a click pins an event, a second click or Escape closes it, and the address knows', async ({ page }) => {
  await dashboard(page);
  await marker(page, 'announcement').click();
  await expect.poll(() => search(page)).toBe('?event=announcement');
  await page.mouse.move(2, 2);
  await expect(open(page)).toHaveAttribute('data-event', 'announcement');
  // Another one that is hovered takes its place for as long: at most one is open.
  await marker(page, 'speech').hover();
  await expect(open(page)).toHaveAttribute('data-event', 'speech');
  await page.mouse.move(2, 2);
  await expect(open(page)).toHaveAttribute('data-event', 'announcement');
  await marker(page, 'announcement').click();
  await expect.poll(() => search(page)).toBe('');
  await marker(page, 'speech').click();
  await expect.poll(() => search(page)).toBe('?event=speech');
  await page.keyboard.press('Escape');
  await expect.poll(() => search(page)).toBe('');
  await page.mouse.move(2, 2);
  await expect(open(page)).toHaveCount(0);
});

test('the event at hand darkens, the others recede, and its entry lights up, both ways', async ({ page }) => {
  await dashboard(page);
  const strength = (event: string): Promise<number> =>
    page.locator(`.mr-band[data-band="${event}"]`).evaluate((band) => Number(getComputedStyle(band).opacity));
  const before = await strength('speech');
  const other = await strength('announcement');
  await marker(page, 'speech').hover();
  await expect(entry(page, 'speech')).toHaveClass(/is-lit/);
  expect(await strength('speech')).toBeGreaterThan(before);
  expect(await strength('announcement')).toBeLessThan(other);
  await entry(page, 'announcement').locator('h3').hover();
  await expect(marker(page, 'announcement')).toHaveClass(/is-lit/);
});

test('the keys go from event to event and pin; a live region says each in sentences', async ({ page }) => {
  await dashboard(page);
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(marker(page, 'announcement')).toBeFocused();
  await expect(page.locator('.mr-live')).toHaveText(
    /^Nvidia says that it will sell the H20 in China again\. 15 Jul 2025, .+\. Nasdaq \+0\.2%\. HS TECH \+2\.8%$/,
  );
  await page.keyboard.press('Alt+ArrowRight');
  await expect(marker(page, 'speech')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => search(page)).toBe('?event=speech');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.mr-stage')).toBeFocused();
  await expect(page.locator('.mr-read-date')).toContainText('Jul 2025');
});

test('a cluster is counted, and a click steps through its members', async ({ page }) => {
  await dashboard(page);
  const cluster = page.locator('.mr-marker-confounder[data-events*=" "]:visible').first();
  const members = (await cluster.getAttribute('data-events'))?.split(' ') ?? [];
  await expect(cluster).toHaveText(String(members.length));
  for (const member of members) {
    await cluster.click();
    await expect.poll(() => search(page)).toBe(`?event=${member}`);
  }
  await cluster.click();
  await expect.poll(() => search(page)).toBe('');
});

test('an event outside the range moves the range to it', async ({ page }) => {
  await dashboard(page);
  await expect(page.locator('.mr-marker[data-events~="restriction"]:visible')).toHaveCount(0);
  await entry(page, 'restriction').locator('h3 a').click();
  await expect(marker(page, 'restriction')).toBeVisible();
  await expect(page.locator('.mr-band[data-band="restriction"]')).toHaveClass(/is-lit/);
  expect(new URL(page.url()).searchParams.get('event')).toBe('restriction');
  // Ten sessions of New York either side of 16 April 2025, with Good Friday between them.
  expect(new URL(page.url()).searchParams.get('range')).toBe('2025-04-02..2025-05-01');
});
