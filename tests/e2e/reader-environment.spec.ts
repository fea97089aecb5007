import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { live } from './show-view.ts';

/** Waits for the take-over, opens the announcement's card, and changes the view, as any reader does. */
async function use(page: Page): Promise<void> {
  await live(page);
  await page.getByRole('link', { name: 'Daily', exact: true }).click({ timeout: 10_000 });
  await expect(page).toHaveURL(/chart=daily/);
  await expect(page.locator('#chart-caption')).toContainText('Change of each session');
  await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot of');
}

/** Makes the browser name these languages. */
async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((named) => {
    Object.defineProperties(Navigator.prototype, {
      language: { get: () => named },
      languages: { get: () => [named] },
    });
  }, language);
}

for (const [what, language] of [
  ['C', 'C'],
  ['en-US@posix', 'en-US@posix'],
  ['nothing', ''],
  ['three hundred letters', 'x'.repeat(300)],
] as const) {
  test(`a browser whose language is ${what} shows a page that works`, async ({ page }) => {
    await speak(page, language);
    await page.goto('./');
    await use(page);
  });
}

for (const zone of [undefined, 'Etc/Unknown', 'Mars/Olympus']) {
  test(`a browser that names the zone ${zone ?? 'not at all'} tells times in UTC and says so`, async ({ page }) => {
    await page.addInitScript((named) => {
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.resolvedOptions = function resolved(this: Intl.DateTimeFormat) {
        return { ...resolvedOptions.call(this), timeZone: named } as Intl.ResolvedDateTimeFormatOptions;
      };
    }, zone);
    await page.goto('./');
    await use(page);
    await expect(page.getByText('“your time” is told in UTC')).toBeVisible();
  });
}

test('a browser that names its zone is told nothing of UTC', async ({ page }) => {
  await page.goto('./');
  await use(page);
  await expect(page.getByText('“your time” is told in UTC')).toHaveCount(0);
});

test('a clock that shows 1970 leaves no figure out, and the page says what is taken for today', async ({ page }) => {
  await page.clock.setFixedTime(new Date('1970-01-01T00:00:00Z'));
  await page.goto('./');
  await use(page);
  await expect(page.getByText('This device’s clock shows 1 January 1970')).toBeVisible();
  await expect(page.getByText('Rows dated after today')).toHaveCount(0);
});

test('storage, cookies and databases that may not be read are not missed', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = {
      get: (): never => {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, refuse);
    }
    Object.defineProperty(Document.prototype, 'cookie', refuse);
    Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse);
  });
  await page.goto('./');
  await use(page);
});

test('an extension that changes words wherever they come up breaks nothing', async ({ page }) => {
  await page.addInitScript(() => {
    const change = (): void => {
      const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const { nodeValue } = text;
        if (nodeValue?.includes('Nvidia') === true && text.parentElement?.localName !== 'script') {
          text.nodeValue = nodeValue.replaceAll('Nvidia', 'the maker of chips');
        }
      }
    };
    document.addEventListener('DOMContentLoaded', () => {
      change();
      new MutationObserver(change).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  });
  await page.goto('./');
  await use(page);
  await expect(page.getByText('the maker of chips').first()).toBeVisible();
});
