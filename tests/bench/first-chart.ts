import type { Browser, Page } from '@playwright/test';
import { openPage } from './open-page.ts';

declare global {
  interface Window {
    /** Milliseconds from the start of the navigation until the chart stood; set by {@link watchForChart}. */
    firstChart?: Promise<number>;
    /** How often uPlot has drawn. */
    draws?: number;
    uplot?: { setScale(key: 'x', range: { min: number; max: number }): void };
  }
}

/** Runs in the page: the time at which both lines are displayed, plus two frames. */
function watchForChart(): void {
  const stands = (): boolean => {
    if ((window.draws ?? 0) > 0) return true;
    // The drawing in the page is not the one that its address asks for.
    if (/other-(?:view|range)/.test(document.documentElement.className)) return false;
    const lines = [...document.querySelectorAll('path.line, [class*="mr-line-"] path')];
    // A drawing that has collapsed to nothing is displayed, but no chart.
    return lines.filter((line) => line.getBoundingClientRect().height > 0).length >= 2;
  };
  window.firstChart = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no chart within 20 seconds')), 20_000);
    const look = (): void => {
      if (!stands()) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    };
    requestAnimationFrame(look);
  });
}

/**
 * Milliseconds from the navigation to the first complete chart and two frames, with an empty cache. `prepare` sees the
 * blank page before, to set its size or to slow it down.
 */
export async function timeToFirstChart(
  browser: Browser,
  url: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const page = await openPage(browser);
  await prepare(page);
  await page.addInitScript(watchForChart);
  await page.goto(url, { waitUntil: 'commit' });
  const time = await page.evaluate(() => window.firstChart ?? Promise.reject(new Error('nobody watches')));
  await page.context().close();
  return time;
}

/**
 * Whether the first chart stands although no script file ever arrives, and the bytes of script in the page itself
 * that run before it.
 */
export async function scriptBeforeChart(browser: Browser, url: string): Promise<{ stands: boolean; inline: number }> {
  const page = await openPage(browser);
  await page.route('**/*.js', () => undefined);
  await page.addInitScript(watchForChart);
  await page.goto(url, { waitUntil: 'commit' });
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), 10_000);
  });
  const stands =
    (await Promise.race([
      page.evaluate(() => window.firstChart ?? Promise.reject(new Error('nobody watches'))),
      late,
    ])) !== null;
  const inline = await page.evaluate(() =>
    [...document.scripts]
      .filter(({ type, src }) => src === '' && type !== 'application/json')
      .reduce((sum, { text }) => sum + text.length, 0),
  );
  await page.context().close();
  return { stands, inline };
}
