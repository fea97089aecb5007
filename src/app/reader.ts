import type { Instant, SessionDate } from '../core/units.ts';
import { clockBehind, zoneUnknown } from '../words/en/reader.ts';
import { readerPlace } from './reader-place.ts';
import { proxyPresence } from './sources/proxy-presence.ts';

/** The reader and the world around the page, as far as the dashboard may know them. */
export interface Reader {
  readonly language: string;
  readonly zone: string;
  /** What is not known of the reader and shows on the page, a sentence each. */
  readonly doubts: readonly string[];
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
  const { language, zone, isZoneKnown } = readerPlace(window);
  return {
    language,
    zone,
    doubts: isZoneKnown ? [] : [zoneUnknown()],
    fetch,
    now: () => Date.now() as Instant,
    random: Math.random,
    pageStudy: study,
    studyUrl: (id) => new URL(`studies/${id}/`, place).href,
    findProxy: proxyPresence(fetch, window.location.origin),
  };
}

const DAY = 86_400_000;

/**
 * The same reader, whose clock is believed only where it can be right: figures that were fetched on a day (in UTC) are
 * not shown before it. A clock that shows an earlier one is taken to stand at that day's end, and goes on from there.
 */
export function withFetchedDay(reader: Reader, fetched: SessionDate): Reader {
  const shown = reader.now();
  if (shown >= Date.parse(fetched)) return reader;
  const behind = Date.parse(fetched) + DAY - 1 - shown;
  const sentence = clockBehind({ shown: new Date(shown).toISOString().slice(0, 10), taken: fetched });
  return { ...reader, now: () => (reader.now() + behind) as Instant, doubts: [...reader.doubts, sentence] };
}
