import { eventCard, type EventCard } from './event-card.ts';
import type { ReaderFormats } from './formats.ts';
import type { Ground } from './ground.ts';
import type { Box } from './place.ts';

/** A marker of the drawing: it stands for one event or, as a cluster, for several. */
export type Marker = HTMLElement | SVGElement;

/** Markers, cards and the one emphasis of a figure. */
export interface EventLayer {
  readonly markers: () => readonly Marker[];
  readonly markerOf: (event: string) => Marker | undefined;
  /** Opens the hovered card of a marker. Returns what the live region says. */
  readonly hover: (marker: Marker) => string;
  /** Horizontal centre of a marker, in CSS pixels from the stage's corner. */
  readonly centreOf: (marker: Marker) => number;
  /** Ends the hover; false where no card was open for it. */
  readonly leave: () => boolean;
  readonly hovered: () => readonly string[];
  /** The events that a list item under the pointer or in focus stands for. */
  readonly point: (event: string | null) => void;
  /** Pins the card of these events, unless it is pinned; an empty list unpins. */
  readonly pin: (events: readonly string[]) => void;
  readonly pinned: () => readonly string[];
  readonly redraw: () => void;
  readonly lean: () => void;
  readonly remove: () => void;
}

/** Half the side of a marker's hit area, in CSS pixels. */
const REACH = 12;

/** The events that an element stands for. */
export const eventsOf = (marker: Marker): readonly string[] =>
  (marker.dataset['events'] ?? '').split(' ').filter(Boolean);

const labelOf = (marker: Marker | undefined): string => marker?.getAttribute('aria-label') ?? '';

export function eventLayer(ground: Ground, formats: ReaderFormats, links: ParentNode, onUnpin: () => void): EventLayer {
  const { figure } = ground;
  const document = figure.ownerDocument;
  const hoverCard = eventCard(document, formats);
  const pinCard = eventCard(document, formats, onUnpin);
  let hovered: readonly string[] = [];
  let pinned: readonly string[] = [];
  let pointed: readonly string[] = [];
  let lit: Element[] = [];

  const markers = (): readonly Marker[] => [
    ...(ground.frame()?.element.querySelectorAll<Marker>('[data-events]') ?? []),
  ];
  const markerOf = (event: string): Marker | undefined => markers().find((marker) => eventsOf(marker).includes(event));

  const boxOf = (event: string | undefined): Box | null => {
    const frame = ground.frame();
    const at = frame?.variant.markers.find(({ events }) => event !== undefined && events.includes(event))?.at;
    if (!frame || !at) return null;
    const x = frame.left + at[0] * frame.scale;
    const y = frame.top + at[1] * frame.scale;
    return { left: x - REACH, top: y - REACH, right: x + REACH, bottom: y + REACH };
  };

  const light = (): void => {
    const emphasis = [hovered, pointed, pinned].find((events) => events.length) ?? [];
    for (const element of lit) element.classList.remove('is-lit');
    const isMeant = (events: readonly string[]): boolean => events.some((event) => emphasis.includes(event));
    lit = emphasis.length
      ? [
          ...[...figure.querySelectorAll<Marker>('[data-events]')].filter((marker) => isMeant(eventsOf(marker))),
          ...[...links.querySelectorAll<HTMLElement>('[data-event]:not(.mr-card-source)')].filter((item) =>
            isMeant([item.dataset['event'] ?? '']),
          ),
        ]
      : [];
    for (const element of lit) element.classList.add('is-lit');
    if (emphasis.length) figure.dataset['emphasis'] = emphasis.join(' ');
    else delete figure.dataset['emphasis'];
  };

  const show = (card: EventCard, events: readonly string[]): void => {
    const label = labelOf(markerOf(events[0] ?? ''));
    if (!events.length) card.close();
    else if (card.open(figure, ground.stage(), events, label)) card.lean(ground.frame(), boxOf(events[0]));
  };
  const showHovered = (): void => show(hoverCard, hovered.every((event) => pinned.includes(event)) ? [] : hovered);

  return {
    markers,
    markerOf,
    hovered: () => hovered,
    pinned: () => pinned,
    hover: (marker) => {
      hovered = eventsOf(marker);
      showHovered();
      light();
      return `${labelOf(marker)}.`.replace(/([.?!])\.$/, '$1');
    },
    centreOf: (marker) => (boxOf(eventsOf(marker)[0])?.left ?? 0) + REACH,
    leave: () => {
      if (!hovered.length) return false;
      const wasOpen = hoverCard.events().length > 0;
      hovered = [];
      hoverCard.close();
      light();
      return wasOpen;
    },
    point: (event) => {
      if (event === (pointed[0] ?? null)) return;
      pointed = event ? [event] : [];
      light();
    },
    pin: (events) => {
      pinned = events;
      show(pinCard, pinned);
      showHovered();
      light();
    },
    redraw: () => {
      if (!hovered.some(markerOf)) hovered = [];
      show(pinCard, pinned);
      showHovered();
      light();
    },
    lean: () => {
      for (const card of [pinCard, hoverCard]) card.lean(ground.frame(), boxOf(card.events()[0]));
    },
    remove: () => {
      hovered = pointed = pinned = [];
      light();
      hoverCard.root.remove();
      pinCard.root.remove();
    },
  };
}
