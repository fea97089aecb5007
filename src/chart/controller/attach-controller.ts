import { brushOver } from './brush.ts';
import { crosshairOn } from './crosshair.ts';
import { element } from './element.ts';
import { eventLayer, eventsOf, type Marker } from './event-layer.ts';
import { readerFormats } from './formats.ts';
import { groundOf } from './ground.ts';
import { keyList } from './key-list.ts';
import { keyHandler } from './keys.ts';

export interface ControllerOptions {
  /** BCP 47 tag of the reader's language for figures and dates; the browser's own without it. */
  language?: string;
  /** IANA name of the reader's zone; the browser's own without it. */
  zone?: string;
  /** The reader pinned an event (of a cluster, its first) or unpinned it. Not called for `pin`. */
  onPin?(event: string | null): void;
  /** Another session is being read, at the series with this id; null when none is. */
  onStep?(session: string | null, series: string): void;
  /** The reader dragged over a plot: first and last session date. Without it nothing can be selected. */
  onBrush?(from: string, to: string): void;
  /** Where the list items `[data-event]` live that light up with their markers; the document without it. */
  eventLinks?: ParentNode;
}

export interface Controller {
  /** Reads the figure again after its drawing or data were replaced. What the reader had open and focused stays. */
  refresh(): void;
  /** Opens and keeps the card of an event; null closes it. */
  pin(event: string | null): void;
  /** Moves the focus to the event's marker, which opens its card. Does nothing where no marker shows it. */
  focusEvent(event: string): void;
  /** Reads a session date, as the arrow keys would; any other text ends the reading. */
  stepTo(session: string): void;
  /** Takes everything away that was added. */
  detach(): void;
}

/** How long a card outlives the pointer on its way from the marker to the card, in milliseconds. */
const GRACE = 200;

/** Parts of the stage under which the crosshair does not follow the pointer. */
const OVERLAYS = '.mr-card, .mr-keys, a, button, [data-events]';

/**
 * Gives a figure (docs/decisions/0001) its crosshair, event cards and keys (docs/keyboard.md). It needs nothing but
 * the figure's own HTML. Throws a TypeError for a figure without a stage.
 */
export function attachController(figure: HTMLElement, options: ControllerOptions = {}): Controller {
  const document = figure.ownerDocument;
  const ground = groundOf(figure);
  const formats = readerFormats(options.language, options.zone);
  const crosshair = crosshairOn(ground, formats, options.onStep);
  const links = options.eventLinks ?? document;
  const brush = options.onBrush && brushOver(ground, crosshair, options.onBrush);
  const keys = keyList();
  const detachment = new AbortController();
  const live = element(ground.stage(), 'div', 'mr-live');
  live.setAttribute('aria-live', 'polite');
  const say = (text: string): void => {
    if (text) live.textContent = text;
  };

  let move: PointerEvent | null = null;
  let frameRequest = 0;
  let closing: ReturnType<typeof setTimeout> | undefined;
  /** The marker that has, or lost to a new drawing, the focus. */
  let focused: Marker | null = null;

  const pinByReader = (events: readonly string[]): void => {
    const marker = focused ?? layer.markerOf(layer.pinned()[0] ?? '');
    const hadFocus = document.activeElement?.closest('.mr-card.is-pinned');
    layer.pin(events);
    if (hadFocus && !events.length) (marker ?? ground.stage()).focus({ preventScroll: true });
    options.onPin?.(events[0] ?? null);
  };
  const layer = eventLayer(ground, formats, links, () => pinByReader([]));

  const within = (target: EventTarget | null, selector: string): Element | null =>
    target instanceof Element ? target.closest(selector) : null;
  const markerIn = (target: EventTarget | null): Marker | null => {
    const found = within(target, '[data-events]');
    return found && figure.contains(found) ? (found as Marker) : null;
  };

  const open = (marker: Marker): void => {
    clearTimeout(closing);
    crosshair.hide();
    say(layer.hover(marker));
  };
  const closeUnlessHeld = (): void => {
    if (!within(document.activeElement, '[data-events], .mr-card') || !figure.contains(document.activeElement)) {
      layer.leave();
    }
  };
  const toggle = (marker: Marker): void => {
    const events = eventsOf(marker);
    const isPinned = events.some((event) => layer.pinned().includes(event));
    pinByReader(isPinned ? [] : events);
    if (isPinned) layer.leave();
    say(isPinned ? 'Unpinned.' : 'Pinned.');
  };

  /** The marker before (−1) or after (1) the one that is open, or else the session that is being read. */
  const nextMarker = (direction: number): Marker | undefined => {
    const markers = layer.markers();
    const at = focused ?? layer.markerOf(layer.hovered()[0] ?? layer.pinned()[0] ?? '');
    const index = at ? markers.indexOf(at) : -1;
    if (index >= 0) return markers[index + direction];
    const rule = crosshair.position();
    if (rule === null) return direction > 0 ? markers[0] : markers[markers.length - 1];
    const x = (marker: Marker): number => layer.place(marker);
    return direction > 0
      ? markers.find((marker) => x(marker) > rule)
      : markers.findLast((marker) => x(marker) < rule);
  };
  const actions: Readonly<Record<string, () => void>> = {
    'previous-event': () => visit(-1),
    'next-event': () => visit(1),
    keys: () => keys.toggle(ground.stage()),
  };
  const visit = (direction: number): void => {
    const marker = nextMarker(direction);
    if (marker) open(marker);
  };

  const listen = <Name extends keyof GlobalEventHandlersEventMap>(
    target: EventTarget,
    name: Name,
    handle: (event: GlobalEventHandlersEventMap[Name]) => void,
    more: AddEventListenerOptions = {},
  ): void =>
    target.addEventListener(name, handle as EventListener, { ...more, signal: detachment.signal });

  /** At most once per frame, with the last position only. */
  const follow = (): void => {
    frameRequest = 0;
    if (!move) return;
    const { clientX, clientY, pointerType, target } = move;
    brush?.drag(clientX);
    if (within(target, OVERLAYS) || !crosshair.point(clientX, clientY, pointerType === 'touch')) crosshair.hide();
    else layer.leave();
  };
  const track = (event: PointerEvent): void => {
    move = event;
    frameRequest ||= requestAnimationFrame(follow);
  };
  const forget = (): void => {
    move = null;
    crosshair.hide();
  };

  listen(figure, 'pointermove', track);
  listen(figure, 'pointerdown', (event) => {
    if (within(event.target, OVERLAYS)) return;
    brush?.start(event);
    track(event);
  });
  listen(document, 'pointerup', (event) => brush?.end(event.clientX));
  listen(document, 'pointercancel', () => {
    brush?.cancel();
    forget();
  });
  listen(figure, 'pointerenter', ground.moved);
  listen(figure, 'pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch') forget();
  });
  listen(document, 'pointerdown', ({ target }) => {
    if (!figure.contains(target as Node)) forget();
  });

  return {} as Controller;
}
