import type { Browser, Page } from '@playwright/test';

/** A page in a context of its own, with an empty cache, as wide as a desktop's. Close its context when it is done. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // What runs the benchmark compiles functions to calls of this one, which is not in the page that they are sent to.
  await page.addInitScript('globalThis.__name = (named) => named;');
  return page;
}
