import type { Page } from '@playwright/test';

/** Waits until the live dashboard has taken the page over. */
export async function live(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.documentElement.dataset['theme'] !== undefined &&
      !document.documentElement.classList.contains('other-view') &&
      document.querySelector('.mr-panel > .recharts-wrapper') !== null,
  );
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
