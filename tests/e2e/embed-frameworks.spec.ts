import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './embed-host.ts';
import { bundledPage } from './fixtures/bundle-page.ts';
import type { FrameworkPage, Told } from './fixtures/framework-page.ts';

declare global {
  interface Window {
    pageScript: FrameworkPage;
  }
}

const PAGES = [
  ['React', 'react-page.tsx'],
  ['Vue', 'vue-page.ts'],
] as const;
const scripts = new Map<string, Promise<string>>();

/** The page's script, bundled once for each worker. */
function scriptOf(file: string): Promise<string> {
  const script = scripts.get(file) ?? bundledPage(file);
  scripts.set(file, script);
  return script;
}

const told = (page: Page): Promise<Told[]> => page.evaluate(() => window.pageScript.told);

const readies = async (page: Page): Promise<string[]> =>
  (await told(page))
    .filter(([, name]) => name === 'ready')
    .map(([id]) => id)
    .toSorted((a, b) => (a < b ? -1 : 1));

/** How many listeners the page's window and document have that an element could have left. */
async function listeners(session: CDPSession): Promise<number> {
  let count = 0;
  for (const expression of ['window', 'document']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners: found } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId ?? '',
    });
    count += found.filter(({ type }) => type === 'message' || type === 'securitypolicyviolation').length;
  }
  return count;
}

for (const [name, file] of PAGES) {
  test.describe(`a ${name} page of another site`, () => {
    let warnings: string[] = [];
    test.beforeEach(({ page }) => {
      warnings = [];
      page.on('console', (message) => {
        if (message.type() === 'warning' && /Vue|React|[Hh]ydrat/.test(message.text())) warnings.push(message.text());
      });
    });
    test.afterEach(() => expect(warnings).toEqual([]));

    test('shows several charts, hears their events and changes them', async ({ page, host, charts }) => {
      const script = await scriptOf(file);
      await page.goto(
        host.page(
          `<div id="root"></div><script type="module" src="${charts.url}market-reaction.js"></script><script>${script}</script>`,
        ),
      );
      await page.evaluate(() => window.pageScript.start());
      await expect.poll(() => readies(page)).toEqual(['one', 'two']);
      const height = Number(await page.locator('#one iframe').getAttribute('height'));
      expect(await told(page)).toContainEqual(['one', 'resize', { height }]);

      const inside = page.frameLocator('#one iframe');
      await inside.locator('.mr-marker[data-events="speech"]:visible').click();
      await expect.poll(async () => (await told(page)).at(-1)).toEqual(['one', 'event-selected', { event: 'speech' }]);
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await told(page)).at(-1)).toEqual(['one', 'event-selected', { event: null }]);

      const frame = await page.locator('#one iframe').elementHandle();
      const ground = (): Promise<string> =>
        inside.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor);
      expect(await ground()).toBe('rgb(251, 250, 247)');
      await page.evaluate(() => window.pageScript.change({ theme: 'dark', title: 'Closes of two markets' }));
      await expect.poll(ground).toBe('rgb(21, 24, 28)');
      await expect(page.locator('#one iframe')).toHaveAttribute('title', 'Closes of two markets');
      // Neither loads the chart again.
      expect(await page.locator('#one iframe').evaluate((now, then) => now === then, frame)).toBe(true);

      await page.evaluate(() => window.pageScript.change({ chart: 'event-time' }));
      await expect.poll(() => readies(page)).toEqual(['one', 'one', 'two']);
      await expect(page.locator('#one iframe')).toHaveAttribute('src', /\/event-time\/\?theme=dark$/);
      await expect(inside.locator('figure')).toHaveAttribute('data-chart', 'event-time');
      await expect(page.locator('market-reaction iframe')).toHaveCount(2);
    });

    test('leaves nothing behind when it takes its charts away, finished or not', async ({ page, host, charts }) => {
      const script = await scriptOf(file);
      await page.goto(
        host.page(
          `<div id="root"></div><script type="module" src="${charts.url}market-reaction.js"></script><script>${script}</script>`,
        ),
      );
      const session = await page.context().newCDPSession(page);
      const before = await listeners(session);
      await page.evaluate(() => window.pageScript.start());
      await expect.poll(() => readies(page)).toEqual(['one', 'two']);
      expect(await listeners(session)).toBe(before + 4);
      await page.evaluate(() => window.pageScript.change({ isShown: false }));
      await expect.poll(() => page.frames().length).toBe(1);
      expect(await listeners(session)).toBe(before);

      // Taken away while it loads, the first one is never heard; the one after it is.
      const count = (await told(page)).length;
      await page.evaluate(() => {
        window.pageScript.change({ isShown: true });
        window.pageScript.change({ isShown: false, title: 'Again' });
      });
      expect((await told(page)).slice(count)).toEqual([]);
      await page.evaluate(() => window.pageScript.change({ isShown: true }));
      await expect.poll(() => readies(page)).toEqual(['one', 'one', 'two', 'two']);
      await page.evaluate(() => window.pageScript.stop());
      await expect.poll(() => page.frames().length).toBe(1);
      expect(await listeners(session)).toBe(before);
    });

    test('takes over what a server has sent without a complaint, and knows what is ready already', async ({
      page,
      host,
      charts,
    }) => {
      const script = await scriptOf(file);
      await page.goto(host.page(`<script>${script}</script>`));
      const markup = await page.evaluate(() => window.pageScript.markup());
      expect(markup).toContain('<market-reaction id="one" study="nvidia-h20" chart="overlay" theme="light"');
      await page.goto(
        host.page(
          `<div id="root">${markup}</div><script type="module" src="${charts.url}market-reaction.js"></script><script>${script}</script>`,
        ),
      );
      const isReady = (): Promise<boolean> =>
        page.evaluate(() => document.querySelector('market-reaction')?.isReady ?? false);
      await expect.poll(isReady).toBe(true);
      const frame = await page.locator('#one iframe').elementHandle();
      await page.evaluate(() => window.pageScript.hydrate());
      await page.frameLocator('#one iframe').locator('.mr-marker[data-events="speech"]:visible').click();
      await expect.poll(async () => (await told(page)).at(-1)).toEqual(['one', 'event-selected', { event: 'speech' }]);
      expect(await page.locator('#one iframe').evaluate((now, then) => now === then, frame)).toBe(true);
      await page.evaluate(() => window.pageScript.change({ chart: 'daily' }));
      await expect.poll(isReady).toBe(true);
      await expect(page.locator('#one iframe')).toHaveAttribute('src', /\/daily\//);
    });
  });
}
