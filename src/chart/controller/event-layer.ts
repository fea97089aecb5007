import type { EventEntries } from './event-entries.ts';
import { eventsOf, type FigureView, type Marker, MARKERS } from './figure-view.ts';

/** Which event is open, at most one, and the one emphasis of a figure. Events are ids. */
export interface EventLayer {
  readonly markerOf: (event: string | null) => Marker | undefined;
  /** Opens an event for as long as it is pointed at or has the focus; after a moment, unless it is `now`. */
  readonly hover: (event: string, now?: boolean) => void;
  /** Ends that, after a moment unless it is `now`; false where nothing was open for it. */
  readonly leave: (now?: boolean) => boolean;
  /** What is open stays: the pointer is on its way, or on its words. */
  readonly stay: () => void;
  /** Lights up an event whose entry is under the pointer or in focus. */
  readonly point: (event: string | null) => void;
  readonly pin: (event: string | null) => void;
  readonly hovered: () => string | null;
  readonly pinned: () => string | null;
  /** Draws again what is open. */
  readonly redraw: () => void;
}

const LIT = 'is-lit';

/** Milliseconds that a pointer rests on a marker before it opens, and after it has left before it closes. */
const OPENS_AFTER = 120;
const CLOSES_AFTER = 300;

/** `links` holds the entries; `onOpen` hears of every event that opens. */
export function eventLayer(
  figure: HTMLElement,
  view: () => FigureView | null,
  entries: EventEntries,
  links: ParentNode,
  onOpen: (event: string) => void,
): EventLayer {
  let hovered: string | null = null;
  let pinned: string | null = null;
  let pointed: string | null = null;
  let lit: Element[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const light = (): void => {
    const event = hovered ?? pointed ?? pinned;
    for (const one of lit) one.classList.remove(LIT);
    delete figure.dataset['emphasis'];
    lit = [];
    if (event === null) return;
    lit = [
      ...[...figure.querySelectorAll(MARKERS)].filter((marker) => eventsOf(marker).includes(event)),
      ...[...figure.querySelectorAll<HTMLElement>('.mr-band')].filter(({ dataset }) => dataset['band'] === event),
      ...[...links.querySelectorAll<HTMLElement>('.mr-event')].filter(({ dataset }) => dataset['event'] === event),
    ];
    for (const one of lit) one.classList.add(LIT);
    figure.dataset['emphasis'] = event;
  };

  const redraw = (): void => {
    entries.open(hovered ?? pinned);
    light();
  };

  const soon = (isNow: boolean | undefined, wait: number, work: () => void): void => {
    clearTimeout(waiting);
    if (isNow) work();
    else waiting = setTimeout(work, wait);
  };

  return {
    markerOf: (event) => view()?.markers.find(({ events }) => event !== null && events.includes(event)),
    hovered: () => hovered,
    pinned: () => pinned,
    hover: (event, isNow) =>
      soon(isNow, OPENS_AFTER, () => {
        if (hovered === event) return;
        hovered = event;
        redraw();
        onOpen(event);
      }),
    leave: (isNow) => {
      const wasOpen = hovered !== null;
      soon(isNow, CLOSES_AFTER, () => {
        if (hovered === null) return;
        hovered = null;
        redraw();
      });
      return wasOpen;
    },
    stay: () => clearTimeout(waiting),
    point: (event) => {
      if (event === pointed) return;
      pointed = event;
      light();
    },
    pin: (event) => {
      clearTimeout(waiting);
      pinned = event;
      hovered = null;
      redraw();
    },
    redraw,
  };
}
