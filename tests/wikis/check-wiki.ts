import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect as atOnce, type Frame, type Locator, type Page } from '@playwright/test';
import type { ReadSnippets } from './dialog-snippets.ts';
import type { Wiki } from './wiki.ts';

/** Wikis share the machine with all other tests. */
const expect = atOnce.configure({ timeout: 30_000 });

export interface Check {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** Of a phone and of a desk, in CSS pixels. */
const WIDTHS = [390, 1280] as const;
const HEIGHT = 1000;
/** The chart's own, in its two themes. */
const GROUNDS = { light: 'rgb(251, 250, 247)', dark: 'rgb(21, 24, 28)' } as const;
/** What the strip below the plot tells of the event at hand. */
const TOLD = '.mr-strip.is-chosen .mr-strip-words';
const MARKER = '.mr-marker[data-events="announcement"]:visible';

/** Where charts are from and what is kept. */
export interface Bench {
  readonly browser: Browser;
  readonly snippets: ReadSnippets;
  /** Address of the built site. */
  readonly site: string;
  /** A folder for screenshots and papers. */
  readonly evidence: string;
}

/** What has to hold of a chart in a wiki. */
export function checksOf({ browser, snippets, site, evidence }: Bench, wiki: Wiki): Check[] {
  const { id, dialog } = wiki;
  const named = (what: string): string => `${wiki.name}: ${what}`;
  const framed = async (theme: string): Promise<string> => {
    const given = await snippets(dialog, theme);
    return wiki.frame?.(given) ?? given.frame;
  };
  const kept = (name: string): string => join(evidence, `${id}-${name}`);

  const open = async (title: string, text: string, isDark: boolean): Promise<{ page: Page; errors: string[] }> => {
    const page = await browser.newPage({ viewport: { width: 1100, height: HEIGHT } });
    const errors: string[] = [];
    page.on('console', (message) => {
      const { url } = message.location();
      // What the wiki itself asks for and does not have is none of the chart's doing.
      const isOfWiki = message.text().startsWith('Failed to load resource') && !url.startsWith(site);
      if (message.type() === 'error' && !isOfWiki) errors.push(`${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(await wiki.write(title, text, isDark));
    return { page, errors };
  };
  const frameOf = async (page: Page): Promise<Frame> => {
    await page.locator('iframe').first().waitFor();
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(site))).toBe(true);
    const frame = page.frames().find((candidate) => candidate.url().startsWith(site));
    if (frame === undefined) throw new Error('the wiki shows no frame of ours');
    await frame.waitForLoadState('load');
    return frame;
  };

  const ofFrames: Check[] = [
    {
      title: named('the frame from the dialog shows the chart, its events open by hover and by keyboard, nothing errs'),
      run: async () => {
        const snippet = await framed('host');
        const { page, errors } = await open('frame', snippet, false);
        const frame = await frameOf(page);
        const storage = await frame.evaluate(() => {
          try {
            return typeof window.localStorage;
          } catch (error) {
            return error instanceof Error ? error.name : 'error';
          }
        });
        expect(storage, 'reading localStorage throws in a frame of another site').toBe('SecurityError');
        await expect(frame.locator('[class^="mr-line-"] path')).toHaveCount(2);
        await frame.locator(MARKER).hover();
        await expect(frame.locator(TOLD)).toContainText('Nvidia says that it will sell the H20');
        await page.screenshot({ path: kept('light.png') });
        // Small frames fold the caption away, and keep the lead.
        await frame.locator('.lead').hover();
        await expect(frame.locator(TOLD)).toHaveCount(0);
        await frame.locator('.mr-stage').focus();
        await page.keyboard.press('Alt+ArrowRight');
        await expect(frame.locator(TOLD)).toBeVisible();
        const fits = await frame.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight);
        expect(fits, 'caption and source are inside the frame').toBe(true);
        expect(errors.filter((error) => wiki.complains?.test(error) !== true)).toEqual([]);
        await page.close();
      },
    },
    {
      title: named('on paper the chart and its source are there'),
      run: async () => {
        const snippet = await framed('light');
        const { page } = await open('paper', snippet, false);
        const frame = await frameOf(page);
        await expect(frame.locator('.mr-plot')).toBeVisible();
        const paper = await page.pdf({ printBackground: true });
        await writeFile(kept('paper.pdf'), paper);
        const read = spawnSync('pdftotext', [kept('paper.pdf'), '-'], { encoding: 'utf8' });
        // Without a reader of papers, what the printed page lays out is all that can be asked.
        if (read.error === undefined) expect(read.stdout).toMatch(/(?:Hang Seng|HS) TECH[\s\S]*Source: Nasdaq/);
        else {
          await page.emulateMedia({ media: 'print' });
          await expect(frame.locator('.caption-source')).toBeVisible();
        }
        await page.close();
      },
    },
    {
      title: named('what is opened in a frame that keeps its height lies over the chart, and the summary stays'),
      run: async () => {
        const { page } = await open('opened', await framed('host'), false);
        const frame = await frameOf(page);
        const iframe = page.locator('iframe').first();
        if (wiki.follows === undefined) {
          const summary = frame.getByText('Events and table');
          const place = (): Promise<number> => summary.evaluate((one) => one.getBoundingClientRect().y);
          const before = await place();
          await summary.click();
          await expect(frame.locator('.mr-event').first()).toBeInViewport();
          expect(await place()).toBe(before);
          await page.screenshot({ path: kept('opened.png') });
          await iframe.evaluate((one) => one.setAttribute('height', '260'));
          await expect.poll(() => frame.evaluate(() => window.innerHeight)).toBe(260);
          await expect.poll(() => frame.evaluate(() => document.documentElement.scrollHeight)).toBe(260);
        } else await expectGrowth(page, frame, iframe);
        await page.close();
      },
    },
    {
      title: named('on a phone and a desk the frame stands within the page, and a dark page gets a dark chart'),
      run: async () => {
        for (const theme of ['light', 'dark'] as const) {
          const { page } = await open('places', await framed(theme), theme === 'dark');
          const frame = await frameOf(page);
          const ground = await frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
          expect(ground).toBe(GROUNDS[theme]);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: HEIGHT });
            await expect(frame.locator('[class^="mr-line-"] path')).toHaveCount(2);
            const box = await page.locator('iframe').first().boundingBox();
            expect(box === null ? Number.NaN : box.x + box.width).toBeLessThanOrEqual(width);
            await page.screenshot({ path: kept(`${width}-${theme}.png`) });
          }
          await page.close();
        }
      },
    },
  ];
  const ofElements: Check[] = [
    {
      title: named('the element is as high as its chart, grows and shrinks with it, and is dark on a dark page'),
      run: async () => {
        const { element } = await snippets(dialog, 'host');
        const { page, errors } = await open('element', element, false);
        const frame = await frameOf(page);
        await expectGrowth(page, frame, page.locator('market-reaction iframe'));
        await page.screenshot({ path: kept('element.png') });
        expect(errors.filter((error) => wiki.complains?.test(error) !== true)).toEqual([]);
        await page.close();
        const dark = await open('element', element, true);
        const ground = async (): Promise<string> =>
          (await frameOf(dark.page)).evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        await expect.poll(ground).toBe(GROUNDS.dark);
        await dark.page.screenshot({ path: kept('element-dark.png') });
        await dark.page.close();
      },
    },
  ];
  const ofPictures: Check[] = [
    {
      title: named('the linked picture from the dialog is shown with its alternative text'),
      run: async () => {
        const { picture } = await snippets(dialog, 'host');
        const { page } = await open('picture', picture, false);
        const image = page
          .locator('img[src*="light."], img[alt*="Hang Seng TECH"], img[title*="Hang Seng TECH"]')
          .first();
        await expect
          .poll(() => image.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)))
          .toBe(680);
        // MediaWiki names a picture by its file and nothing else; the link below says what it is.
        if (dialog === 'mediawiki') {
          await expect(page.locator(`a[href^="${site}"]`).last()).toContainText(/\w/);
        } else expect(await image.getAttribute('alt')).toContain('Hang Seng TECH');
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: HEIGHT });
          const { width: shown = 0, height: high = 1 } = (await image.boundingBox()) ?? {};
          expect(shown).toBeLessThanOrEqual(680);
          const own = await image.evaluate((one) => (one as HTMLImageElement).naturalHeight);
          expect(shown / high, 'nothing squeezes it').toBeCloseTo(680 / own, 1);
          await page.screenshot({ path: kept(`picture-${width}.png`) });
        }
        await page.close();
      },
    },
  ];
  const ofSanitisers: Check[] = [
    {
      title: named('a frame is dropped without a trace, so that the picture is what to paste'),
      run: async () => {
        const { page } = await open('dropped', await framed('light'), false);
        await expect(page.locator('iframe')).toHaveCount(0);
        await page.close();
      },
    },
  ];
  return [
    ...(wiki.shows.includes('element') ? ofElements : []),
    ...(wiki.shows.includes('frame') ? ofFrames : ofSanitisers),
    ...(wiki.shows.includes('picture') ? ofPictures : []),
  ];
}

/** A host that follows the chart's height has what is opened below the chart, and the summary where it was. */
async function expectGrowth(page: Page, frame: Frame, iframe: Locator): Promise<void> {
  const height = async (): Promise<number> => Number(await iframe.getAttribute('height'));
  const summary = frame.getByText('Events and table');
  const place = (): Promise<number> => summary.evaluate((one) => Math.round(one.getBoundingClientRect().y));
  const fits = (): Promise<boolean> =>
    frame.evaluate(() => document.documentElement.scrollHeight === innerHeight && innerHeight > 300);
  // It has told its height once its script answers.
  await iframe.scrollIntoViewIfNeeded();
  await frame.locator('.mr-live').waitFor({ state: 'attached' });
  await expect.poll(fits).toBe(true);
  const [before, stood] = [await height(), await place()];
  await summary.click();
  await expect.poll(height).toBeGreaterThan(before + 100);
  await expect.poll(() => frame.locator('html').getAttribute('class')).toContain('is-grown');
  expect(Math.abs((await place()) - stood)).toBeLessThanOrEqual(1);
  await expect.poll(fits).toBe(true);
  await summary.click();
  await expect.poll(height).toBe(before);
  await expect.poll(place).toBe(stood);
  await page.mouse.move(0, 0);
}

/** The folder for evidence, made. */
export async function evidenceFolder(root: string): Promise<string> {
  const folder = join(root, 'test-results/wikis');
  await mkdir(folder, { recursive: true });
  return folder;
}
