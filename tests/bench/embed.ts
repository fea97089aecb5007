import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import type { FrameLoading } from '../../src/embed/embed-subject.ts';
import { frameSnippet } from '../../src/embed/frame-snippet.ts';
import { comparison, median, type Part, quantile, type Row } from './figures.ts';
import { scriptBeforeChart, timeToFirstChart } from './first-chart.ts';
import { hoverCosts, OWN_PLOT, type Plot, trackOf, UPLOT_PLOT } from './hover.ts';
import { mainThreadTime } from './main-thread.ts';
import { openPage } from './open-page.ts';
import { withoutScripts } from './rival-pages.ts';
import type { SyntheticStudy } from './synthetic-study.ts';

/** A site with a study's frame page and the pages that it is held against. */
interface EmbedSite {
  readonly url: string;
  readonly study: SyntheticStudy;
}

const FRAME = { width: 864, height: 560 };
const KIBIBYTE = 1024;
const MOST = { html: 12 * KIBIBYTE, hover: 8 * KIBIBYTE, all: 150 * KIBIBYTE };
const MANY = 10;
const SPAN = 5000;
/** What a page does when it is idle is done by then. */
const SETTLED = 2500;

/** Ways in which a wiki page has its frames: all at once, or each when scrolled to. */
const LOADING = ['eager', 'lazy'] as const;

const framePath = ({ id }: SyntheticStudy): string => `embed/${id}/overlay/`;
/** As deep as the frame page, so that its relative addresses hold. */
const stillPath = ({ id }: SyntheticStudy): string => `rivals/${id}/still/`;

/** A document with nothing in it: what a browser takes for any frame at all. */
const EMPTY_PATH = 'rivals/empty/';

/** Writes the frame page without its scripts, and an empty one, into the site's folder `rivals`. */
export async function writeStillFrame(site: string, study: SyntheticStudy): Promise<void> {
  const html = await readFile(join(site, framePath(study), 'index.html'), 'utf8');
  const pages = [
    [stillPath(study), withoutScripts(html)],
    [EMPTY_PATH, '<!doctype html><title>Nothing</title>'],
  ] as const;
  for (const [path, text] of pages) {
    await mkdir(join(site, path), { recursive: true });
    await writeFile(join(site, path, 'index.html'), text);
  }
}

const asFrame = (page: Page): Promise<void> => page.setViewportSize(FRAME);

/** A processor of a quarter of the speed, and the browser's own "Slow 4G": 1.44 Mbit/s down, 562.5 ms for a request. */
async function asSlowFrame(page: Page): Promise<void> {
  await asFrame(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: (0.9 * 1.6e6) / 8,
    uploadThroughput: (0.9 * 0.75e6) / 8,
  });
}

async function withPage<Result>(browser: Browser, work: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await openPage(browser);
  await asFrame(page);
  const result = await work(page);
  await page.context().close();
  return result;
}

async function moves(browser: Browser, url: string, ready: string, plot: Plot): Promise<readonly number[]> {
  return withPage(browser, async (page) => {
    await page.goto(url);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await page.waitForTimeout(SETTLED);
    return hoverCosts(browser, page, await trackOf(page, plot));
  });
}

/** Main-thread milliseconds of the first five seconds of a page of another site with so many frames in it. */
async function framesCost(
  browser: Browser,
  { url }: EmbedSite,
  path: string,
  count: number,
  loading: FrameLoading,
): Promise<number> {
  const charts = new URL(path, url.replace('127.0.0.1', 'localhost')).href;
  const frame = frameSnippet({ address: charts, title: 'Chart', width: '100%', height: 480, loading });
  const text = `<!doctype html><title>Wiki</title><link rel="icon" href="data:,">${`<p>Text.</p>${frame}`.repeat(count)}`;
  const wiki = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
  });
  await new Promise<void>((done) => {
    wiki.listen(0, '127.0.0.1', done);
  });
  const { port } = wiki.address() as AddressInfo;
  try {
    return await withPage(browser, async (page) => {
      const time = await mainThreadTime(browser, page, `http://127.0.0.1:${port}/`, SPAN);
      const shown = page.frames().filter((one) => one.url() === charts).length;
      if (loading === 'eager' && shown !== count) throw new Error(`${shown} of ${count} frames were loaded`);
      return time;
    });
  } finally {
    wiki.closeAllConnections();
    wiki.close();
  }
}

const compressed = (text: string | Buffer): number => brotliCompressSync(text).byteLength;

/** Compressed bytes of the page, of its scripts until it answers a pointer, and of all until another range is drawn. */
async function weights(browser: Browser, url: string): Promise<{ html: number; hover: number; all: number }> {
  return withPage(browser, async (page) => {
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      scripts.set(response.url(), response.body().then(compressed));
    });
    const sum = async (): Promise<number> => (await Promise.all(scripts.values())).reduce((a, b) => a + b, 0);
    const answer = await page.goto(url);
    const html = compressed((await answer?.body()) ?? '');
    const inline = await page.evaluate(() =>
      [...document.scripts]
        .filter(({ src, type }) => src === '' && type !== 'application/json')
        .map(({ text }) => text),
    );
    const own = compressed(inline.join('\n'));
    await page.locator('.mr-marker:visible').first().hover();
    await page.locator('.mr-strip.is-chosen').waitFor();
    const hover = own + (await sum());
    await page.locator('[data-range="60"]').click();
    await page.locator('[data-range="60"][aria-current]').waitFor();
    await page.waitForLoadState('networkidle');
    return { html, hover, all: own + (await sum()) };
  });
}

