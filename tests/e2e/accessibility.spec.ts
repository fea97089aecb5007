import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { live, showView } from './show-view.ts';

/** What axe finds, a line for each place. The page has no frames, so it is examined in one piece. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`at ${width} px in ${colorScheme} axe finds nothing, as it opens and with everything opened`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto('./');
      await live(page);
      expect(await violations(page), 'as it opens').toEqual([]);
      await showView(page, '?chart=multiples&show=IXIC,HSTECH,SPX,HSI,NVDA&event=announcement&theme=none');
      await page.locator('.more > summary').click();
      await page.getByText('Table', { exact: true }).click();
      await expect(page.locator('.mr-event.is-open')).toBeVisible();
      expect(await violations(page), 'with everything opened').toEqual([]);
    });
  }
}

test('everything is reached and worked with the keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./');
  await live(page);
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
  const address = (): string => new URL(page.url()).search;

  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the chart');

  while ((await focused()) !== 'By date') await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(address).toBe('?chart=event-time');
  expect(await focused()).toBe('By session');

  // On through the other charts and the ranges to the other choices.
  while ((await focused()) !== '±60, 60 sessions either side') await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(address).toBe('?chart=event-time&range=60');
  while (!(await focused()).startsWith('Lines, scale')) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(address).toBe('?chart=event-time&show=IXIC,HSTECH,SPX&range=60');

  // The chart is one stop; arrows walk its sessions, and Enter pins an event.
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.mr-stage')).toHaveClass(/is-reading/);
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.mr-event.is-open[data-event]')).toHaveCount(1);
  await expect.poll(address).toContain('event=');
  await page.keyboard.press('Escape');
  await expect(page.locator('.mr-event.is-open[data-event]')).toHaveCount(0);
  await expect.poll(address).not.toContain('event=');

  // Back undoes each choice.
  await page.goBack();
  await page.goBack();
  await expect.poll(address).toBe('?chart=event-time&show=IXIC,HSTECH,SPX&range=60');
  await page.goBack();
  await expect.poll(address).toBe('?chart=event-time&range=60');
});
