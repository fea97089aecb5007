import { eventCard } from './event-card.ts';
import type { ReaderFormats } from './formats.ts';
import { eventsOf, type Marker, MARKERS, type View } from './view.ts';

/** Markers, cards and the one emphasis of a figure. Events are ids; no events are an empty list. */
export interface EventLayer {
  readonly markerOf: (event: string | undefined) => Marker | undefined;
  /** Opens the hovered card. */
  readonly hover: (events: readonly string[]) => void;
  /** Ends the hover; false where no card was open for it. */
  readonly leave: () => boolean;
  /** Lights up an event whose list item is under the pointer or in focus. */
  readonly point: (event: string | undefined) => void;
  readonly pin: (events: readonly string[]) => void;
  readonly hovered: () => readonly string[];
  readonly pinned: () => readonly string[];
  /** Draws again what is open. */
  readonly redraw: () => void;
  /** The cards' own elements. */
  readonly nodes: readonly Element[];
}

const LIT = 'is-lit';

/** `links` holds the list items `[data-event]`; `onClose` is called by the pinned card's button. */
export function eventLayer(
  figure: HTMLElement,
  view: () => View | null,
  formats: ReaderFormats,
  links: ParentNode,
  onClose: () => void,
): EventLayer {
  const hoverCard = eventCard(figure, formats);
  const pinCard = eventCard(figure, formats, onClose);
  let hovered: readonly string[] = [];
  let pinned: readonly string[] = [];
  let pointed: readonly string[] = [];
  let lit: Element[] = [];

  const markerOf = (event: string | undefined): Marker | undefined =>
    view()?.markers.find(({ events }) => events.some((one) => one === event));

  const redraw = (): void => {
    pinCard.open(view(), pinned, markerOf(pinned[0]));
    hoverCard.open(view(), pinned.includes(hovered[0] ?? '') ? [] : hovered, markerOf(hovered[0]));
    light();
  };

  const light = (): void => {
    const emphasis = [hovered, pointed, pinned].find((events) => events.length) ?? [];
    for (const element of lit) element.classList.remove(LIT);
    lit = [
      ...figure.querySelectorAll<HTMLElement>(MARKERS),
      ...links.querySelectorAll<HTMLElement>('[data-event]:not(.mr-card-source)'),
    ].filter((element) =>
      emphasis.some((event) => element.dataset['event'] === event || eventsOf(element).includes(event)),
    );
    for (const element of lit) element.classList.add(LIT);
    if (emphasis.length) figure.dataset['emphasis'] = emphasis.join(' ');
    else delete figure.dataset['emphasis'];
  };

  return {
    markerOf,
    hovered: () => hovered,
    pinned: () => pinned,
    hover: (events) => {
      hovered = events;
      redraw();
    },
    leave: () => {
      const wasOpen = !hoverCard.root.hidden;
      if (hovered.length) {
        hovered = [];
        redraw();
      }
      return wasOpen;
    },
    point: (event) => {
      if (event === pointed[0]) return;
      pointed = event ? [event] : [];
      light();
    },
    pin: (events) => {
      pinned = events;
      redraw();
    },
    redraw,
    nodes: [hoverCard.root, pinCard.root],
  };
}
