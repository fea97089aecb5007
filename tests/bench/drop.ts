import type { Browser, Page } from '@playwright/test';
import { comparison, type Part } from './figures.ts';
import { FROM_MARK, mainThreadWork, type MainThreadWork, TO_MARK } from './main-thread.ts';
import { openPage } from './open-page.ts';
import { type SyntheticStudy, walk } from './synthetic-study.ts';

interface DropSite {
  readonly url: string;
  /** The study of many rows that is opened, and whose first series the file replaces. */
  readonly study: SyntheticStudy;
}

/** Resolves in the page once the dashboard has taken it over, two frames later, and marks the end. */
async function markWhenLive(page: Page): Promise<void> {
  await page.waitForFunction(
    (mark) => {
      const root = document.documentElement;
      if (root.dataset['theme'] === undefined || root.classList.contains('other-view')) return false;
      if (document.querySelector('.mr-panel > .recharts-wrapper') === null) return false;
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(mark)));
      return true;
    },
    TO_MARK,
    { polling: 50 },
  );
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, TO_MARK, { polling: 50 });
}

/** Runs in the page: drops the file, uses its closes, and waits until the chart shows them. */
async function dropFile([name, text, from, to]: readonly [string, string, string, string]): Promise<void> {
  const until = async (isSo: () => boolean): Promise<void> => {
    for (const started = performance.now(); !isSo();) {
      if (performance.now() - started > 20_000) throw new Error('the chart does not show the file');
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  };
  const lines = (): string =>
    [...document.querySelectorAll('[class*="mr-line-"] path')].map((line) => line.getAttribute('d') ?? '').join();
  const button = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll<HTMLButtonElement>('dialog button')].find(
      ({ textContent }) => textContent === 'Use these closes',
    );
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: 'text/csv' }));
  const before = lines();
  performance.mark(from);
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  await until(() => button()?.disabled === false);
  button()?.click();
  await until(() => {
    const caption = document.querySelector('#chart-caption')?.textContent ?? '';
    return caption.includes('Your file') && lines() !== before;
  });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
  performance.mark(to);
}

async function opening(browser: Browser, url: string): Promise<MainThreadWork> {
  const page = await openPage(browser);
  const work = await mainThreadWork(browser, page, async () => {
    await page.goto(url, { waitUntil: 'commit' });
    await markWhenLive(page);
  });
  await page.context().close();
  return work;
}

async function dropping(browser: Browser, url: string, name: string, text: string): Promise<MainThreadWork> {
  const page = await openPage(browser);
  await page.goto(url);
  await markWhenLive(page);
  // What a page does when it is idle is done before anything is measured in it.
  await page.waitForTimeout(2500);
  await page.evaluate(() => performance.clearMarks());
  const work = await mainThreadWork(browser, page, () =>
    page.evaluate(dropFile, [name, text, FROM_MARK, TO_MARK] as const),
  );
  await page.context().close();
  return work;
}

/**
 * A file of as many rows as the study's series, dropped on its page and used,
 * against opening that page, which reads the same number of rows from the
 * snapshot: up to the chart that shows them, and two frames more.
 */
export async function benchDrop(
  browser: Browser,
  { url, study }: DropSite,
  rounds: number,
  say: (text: string) => void,
): Promise<Part> {
  const sessions = study.series[0]?.sessions ?? [];
  const closes = walk(study.rows, 104_729);
  const text = ['date,close', ...sessions.map((session, row) => `${session},${closes[row] ?? ''}`), ''].join('\n');
  const opened: MainThreadWork[] = [];
  const dropped: MainThreadWork[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}${round === 0 ? ' (not counted)' : ''}\n`);
    const one = await opening(browser, `${url}${study.id}/`);
    const other = await dropping(browser, `${url}${study.id}/`, 'NORTH.csv', text);
    if (round === 0) continue;
    opened.push(one);
    dropped.push(other);
  }
  const row = (what: string, of: (work: MainThreadWork) => number) =>
    comparison(what, dropped.map(of), opened.map(of), 'opening the page', 1);
  return {
    name: `A file of ${study.rows.toLocaleString('en-US')} rows dropped on the page, to the chart that shows it`,
    rows: [
      row('longest task of the main thread', ({ longest }) => longest),
      row('all tasks of the main thread', ({ total }) => total),
    ],
  };
}
