import type { Page } from '@playwright/test';
import type { Track } from './hover.ts';

declare global {
  interface Window {
    /** Runs a change in an animation frame; milliseconds from its call until the frame that shows it was painted. */
    timeChange?: (change: () => void, isShown: () => boolean) => Promise<number>;
    /** What is in sight of the drawn lines, as one text that differs when it does. */
    drawnLines?: () => string;
  }
}

/** Runs in the page. A message sent in a frame arrives when style, layout and paint of that frame are done. */
function prepare(): void {
  window.drawnLines = () =>
    window.draws !== undefined
      ? String(window.draws)
      : [...document.querySelectorAll('.mr-plot svg[viewBox]')]
          .map((plot) => plot.getAttribute('viewBox') ?? '')
          .join();
  window.timeChange = (change, isShown) =>
    new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the change was not shown within ten seconds')), 10_000);
      requestAnimationFrame(() => {
        const start = performance.now();
        change();
        const afterPaint = (): void => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => {
            if (isShown()) resolve(performance.now() - start);
            else requestAnimationFrame(afterPaint);
          });
          port1.start();
          port2.postMessage(null);
        };
        afterPaint();
      });
    });
}

/** Adds to the page what the measurements below need. */
export async function prepareRanges(page: Page): Promise<void> {
  await page.evaluate(prepare);
}

/** Until the page has nothing left to do that it can do when idle. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestIdleCallback(resolve, { timeout: 5000 });
      }),
  );
}

/** Chooses a preset range of the dashboard by its link; milliseconds until it is painted. */
export async function presetOfDashboard(page: Page, name: string): Promise<number> {
  await settle(page);
  return page.evaluate((label) => {
    const link = [...document.querySelectorAll<HTMLElement>('[aria-label="Range"] a')].find(
      ({ textContent }) => textContent === label,
    );
    const { timeChange, drawnLines } = window;
    if (link === undefined || timeChange === undefined || drawnLines === undefined)
      throw new Error(`no range ${label}`);
    const before = drawnLines();
    return timeChange(
      () => link.click(),
      () => drawnLines() !== before && drawnLines() !== '',
    );
  }, name);
}

/** Shows a range of uPlot's x axis, in seconds; milliseconds until it is painted. */
export async function presetOfUplot(page: Page, min: number, max: number): Promise<number> {
  await settle(page);
  return page.evaluate(
    ([from, to]) => {
      const { timeChange, drawnLines, uplot } = window;
      if (timeChange === undefined || drawnLines === undefined) throw new Error('not prepared');
      const before = drawnLines();
      return timeChange(
        () => uplot?.setScale('x', { min: from, max: to }),
        () => drawnLines() !== before,
      );
    },
    [min, max] as const,
  );
}

/** Drags over the plot; milliseconds from letting go until the dragged range is painted. The same for both. */
export async function draggedRange(page: Page, { left, right, y }: Track): Promise<number> {
  await settle(page);
  const devtools = await page.context().newCDPSession(page);
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', x: number): Promise<unknown> =>
    devtools.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  await devtools.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: left, y });
  await mouse('mousePressed', left);
  for (let step = 1; step <= 4; step += 1) {
    await mouse('mouseMoved', left + ((right - left) * step) / 4);
    await page.waitForTimeout(40);
  }
  const time = await page.evaluate(
    ([x, clientY]) => {
      const { timeChange, drawnLines } = window;
      if (timeChange === undefined || drawnLines === undefined) throw new Error('not prepared');
      const before = drawnLines();
      const target = document.elementFromPoint(x, clientY);
      const init = {
        clientX: x,
        clientY,
        button: 0,
        bubbles: true,
        pointerId: 1,
        isPrimary: true,
        pointerType: 'mouse',
      };
      return timeChange(
        () => {
          target?.dispatchEvent(new PointerEvent('pointerup', init));
          target?.dispatchEvent(new MouseEvent('mouseup', init));
        },
        () => drawnLines() !== before && drawnLines() !== '',
      );
    },
    [right, y] as const,
  );
  await mouse('mouseReleased', right);
  await devtools.detach();
  return time;
}
