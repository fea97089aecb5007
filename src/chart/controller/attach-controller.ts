import { brushOver } from './brush.ts';
import { crosshairOn } from './crosshair.ts';
import { element } from './element.ts';
import { eventLayer, eventsOf, type Marker } from './event-layer.ts';
import { readerFormats } from './formats.ts';
import { groundOf } from './ground.ts';
import { keyList } from './key-list.ts';
import { keyHandler } from './keys.ts';
import { listening, within } from './listening.ts';
import { followPointer } from './pointing.ts';

export interface ControllerOptions {
  /** BCP 47 tag of the reader's language for figures and dates; the browser's own without it. */
  readonly language?: string;
  /** IANA name of the reader's zone; the browser's own without it. */
  readonly zone?: string;
  /** The reader pinned an event (of a cluster, its first) or unpinned it. Not called for `Controller.pin`. */
  readonly onPin?: (event: string | null) => void;
  /** Another session is being read, where the rule stands in the series with this id; null when none is. */
  readonly onStep?: (session: string | null, series: string) => void;
  /** The reader dragged over a plot: first and last session date. Without it nothing can be selected. */
  readonly onBrush?: (from: string, to: string) => void;
  /** Where the list items `[data-event]` live that light up with their markers; the document without it. */
  readonly eventLinks?: ParentNode & EventTarget;
}

export interface Controller {
  /** Reads the figure again after its drawing or data were replaced. What the reader had open and focused stays. */
  readonly refresh: () => void;
  /** Opens the card of an event and keeps it open; null closes it. */
  readonly pin: (event: string | null) => void;
  /** Moves the focus to the event's marker, which opens its card. Does nothing where no marker shows it. */
  readonly focusEvent: (event: string) => void;
  /** Reads a session date, as the arrow keys do; a text that is no session of the plot ends the reading. */
  readonly stepTo: (session: string) => void;
  /** Takes away everything that was added. */
  readonly detach: () => void;
}

