import type { ReactNode } from 'react';

/** Passes after which what is still unfinished never will be, and the milliseconds that one takes after the first few. */
const MOST_PASSES = 500;
const QUICK_PASSES = 50;
const PASS = 20;

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
    // What is imported late is shown a third of a second later, as React does not let a page flicker.
    await new Promise((resolve) => {
      setTimeout(resolve, pass < QUICK_PASSES ? 0 : PASS);
    });
  }
  return () => root.unmount();
}
