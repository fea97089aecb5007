import { expect, test } from './fixture.ts';

test.describe('the development server', () => {
  test.describe.configure({ timeout: 120_000 });

  test('answers for the live sources itself: the whole live path works without a network', async ({
    page,
    devSite,
    strays,
  }) => {
    const answered = page.waitForResponse(
      (response) => response.url().includes('eastmoney') && response.fromServiceWorker(),
    );
    await page.goto(`${devSite.url}?source=eastmoney`);
    expect((await answered).status()).toBe(200);
    await expect(page.locator('.mr-drawing svg:visible').first()).toBeVisible();
    // A request counts as one that left until msw has answered it.
    await expect.poll(() => strays.found).toEqual([]);
  });

  test('plays each scenario that the address names', async ({ page, devSite, strays }) => {
    strays.expected.push(/Failed to load resource/, /eastmoney\.com/, /gtimg\.cn/);
    const scenarios = {
      'rate-limited': 'EastMoney asks for fewer requests',
      html: 'EastMoney answered with a web page instead of data',
      refused: 'EastMoney refused the request',
    };
    for (const [scenario, words] of Object.entries(scenarios)) {
      await page.goto(`${devSite.url}?source=eastmoney&scenario=${scenario}`);
      await expect(page.locator('.notices')).toContainText(words, { timeout: 90_000 });
      await expect(page.locator('.notices')).toContainText('is shown instead.', { timeout: 30_000 });
      await expect(page.locator('.mr-drawing svg:visible').first()).toBeVisible();
    }
  });

  test('serves the studies from their folders', async ({ request, devSite }) => {
    const study = await request.get(`${devSite.url}studies/nvidia-h20/study.json`);
    expect(study.headers()['content-type']).toBe('application/json; charset=utf-8');
    expect(await study.json()).toMatchObject({ id: 'nvidia-h20' });
    const closes = await request.get(`${devSite.url}studies/nvidia-h20/closes/IXIC.csv`);
    expect((await closes.text()).split('\n', 1)).toEqual(['date,open,high,low,close,volume']);
  });

  test('carries nothing to a host that is no source', async ({ request, devSite }) => {
    expect((await request.get(`${devSite.url}proxy/charts.example.org/`)).status()).toBe(403);
  });
});
