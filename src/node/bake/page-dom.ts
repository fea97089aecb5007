import { JSDOM } from 'jsdom';

const NAMES = [
  'window',
  'document',
  'navigator',
  'HTMLElement',
  'SVGElement',
  'Element',
  'Node',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
] as const;

/**
 * Runs `work` with the globals of a browser page around it, as React and
 * Recharts expect them, and takes them away again. One at a time.
 */
export async function inPage<Result>(html: string, work: (page: Document) => Promise<Result>): Promise<Result> {
  const dom = new JSDOM(html, { pretendToBeVisual: true });
  const before = NAMES.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  for (const name of NAMES) {
    Object.defineProperty(globalThis, name, { value: dom.window[name], configurable: true, writable: true });
  }
  try {
    return await work(dom.window.document);
  } finally {
    for (const [index, name] of NAMES.entries()) {
      const descriptor = before[index];
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
    dom.window.close();
  }
}
