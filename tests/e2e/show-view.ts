import type { Page } from '@playwright/test';

/** Waits until the live dashboard has taken the page over: the page's own HTML holds no field to fill in. */
export async function live(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !/other-(?:view|range)/.test(document.documentElement.className) &&
      document.querySelector('[data-island="controls"] input') !== null,
  );
}

/** Waits until the parts of the statistics, which come last, are the live ones too. */
export async function whole(page: Page): Promise<void> {
  await live(page);
  await page.locator('[data-island="reaction"] select').first().waitFor({ state: 'attached' });
}

/** Waits until the controller works on the drawing that stands in the page. */
export async function attached(page: Page): Promise<void> {
  await page.locator('.mr-stage .mr-live').waitFor({ state: 'attached' });
}

/** Goes to another view of the open page, as Back and Forward do, and waits until its drawing no longer changes. */
export async function showView(page: Page, query: string): Promise<void> {
  await page.evaluate(async (search) => {
    history.pushState(null, '', search);
    dispatchEvent(new PopStateEvent('popstate'));
    const frame = (): Promise<number> =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    const drawing = (): string => document.querySelector('.mr-drawing')?.innerHTML ?? '';
    let same = 0;
    let before = '';
    while (same < 2) {
      await frame();
      const now = drawing();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  }, query);
}

/** Holds back the script that takes the page over; what it answers lets it through. */
export async function holdTakeOver(page: Page): Promise<() => void> {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/main-*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}
