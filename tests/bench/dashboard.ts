import type { Browser, Page } from '@playwright/test';
import { comparison, median, type Part, quantile, type Row, spreadOf } from './figures.ts';
import { scriptBeforeChart, timeToFirstChart } from './first-chart.ts';
import { hoverCosts, OWN_PLOT, type Plot, type Track, trackOf, UPLOT_PLOT } from './hover.ts';
import { draggedRange, prepareRanges, presetOfDashboard, presetOfUplot } from './ranges.ts';
import { openPage } from './open-page.ts';
import { FRAME, statisticsChanges } from './panel.ts';
import type { SyntheticStudy } from './synthetic-study.ts';

/** A site with the studies' pages and the pages that they are held against. */
export interface BenchSite {
  readonly url: string;
  readonly studies: readonly SyntheticStudy[];
}

/** What is measured in a browser. */
export const BROWSER_PARTS = ['first', 'hover', 'range', 'panel'] as const;
export type BrowserPart = (typeof BROWSER_PARTS)[number];

/** Range changes of one kind in a page; the median of them is the round's figure. */
const REPEATS = 3;

/** A measurement by its name, and the figures of all counted rounds. */
type Samples = Map<string, number[]>;
type Measurement = readonly [names: readonly string[], run: () => Promise<readonly number[]>];

const partOf = ([names]: Measurement): string => (names[0] ?? '').split(' ')[0] ?? '';

/** Opens a page in a context of its own, waits for its chart, and closes it after the work. */
async function inPage<Result>(
  browser: Browser,
  url: string,
  plot: Plot,
  work: (page: Page, track: Track) => Promise<Result>,
): Promise<Result> {
  const page = await openPage(browser);
  await page.goto(url);
  await page.locator(plot.down).first().waitFor();
  // What a page does when it is idle is done before anything is measured in it.
  await page.waitForTimeout(2500);
  await prepareRanges(page);
  const track = await trackOf(page, plot);
  const result = await work(page, track);
  await page.context().close();
  return result;
}

const DASHBOARD = OWN_PLOT;
const UPLOT = UPLOT_PLOT;

function measurements(browser: Browser, { url, studies }: BenchSite): Measurement[] {
  const rival = (name: string, rows: number): string => `${url}rivals/${name}-${rows}.html`;
  const list: Measurement[] = [];
  for (const study of studies) {
    const { rows, id } = study;
    const own = `${url}${id}/`;
    const pages = {
      dashboard: own,
      still: rival('still', rows),
      floor: rival('floor', rows),
      uplot: rival('uplot', rows),
      'uplot-all': rival('uplot-all', rows),
      'dashboard-all': `${own}?range=all`,
    };
    for (const [name, address] of Object.entries(pages)) {
      list.push([[`first ${rows} ${name}`], async () => [await timeToFirstChart(browser, address)]]);
    }
    const hover = (name: string, address: string, plot: Plot): void => {
      list.push([
        [`hover p50 ${rows} ${name}`, `hover p95 ${rows} ${name}`],
        () =>
          inPage(browser, address, plot, async (page, track) => {
            const costs = await hoverCosts(browser, page, track);
            return [quantile(costs, 0.5), quantile(costs, 0.95)];
          }),
      ]);
    };
    hover('dashboard', pages['dashboard-all'], DASHBOARD);
    hover('uplot', pages['uplot-all'], UPLOT);
  }
  const largest = studies.at(-1);
  if (largest !== undefined) list.push(...rangeMeasurements(browser, url, largest));
  list.push([
    ['panel'],
    () => inPage(browser, url, DASHBOARD, async (page) => [median(await statisticsChanges(page, REPEATS))]),
  ]);
  return list;
}

function rangeMeasurements(
  browser: Browser,
  url: string,
  { id, rows, series, dayZero }: SyntheticStudy,
): Measurement[] {
  const sessions = series[0]?.sessions ?? [];
  const second = (row: number): number => Date.parse(sessions[Math.max(0, Math.min(rows - 1, row))] ?? '') / 1000;
  const names = (who: string): string[] => [`range preset ${who}`, `range dragged ${who}`];
  const drag = (track: Track, time: number): Track => ({ ...track, right: track.right - 40 * time });
  return [
    [
      names('dashboard'),
      () =>
        inPage(browser, `${url}${id}/`, DASHBOARD, async (page, track) => {
          const [preset, dragged]: [number[], number[]] = [[], []];
          for (let time = 0; time < REPEATS; time += 1) {
            preset.push(await presetOfDashboard(page, 'All'));
            dragged.push(await draggedRange(page, drag(track, time)));
            await presetOfDashboard(page, '±20');
          }
          return [median(preset), median(dragged)];
        }),
    ],
    [
      names('uplot'),
      () =>
        inPage(browser, `${url}rivals/uplot-all-${rows}.html`, UPLOT, async (page, track) => {
          const [preset, dragged]: [number[], number[]] = [[], []];
          await presetOfUplot(page, second(dayZero - 20), second(dayZero + 20));
          for (let time = 0; time < REPEATS; time += 1) {
            preset.push(await presetOfUplot(page, second(0), second(rows - 1)));
            dragged.push(await draggedRange(page, drag(track, time)));
            await presetOfUplot(page, second(dayZero - 20), second(dayZero + 20));
          }
          return [median(preset), median(dragged)];
        }),
    ],
  ];
}

