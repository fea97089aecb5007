import { expect, test } from './fixture.ts';

test.describe('a stray', () => {
  test.beforeEach(async ({ page, strays }) => {
    strays.expected.push(/stray|charts\.example\.org|ERR_/);
    await page.goto('./studies/nvidia-h20/study.json');
  });

  test('is an error on the console', async ({ page, strays }) => {
    await page.evaluate(() => console.error('stray'));
    await expect.poll(() => strays.found).toEqual([expect.stringContaining('console: stray')]);
  });

  test('is an error in a page that nobody caught', async ({ page, strays }) => {
    await page.evaluate(() => void Promise.reject(new Error('stray')));
    await expect.poll(() => strays.found).toEqual([expect.stringContaining('page: Error: stray')]);
  });

  test('is a request that leaves this machine', async ({ page, strays }) => {
    await page.evaluate(() => fetch('https://charts.example.org/').catch(() => null));
    await expect.poll(() => strays.found).toContain('request: https://charts.example.org/');
  });

  test('is also found in a context that a test has made itself', async ({ browser, strays }) => {
    const context = await browser.newContext();
    strays.watch(context);
    const page = await context.newPage();
    await page.evaluate(() => console.error('stray'));
    await expect.poll(() => strays.found).toHaveLength(1);
    await context.close();
  });
});

test('a test fails on a stray that it does not expect', async ({ page, strays }) => {
  test.fail();
  await page.evaluate(() => console.error('stray'));
  await expect.poll(() => strays.found).toHaveLength(1);
});

test('the built site is served on a port of its own', async ({ page, site }) => {
  const answer = await page.goto('./studies/nvidia-h20/study.json');
  expect(answer?.status()).toBe(200);
  expect(page.url()).toBe(`${site.url}studies/nvidia-h20/study.json`);
});
