import type { Instant } from '../core/units.ts';
import { proxyPresence } from './sources/proxy-presence.ts';

/** The reader and the world around the page, as far as the dashboard may know them. */
export interface Reader {
  readonly language: string;
  readonly zone: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  readonly random: () => number;
  /** The study that the page is made for, whose address needs no `study=`; empty where it is made for none. */
  readonly pageStudy: string;
  /** Address of a study's folder, ending in a slash. */
  readonly studyUrl: (id: string) => string;
  /** Where the proxy of this deployment listens; null where there is none. Asked once, when a source needs it. */
  readonly findProxy: () => Promise<string | null>;
}

/** The reader of this page: its browser's language and zone, the page's own place. */
export function readerOf(window: Window & typeof globalThis): Reader {
  const { root = './', study = '' } = window.document.documentElement.dataset;
  const fetch: Reader['fetch'] = (input, init) => window.fetch(input, init);
  const place = new URL(root, window.location.href);
  return {
    language: window.navigator.language,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    fetch,
    now: () => Date.now() as Instant,
    random: Math.random,
    pageStudy: study,
    studyUrl: (id) => new URL(`studies/${id}/`, place).href,
    findProxy: proxyPresence(fetch, window.location.origin),
  };
}