/** Sum of the layout shifts of a frame page until it has settled, with a fresh cache. */
async function layoutShift(browser: Browser, url: string): Promise<number> {
  return withPage(browser, async (page) => {
    await page.goto(url);
    await page.locator('.mr-live').waitFor({ state: 'attached' });
    await page.waitForTimeout(SETTLED);
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const sum = (entries: readonly PerformanceEntry[]): number =>
            entries.reduce((all, entry) => all + ('value' in entry ? Number(entry.value) : 0), 0);
          const observer = new PerformanceObserver((list) => resolve(sum(list.getEntries())));
          observer.observe({ type: 'layout-shift', buffered: true });
          // Without a shift the observer is never called.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum(observer.takeRecords()))));
        }),
    );
  });
}

/** Every figure by its name, of all rounds but the first, which is not counted. */
async function sample(
  browser: Browser,
  site: EmbedSite,
  rounds: number,
  say: (text: string) => void,
): Promise<(name: string) => readonly number[]> {
  const { url, study } = site;
  const pages = {
    frame: `${url}${framePath(study)}`,
    still: `${url}${stillPath(study)}`,
    uplot: `${url}rivals/uplot-${study.rows}.html`,
  };
  const hover = async (address: string, ready: string, plot: Plot): Promise<number[]> => {
    const costs = await moves(browser, address, ready, plot);
    return [quantile(costs, 0.5), quantile(costs, 0.95)];
  };
  const list: [names: string[], run: () => Promise<readonly number[]>][] = [];
  for (const [name, address] of Object.entries(pages)) {
    list.push([[`first ${name}`], async () => [await timeToFirstChart(browser, address, asFrame)]]);
    list.push([[`slow ${name}`], async () => [await timeToFirstChart(browser, address, asSlowFrame)]]);
  }
  list.push(
    [['p50 frame', 'p95 frame'], () => hover(pages.frame, '.mr-live', OWN_PLOT)],
    [['p50 uplot', 'p95 uplot'], () => hover(pages.uplot, '.u-over', UPLOT_PLOT)],
    ...LOADING.flatMap((loading): typeof list => [
      [[`many ${loading}`], async () => [await framesCost(browser, site, framePath(study), MANY, loading)]],
      [[`one ${loading}`], async () => [await framesCost(browser, site, framePath(study), 1, loading)]],
    ]),
    [['many empty'], async () => [await framesCost(browser, site, EMPTY_PATH, MANY, 'eager')]],
    [['one empty'], async () => [await framesCost(browser, site, EMPTY_PATH, 1, 'eager')]],
    [['shift'], async () => [await layoutShift(browser, pages.frame)]],
  );
  const samples = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    say(`embed, round ${round} of ${rounds}${round === 0 ? ' (not counted)' : ''}\n`);
    const first = (round * 5) % list.length;
    for (const [names, run] of [...list.slice(first), ...list.slice(0, first)]) {
      say(`  ${names[0] ?? ''}\n`);
      const figures = await run();
      if (round === 0) continue;
      for (const [index, name] of names.entries()) {
        samples.set(name, [...(samples.get(name) ?? []), figures[index] ?? Number.NaN]);
      }
    }
  }
  return (name) => samples.get(name) ?? [];
}

/** A baked frame page against itself without scripts and against uPlot, in one browser. */
export async function benchEmbed(
  browser: Browser,
  site: EmbedSite,
  rounds: number,
  say: (text: string) => void,
): Promise<Part> {
  const of = await sample(browser, site, rounds, say);
  const frame = `${site.url}${framePath(site.study)}`;
  const { stands, inline } = await scriptBeforeChart(browser, frame);
  const bytes = await weights(browser, frame);
  const size = (what: string, key: keyof typeof MOST): Row => ({
    what,
    value: `${(bytes[key] / KIBIBYTE).toFixed(1)} KiB`,
    limit: `${MOST[key] / KIBIBYTE} KiB`,
    met: bytes[key] <= MOST[key],
  });
  const shift = Math.max(...of('shift'));
  const busy = 'main-thread time of the first five seconds';
  const slow = 'first chart, 4 × slower processor, slow 4G';
  return {
    name: 'Frame page of a wiki',
    rows: [
      comparison('first chart', of('first frame'), of('first still'), 'without its scripts', 1.1),
      comparison('first chart', of('first frame'), of('first uplot'), 'uPlot', 0.75),
      comparison(slow, of('slow frame'), of('slow still'), 'without its scripts', 1.1),
      comparison(slow, of('slow frame'), of('slow uplot'), 'uPlot', 0.75),
      {
        what: `script that blocks the chart (and ${inline} B in the page's head, which reads the theme and the view)`,
        value: stands ? '0 B' : 'it never stands without script',
        limit: '0 B',
        met: stands,
      },
      size('page with its chart, brotli', 'html'),
      size('script until hover, cards and keys work, brotli', 'hover'),
      size('script in all, once another range is drawn, brotli', 'all'),
      comparison('pointer move, p50', of('p50 frame'), of('p50 uplot'), 'uPlot', 0.9),
      comparison('pointer move, p95', of('p95 frame'), of('p95 uplot'), 'uPlot', 0.9),
      ...LOADING.map((loading) =>
        comparison(`${busy}, ${MANY} ${loading} frames`, of(`many ${loading}`), of(`one ${loading}`), 'one frame', 3),
      ),
      comparison(`${busy}, ${MANY} empty documents`, of('many empty'), of('one empty'), 'one', null),
      {
        what: `layout shift, the largest of ${of('shift').length}, median ${median(of('shift')).toFixed(4)}`,
        value: shift.toFixed(4),
        limit: '0',
        met: shift === 0,
      },
    ],
  };
}