/** How long a card outlives the pointer on its way from the marker to the card, in milliseconds. */
const GRACE = 200;

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
  const attachment = new AbortController();
  const listen = listening(attachment.signal);
  const live = element(ground.stage(), 'div', 'mr-live');
  live.setAttribute('aria-live', 'polite');
  const say = (text: string): void => {
    live.textContent = text;
  };

  /** The marker that has the focus, or had it when the drawing was replaced. */
  let focused: Marker | null = null;
  let grace: ReturnType<typeof setTimeout> | undefined;
  const endGrace = (): void => {
    clearTimeout(grace);
    grace = undefined;
  };

  const pinByReader = (events: readonly string[]): void => {
    const marker = layer.markerOf(layer.pinned()[0] ?? '');
    const hadFocus = !events.length && within(document.activeElement, '.mr-card.is-pinned');
    layer.pin(events);
    if (hadFocus) {
      (marker ?? ground.stage()).focus({ preventScroll: true });
      layer.leave();
    }
    say(events.length ? 'Pinned.' : 'Closed.');
    options.onPin?.(events[0] ?? null);
  };
  const layer = eventLayer(ground, formats, links, () => pinByReader([]));

  const markerIn = (target: EventTarget | null): Marker | null => {
    const found = within(target, '[data-events]');
    return figure.contains(found) ? found : null;
  };
  const open = (marker: Marker): void => {
    endGrace();
    crosshair.hide();
    say(layer.hover(marker));
  };
  const leaveUnlessFocused = (): void => {
    endGrace();
    const holder = layer.hovered().length ? within(document.activeElement, '[data-events], .mr-card') : null;
    if (!figure.contains(holder)) layer.leave();
  };
  const togglePin = (marker: Marker): void => {
    const events = eventsOf(marker);
    const isPinned = events.some((event) => layer.pinned().includes(event));
    pinByReader(isPinned ? [] : events);
    if (isPinned) layer.leave();
  };

  /** The marker before or after the one that is open or, without one, the session that is being read. */
  const markerBeside = (direction: number): Marker | undefined => {
    const markers = layer.markers();
    const from = focused ?? layer.markerOf(layer.hovered()[0] ?? layer.pinned()[0] ?? '');
    if (from) return markers[markers.indexOf(from) + direction];
    const rule = crosshair.position() ?? -direction * Infinity;
    const beyond = markers.filter((marker) => (layer.centreOf(marker) - rule) * direction > 0);
    return beyond[direction > 0 ? 0 : beyond.length - 1];
  };
  const actions: Readonly<Record<string, () => void>> = {
    'previous-event': () => visit(-1),
    'next-event': () => visit(1),
    keys: () => keys.toggle(ground.stage()),
  };
  /** By a button, which keeps the focus. */
  const visit = (direction: number): void => {
    const marker = markerBeside(direction);
    if (marker) open(marker);
  };
  /** After a new drawing, or another size of it, the focus is where it was. */
  const restoreFocus = (): void => {
    const marker = focused && layer.markerOf(eventsOf(focused)[0] ?? '');
    const { activeElement, body } = document;
    if (marker && marker !== focused && (activeElement === body || activeElement === focused || !activeElement)) {
      marker.focus({ preventScroll: true });
    }
  };

  followPointer(ground, listen, crosshair, brush, () => grace !== undefined, leaveUnlessFocused);
  listen(figure, 'pointerover', ({ target, pointerType }) => {
    const marker = markerIn(target);
    if (marker && pointerType !== 'touch') open(marker);
    else if (within(target, '.mr-card')) endGrace();
  });
  listen(figure, 'pointerout', ({ target }) => {
    if (!within(target, '[data-events], .mr-card') || !layer.hovered().length) return;
    endGrace();
    grace = setTimeout(leaveUnlessFocused, GRACE);
  });
  listen(figure, 'click', ({ target }) => {
    const marker = markerIn(target);
    if (marker) togglePin(marker);
    else actions[within(target, '[data-mr-action]')?.dataset['mrAction'] ?? '']?.();
  });

  listen(document, 'focusin', ({ target }) => {
    focused = markerIn(target);
    if (focused) open(focused);
  });
  listen(figure, 'focusout', ({ target, relatedTarget }) => {
    if (!within(relatedTarget, '[data-events], .mr-card')) layer.leave();
    if (within(target, '.mr-stage') && !ground.stage().contains(relatedTarget as Node | null)) crosshair.hide();
    // A marker that is taken away loses the focus too, but gets it back when it is drawn again.
    queueMicrotask(() => {
      if (focused?.isConnected && document.activeElement !== focused) focused = null;
    });
  });
  for (const [name, other] of [
    ['pointerover', false],
    ['focusin', false],
    ['pointerout', true],
    ['focusout', true],
  ] as const) {
    listen(links, name, (event) => {
      const target = other ? event.relatedTarget : event.target;
      layer.point(within(target, '[data-event]')?.dataset['event'] ?? null);
    });
  }

  listen(
    document,
    'keydown',
    keyHandler({
      stage: ground.stage,
      crosshair,
      say,
      togglePin,
      toKeyList: () => keys.toggle(ground.stage()),
      toEvent: (direction) => markerBeside(direction)?.focus({ preventScroll: true }),
      toSessions: (marker) => {
        crosshair.rest(layer.centreOf(marker));
        ground.stage().focus({ preventScroll: true });
      },
      close: (isOutside) => {
        if (brush?.cancel() || layer.leave()) return true;
        if (isOutside) return false;
        if (keys.close()) return true;
        if (layer.pinned().length) pinByReader([]);
        else if (crosshair.isShown()) crosshair.hide();
        else return false;
        return true;
      },
    }),
  );

  const resized =
    globalThis.ResizeObserver &&
    new ResizeObserver(() => {
      ground.moved();
      layer.lean();
      crosshair.redraw();
      restoreFocus();
    });
  const settle = (): void => {
    const stage = ground.stage();
    if (live.parentNode !== stage) stage.append(live);
    stage.toggleAttribute('data-brush', brush !== undefined);
    resized?.disconnect();
    resized?.observe(stage);
  };
  settle();

  return {
    refresh: () => {
      ground.redrawn();
      settle();
      layer.redraw();
      crosshair.redraw();
      restoreFocus();
    },
    pin: (event) => {
      if (event === null ? layer.pinned().length : !layer.pinned().includes(event))
        layer.pin(event === null ? [] : [event]);
    },
    focusEvent: (event) => layer.markerOf(event)?.focus(),
    stepTo: crosshair.stepTo,
    detach: () => {
      attachment.abort();
      endGrace();
      resized?.disconnect();
      brush?.cancel();
      keys.close();
      crosshair.remove();
      layer.remove();
      live.remove();
      ground.stage().removeAttribute('data-brush');
    },
  };
}
