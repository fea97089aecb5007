import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds that the thread itself worked in `dur`. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly beginData?: { readonly url?: string } };
}

/**
 * Milliseconds that the main threads of the processes of a page and its frames work from the call on for `span`
 * milliseconds, while `page` goes to `url`. Frames of another site may run in a process of their own: all of them
 * count. The browser's own pages, which it may open at the same time, do not.
 */
export async function mainThreadTime(browser: Browser, page: Page, url: string, span: number): Promise<number> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] });
  const over = new Promise<void>((resolve) => {
    setTimeout(resolve, span);
  });
  await page.goto(url, { waitUntil: 'commit' });
  await over;
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return busyTime(trace.traceEvents);
}

/** What a page's main thread did in a stretch of time, in milliseconds. */
export interface MainThreadWork {
  /** All tasks together. */
  readonly total: number;
  /** The longest single task: for so long no input is answered. */
  readonly longest: number;
}

/** Marks that a page sets with `performance.mark` around what is measured. */
export const FROM_MARK = 'bench-from';
export const TO_MARK = 'bench-to';

/** What the page's main thread does while `work` runs, between the two marks that it sets; from its start where it sets only the second. */
export async function mainThreadWork(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<MainThreadWork> {
  const categories = ['disabled-by-default-devtools.timeline', 'devtools.timeline', 'blink.user_timing'];
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const at = (mark: string): TraceEvent | undefined => traceEvents.find(({ name }) => name === mark);
  const to = at(TO_MARK);
  if (to === undefined) throw new Error('The page has not marked the end of what is measured.');
  const from = at(FROM_MARK)?.ts ?? Number.NEGATIVE_INFINITY;
  const within = traceEvents.filter(({ ts }) => ts >= from && ts <= to.ts);
  // Marks are written on the page's main thread.
  const tasks = mainTasks(within, new Set([threadOf(to)])).map(({ dur = 0 }) => dur / 1000);
  return {
    total: tasks.reduce((sum, time) => sum + time, 0),
    longest: Math.max(...tasks),
  };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;

/** Milliseconds that main threads which read a page of some host worked; while others had the processor is not counted. */
function busyTime(events: readonly TraceEvent[]): number {
  const reads = ({ name, args }: TraceEvent): boolean =>
    name === 'ParseHTML' && args?.beginData?.url?.startsWith('http') === true;
  const tasks = mainTasks(events, new Set(events.filter(reads).map(threadOf)));
  return tasks.reduce((sum, { tdur, dur = 0 }) => sum + (tdur ?? dur), 0) / 1000;
}

/** The tasks on the threads named; one inside another is a part of it. */
function mainTasks(events: readonly TraceEvent[], main: ReadonlySet<string>): readonly TraceEvent[] {
  const ends = new Map<string, number>();
  const tasks = events
    .filter((event) => event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((task) => {
      const isOwn = task.ts >= (ends.get(threadOf(task)) ?? Number.NEGATIVE_INFINITY);
      if (isOwn) ends.set(threadOf(task), task.ts + (task.dur ?? 0));
      return isOwn;
    });
  if (tasks.length === 0) throw new Error('The trace holds no task of a page.');
  return tasks;
}
