import type { ReactNode } from 'react';

/** Passes after which a chart that is still unfinished never will be. */
const MOST_PASSES = 50;

/**
 * Renders an element in the page and waits until it `isFinished`: Recharts draws its marks in a pass after the first.
 * Answers what takes it away again. Throws when it stays unfinished.
 */
export async function renderFully(page: Document, element: ReactNode, isFinished: () => boolean): Promise<() => void> {
  const { createRoot } = await import('react-dom/client');
  const { flushSync } = await import('react-dom');
  const root = createRoot(page.createElement('div'));
  flushSync(() => root.render(element));
  for (let pass = 0; !isFinished(); pass += 1) {
    if (pass === MOST_PASSES) throw new Error('a part of the page was not drawn');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return () => root.unmount();
}
