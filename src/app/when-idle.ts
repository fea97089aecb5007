/** Longest wait for a quiet moment, in milliseconds. */
const PATIENCE = 2000;

/** Does something when the browser has nothing better to do. Answers what takes the wish back. */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const wish = window.requestIdleCallback(work, { timeout: PATIENCE });
    return () => window.cancelIdleCallback(wish);
  }
  const wish = setTimeout(work, PATIENCE / 10);
  return () => clearTimeout(wish);
}

/** Does something when the next frame is on the screen. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', work, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
