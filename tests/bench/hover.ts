import type { Browser, Page } from '@playwright/test';

/** Where the pointer moves: a stretch across the plot, in CSS pixels. */
export interface Track {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** What spans a plot from its left to its right edge, and what the pointer's height is taken from. */
export interface Plot {
  readonly across: string;
  readonly down: string;
}

export const OWN_PLOT: Plot = { across: '.mr-plot', down: '.mr-plot' };
export const UPLOT_PLOT: Plot = { across: '.u-over', down: '.u-over' };

/** The same share of any plot, so that a pointer passes as many sessions on one page as on another. */
export async function trackOf(page: Page, { across, down }: Plot): Promise<Track> {
  const [width, height] = [
    await page.locator(across).first().boundingBox(),
    await page.locator(down).first().boundingBox(),
  ];
  if (width === null || height === null) throw new Error(`${page.url()} shows no ${width === null ? across : down}`);
  return {
    left: width.x + width.width * 0.1,
    right: width.x + width.width * 0.75,
    y: height.y + height.height * 0.6,
  };
}

const MOVES = 60;
/** The first moves make what is made once: a tooltip, a layer. */
const UNCOUNTED = 5;
/** Longer than two frames, so that all that a move causes has run before the next one. */
const REST = 50;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
}

/** Main-thread time of each pointer move in milliseconds: all tasks from the one that dispatches it to the next move's. */
export async function hoverCosts(browser: Browser, page: Page, { left, right, y }: Track): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page);
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, REST);
    });
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] });
  for (let move = 0; move <= MOVES + UNCOUNTED; move += 1) {
    const x = left + ((right - left) * move) / (MOVES + UNCOUNTED);
    await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y: y + (move % 2) });
    await pause();
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await devtools.detach();
  return costsOf(trace.traceEvents).slice(UNCOUNTED);
}

function costsOf(events: readonly TraceEvent[]): number[] {
  const moves = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'mousemove');
  const [first] = moves;
  if (first === undefined) throw new Error('The trace holds no pointer move.');
  const tasks = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === first.pid && tid === first.tid)
    .toSorted((a, b) => a.ts - b.ts);
  const starts = moves
    .map(({ ts }) => tasks.findLastIndex((task) => task.ts <= ts))
    .filter((start, index, all) => index === 0 || start !== all[index - 1]);
  // What follows the last move is not bounded by another one.
  return starts.slice(0, -1).map((start, index) => {
    const own = tasks.slice(start, starts[index + 1]);
    return own.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000;
  });
}
