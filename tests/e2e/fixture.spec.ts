import { expect, test } from './fixture.ts';

test.describe('a test fails', () => {
  test.beforeEach(async ({ page }) => {
    test.fail();
    await page.goto('./studies/nvidia-h20/study.json');
  });

  test('on a stray error on the console', async ({ page }) => {
    await page.evaluate(() => console.error('stray'));
  });

  test('on an error in a page that nobody caught', async ({ page }) => {
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate(() => void Promise.reject(new Error('stray')));
    await thrown;
  });

  test('on a request that leaves this machine', async ({ page }) => {
    await page.evaluate(() => fetch('https://charts.example.org/').catch(() => null));
  });

  test('on a stray in a context of its own making', async ({ browser, strays }) => {
    const context = await browser.newContext();
    strays.watch(context);
    const page = await context.newPage();
    await page.evaluate(() => console.error('stray'));
    await context.close();
  });
});

test('an error that a test expects does not fail it', async ({ page, strays }) => {
  strays.expected.push(/on purpose/);
  await page.evaluate(() => console.error('on purpose'));
});

test('the built site is served on a port of its own', async ({ page, site }) => {
  const answer = await page.goto('./studies/nvidia-h20/study.json');
  expect(answer?.status()).toBe(200);
  expect(page.url()).toBe(`${site.url}studies/nvidia-h20/study.json`);
});
