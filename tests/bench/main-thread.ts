import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
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

/** Milliseconds of all tasks on main threads that read a page of some host. */
function busyTime(events: readonly TraceEvent[]): number {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.startsWith('http') === true)
      .map(thread),
  );
  const tasks = events
    .filter((event) => event.name.endsWith('RunTask') && main.has(thread(event)))
    .toSorted((a, b) => a.ts - b.ts);
  if (tasks.length === 0) throw new Error('The trace holds no task of a page.');
  // A task inside another one is a part of it.
  const ends = new Map<string, number>();
  let busy = 0;
  for (const task of tasks) {
    const end = task.ts + (task.dur ?? 0);
    const since = Math.max(task.ts, ends.get(thread(task)) ?? 0);
    busy += Math.max(0, end - since);
    ends.set(thread(task), Math.max(end, since));
  }
  return busy / 1000;
}
