import { expect, test } from './fixture.ts';

for (const [width, height] of [
  [1366, 768],
  [390, 844],
] as const) {
  test(`typefaces arrive on a first visit at 10 Mbit/s, and move nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: 1_250_000,
      uploadThroughput: 1_250_000,
    });
    await page.goto('./');
    const loaded = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('"', '')),
      );
    await expect.poll(loaded).toEqual(expect.arrayContaining(['Inter Variable', 'Source Serif 4 Variable']));
    const shifted = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const entries: number[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) entries.push(Number(entry.value));
          }).observe({ type: 'layout-shift', buffered: true });
          // What was buffered is handed over before the second frame from here.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done(entries.reduce((sum, value) => sum + value, 0))),
          );
        }),
    );
    expect(shifted).toBeLessThanOrEqual(0.01);
  });
}
