import { expect, test } from './fixture.ts';
import { eastmoneyBody, sendJson, SIMULATED, simulateSources } from './simulated-sources.ts';

test.describe('the states of the data', () => {
  test.beforeEach(({ strays }) => {
    strays.expected.push(...SIMULATED);
  });

  test('while a source is asked the snapshot stays on the chart, and one sentence says who is asked', async ({
    page,
  }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await simulateSources(page, async (route) => {
      await held;
      await sendJson(route, eastmoneyBody(route));
    });
    await page.goto('./?source=eastmoney');
    await expect(page.locator('.notices')).toHaveText('Asking EastMoney for the closes of 2 markets …');
    await expect(page.locator('.mr-drawing svg:visible').first()).toBeVisible();
    await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot');
    release();
    await expect(page.locator('#chart-caption')).toContainText('Hang Seng TECH: EastMoney at', { timeout: 15_000 });
    await expect(page.locator('.notices')).toHaveCount(0);
  });

  test('a hole in the window is charted as a hole, named, and counted in the caption', async ({ page }) => {
    await simulateSources(page, (route) =>
      sendJson(
        route,
        eastmoneyBody(route, (session, close) => (session === '2025-07-09' ? null : close)),
      ),
    );
    await page.goto('./?source=eastmoney&show=IXIC');
    await expect(page.locator('#chart-caption')).toContainText(
      /EastMoney at .+, 21 of 22 sessions; 2025-07-09 is missing/,
      { timeout: 15_000 },
    );
    await expect(page.locator('.notices')).toContainText('2025-07-09');
  });

  test('an answer that ends too early says until when it goes', async ({ page }) => {
    await simulateSources(page, (route) =>
      sendJson(
        route,
        eastmoneyBody(route, (session, close) => (session > '2025-07-25' ? null : close)),
      ),
    );
    await page.goto('./?source=eastmoney&show=IXIC');
    await expect(page.locator('#chart-caption')).toContainText('EastMoney at', { timeout: 15_000 });
    await expect(page.locator('.notices')).toContainText('2025-07-25');
  });

  test('where neither the source nor the snapshot answers, the page says so and offers another try', async ({
    page,
  }) => {
    let isWell = false;
    await page.route('**/closes/*.csv', (route) => (isWell ? route.continue() : route.abort('connectionreset')));
    await simulateSources(page, (route) =>
      isWell ? sendJson(route, eastmoneyBody(route)) : route.abort('connectionreset'),
    );
    await page.goto('./?source=eastmoney');
    await expect(page.locator('.notices')).toContainText('EastMoney could not be reached', { timeout: 30_000 });
    await expect(page.locator('.no-chart')).toContainText('There is nothing to draw here');
    isWell = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('#chart-caption')).toContainText('EastMoney at', { timeout: 30_000 });
  });

  test('an instrument that the source does not cover is shown from elsewhere, by name', async ({ page }) => {
    await simulateSources(page, (route) => sendJson(route, eastmoneyBody(route)));
    await page.goto('./?source=eastmoney&show=IXIC,NVDA');
    await expect(page.locator('.notices')).toContainText(
      /Nvidia: EastMoney does not cover Nvidia; choose another source for it\. The bundled snapshot of .+ is shown instead\./,
      { timeout: 30_000 },
    );
    await expect(page.locator('#chart-caption')).toContainText('Nasdaq Composite: EastMoney at', { timeout: 15_000 });
  });

  test('a source that nobody knows is named, with those that are', async ({ page }) => {
    await page.goto('./?source=teletext');
    await expect(page.locator('.notices')).toContainText('source=teletext');
    await expect(page.locator('.notices')).toContainText('eastmoney');
    await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot');
  });
});