/** All measurements in every round, each round beginning with another one; the first round is not counted. */
async function sample(list: readonly Measurement[], rounds: number, say: (text: string) => void): Promise<Samples> {
  const samples: Samples = new Map();
  for (let round = 0; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}${round === 0 ? ' (not counted)' : ''}\n`);
    const first = (round * 5) % list.length;
    for (const [names, run] of [...list.slice(first), ...list.slice(0, first)]) {
      say(`  ${names[0] ?? ''}\n`);
      const figures = await run().catch((error: unknown) => {
        throw new Error(`${names.join(', ')} could not be measured`, { cause: error });
      });
      if (round === 0) continue;
      for (const [index, name] of names.entries()) {
        samples.set(name, [...(samples.get(name) ?? []), figures[index] ?? Number.NaN]);
      }
    }
  }
  return samples;
}

/** Whether a change is painted within one frame of the screen. */
function frameRow(times: readonly number[]): Row {
  return {
    what: `choice to painted: ${spreadOf(times)}`,
    value: `${median(times).toFixed(1)} ms`,
    limit: `${FRAME.toFixed(1)} ms`,
    met: median(times) <= FRAME,
  };
}

/** The dashboard against the same page without scripts, a hand-written SVG and uPlot, in one browser. */
export async function benchDashboard(
  browser: Browser,
  site: BenchSite,
  wanted: readonly BrowserPart[],
  rounds: number,
  say: (text: string) => void,
): Promise<Part[]> {
  const samples = await sample(
    measurements(browser, site).filter((one) => wanted.some((part) => part === partOf(one))),
    rounds,
    say,
  );
  const of = (name: string): readonly number[] => samples.get(name) ?? [];
  const first: Row[] = [];
  const hover: Row[] = [];
  for (const { rows, id } of site.studies) {
    const ours = of(`first ${rows} dashboard`);
    const against = (name: string, words: string, limit: number | null): Row =>
      comparison(`2 × ${rows}`, ours, of(`first ${rows} ${name}`), words, limit);
    first.push(
      against('still', 'without its scripts', 1.2),
      against('uplot', 'uPlot', 1),
      against('floor', 'hand-written SVG', null),
      comparison(
        `2 × ${rows}, all rows, which is not baked`,
        of(`first ${rows} dashboard-all`),
        of(`first ${rows} uplot-all`),
        'uPlot',
        null,
      ),
    );
    const { stands, inline } = await scriptBeforeChart(browser, `${site.url}${id}/`);
    first.push({
      what: `2 × ${rows}, script that blocks it (and ${inline} B in the page's head, which reads the theme and the view)`,
      value: stands ? '0 B' : 'it never stands without script',
      limit: '0 B',
      met: stands,
    });
    for (const point of ['p50', 'p95']) {
      hover.push(
        comparison(
          `2 × ${rows}, ${point}`,
          of(`hover ${point} ${rows} dashboard`),
          of(`hover ${point} ${rows} uplot`),
          'uPlot',
          1,
        ),
      );
    }
  }
  const parts: readonly (readonly [BrowserPart, Part])[] = [
    ['first', { name: 'Navigation to the first complete chart', rows: first }],
    ['hover', { name: 'Main-thread time of a pointer move', rows: hover }],
    [
      'range',
      {
        name: 'Another range of 2 × 5,000, call to painted',
        rows: [
          comparison('preset, all rows', of('range preset dashboard'), of('range preset uplot'), 'uPlot', 1),
          comparison('dragged', of('range dragged dashboard'), of('range dragged uplot'), 'uPlot', 1.5),
        ],
      },
    ],
    ['panel', { name: 'Other statistics in the reaction panel', rows: [frameRow(of('panel'))] }],
  ];
  return parts.flatMap(([part, rows]) => (wanted.includes(part) ? [rows] : []));
}
