import type { Frame, Page } from '@playwright/test';
import { bundledRows } from './simulated-sources.ts';

/** When the exchanges close in summer: 16:00 in Hong Kong (UTC+8), 16:00 in New York (UTC−4). */
const CLOSES_AT = { HSTECH: '08:00Z', IXIC: '20:00Z' } as const;
/** Which line of the opening charts is which. */
const LINES = { IXIC: 0, HSTECH: 1 } as const;

/** Where the close of a session stands in the window: days and level, put there by the browser as it puts the line. */
export function placeOf(
  page: Page | Frame,
  session: string,
  id: keyof typeof LINES = 'HSTECH',
): Promise<{ x: number; y: number }> {
  const close = bundledRows(id).find(([date]) => date === session)?.[1];
  const at = { line: LINES[id], instant: `${session}T${CLOSES_AT[id]}`, close: Number(close) };
  return page.evaluate(({ line, instant, close: level }) => {
    const { origin } = JSON.parse(document.querySelector('.mr-data')?.textContent ?? '{}') as { origin: string };
    const path = document.querySelector<SVGPathElement>(`.mr-line-${line} path`);
    const days = (Date.parse(instant) - Date.parse(origin)) / 86_400_000;
    const { x, y } = new DOMPoint(days, level).matrixTransform(path?.getScreenCTM() ?? undefined);
    return { x, y };
  }, at);
}
