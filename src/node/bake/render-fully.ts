import type { ReactNode } from 'react';

/** Passes after which a chart that is still without its scales has none. */
const MOST_PASSES = 200;

/**
 * Renders an element in the page and waits until every panel of every chart has
 * its marks, which takes Recharts more than one pass. Answers what takes it away
 * again. Throws when a chart stays unfinished.
 */
export async function renderFully(page: Document, element: ReactNode): Promise<() => void> {
  const { createRoot } = await import('react-dom/client');
  const { flushSync } = await import('react-dom');
  const holder = page.createElement('div');
  const root = createRoot(holder);
  flushSync(() => root.render(element));
  const unfinished = (): number =>
    [...page.querySelectorAll('.mr-panel')].filter((panel) => panel.querySelector('.mr-marks') === null).length;
  for (let pass = 0; unfinished() > 0; pass += 1) {
    if (pass === MOST_PASSES) throw new Error(`${unfinished()} panels of the page were not drawn`);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return () => root.unmount();
}
