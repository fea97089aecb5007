import type { ChartData } from '../chart-data.ts';
import { crosshairOn } from './crosshair.ts';
import { element } from './element.ts';
import { eventLayer } from './event-layer.ts';
import { readerFormats } from './formats.ts';
import { keyList } from './key-list.ts';
import { onKeys } from './keys.ts';
import { type Listen, within } from './listening.ts';
import { followPointer } from './pointing.ts';
import { eventsOf, MARKERS, type View, viewOf } from './view.ts';

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
  /**
   * Reads the figure again after its drawing or data were replaced: `data`, or without it what stands in the page.
   * What the reader had open and focused stays.
   */
  readonly refresh: (data?: ChartData) => void;
  /** Opens the card of an event and keeps it open; null closes it. */
  readonly pin: (event: string | null) => void;
  /** Moves the focus to the event's marker, which opens its card. Does nothing where no marker shows it. */
  readonly focusEvent: (event: string) => void;
  /** Reads a session date, as the arrow keys do; a text that is no session of the plot ends the reading. */
  readonly stepTo: (session: string) => void;
  /** Takes away everything that was added. */
  readonly detach: () => void;
}

const EVENT_PARTS = `${MARKERS},.mr-card`;

/**
 * Gives a figure (docs/decisions/0001) its crosshair, event cards and keys (docs/keyboard.md). It needs nothing but
 * the figure's own HTML. Throws a TypeError for a figure without a stage.
 */
export function attachController(figure: HTMLElement, options: ControllerOptions = {}): Controller {
  const first = figure.querySelector<HTMLElement>('.mr-stage');
  if (!first) throw new TypeError('The figure has no .mr-stage');
  const stage = (): HTMLElement => figure.querySelector<HTMLElement>('.mr-stage') ?? first;

  // Read when they are first needed, and again after `refresh` or when the page was scrolled or resized.
  let data: ChartData | null = null;
  let measured: View | null = null;
  const view = (): View | null => {
    // The page's own build wrote it, so its form is known.
    data ??= JSON.parse(figure.querySelector('.mr-data')?.textContent ?? 'null') as ChartData | null;
    measured ??= data && viewOf(stage(), data);
    return measured;
  };
  const remeasure = (): void => {
    measured = null;
  };

  const attachment = new AbortController();
  const listen: Listen = (target, name, handle, more) =>
    target.addEventListener(name, handle as EventListener, { ...more, signal: attachment.signal });
  const live = element(null, 'div', { className: 'mr-live', ariaLive: 'polite' });
  const say = (text: string): void => {
    live.textContent = text;
  };

  const formats = readerFormats(options.language, options.zone);
  const crosshair = crosshairOn(view, formats, options.onStep);
  const keys = keyList();
  /** The marker that has the focus, or had it when the drawing was replaced. */
  let focused: HTMLElement | SVGElement | null = null;

  const pinByReader = (events: readonly string[]): void => {
    const from = layer.markerOf(layer.pinned()[0])?.element ?? stage();
    const hadFocus = within(document.activeElement, '.mr-card');
    layer.pin(events);
    if (!events.length) {
      if (hadFocus) focusOn(from);
      layer.leave();
    }
    say(events.length ? 'Pinned.' : 'Closed.');
    options.onPin?.(events[0] ?? null);
  };
  const layer = eventLayer(figure, view, formats, options.eventLinks ?? document, () => pinByReader([]));
  const nodes = [live, ...crosshair.nodes, ...layer.nodes];

  const focusOn = (target: HTMLElement | SVGElement | undefined): void => target?.focus({ preventScroll: true });
  const markerAt = (target: EventTarget | null): HTMLElement | SVGElement | null => {
    const found = within(target, MARKERS);
    return figure.contains(found) ? found : null;
  };
  const open = (element: HTMLElement | SVGElement): void => {
    crosshair.hide();
    layer.hover(eventsOf(element));
    say(layer.markerOf(eventsOf(element)[0])?.label ?? '');
  };
  const leaveUnlessFocused = (): void => {
    if (layer.hovered().length && !figure.contains(within(document.activeElement, EVENT_PARTS))) layer.leave();
  };
  const eventIn = (target: EventTarget | null): string | undefined => within(target, '[data-event]')?.dataset['event'];
  const togglePin = (marker: HTMLElement | SVGElement): void => {
    const events = eventsOf(marker);
    pinByReader(layer.pinned().includes(events[0] ?? '') ? [] : events);
  };
  /** The marker before (−1) or after (1) the one that is open; without one, the last or the first. */
  const markerBeside = (direction: number): HTMLElement | SVGElement | undefined => {
    const markers = view()?.markers ?? [];
    const from = layer.markerOf((focused ? eventsOf(focused) : [...layer.hovered(), ...layer.pinned()])[0]);
    const index = from ? markers.indexOf(from) + direction : direction > 0 ? 0 : markers.length - 1;
    return markers[index]?.element;
  };

  const pointer = followPointer(figure, listen, crosshair, options.onBrush);
  listen(figure, 'pointerenter', remeasure);
  listen(document, 'scroll', remeasure, { capture: true });
  listen(figure, 'pointerleave', leaveUnlessFocused);
  listen(document, 'pointerover', (event) => {
    const { target } = event;
    layer.point(eventIn(target));
    // What came to stand under a pointer at rest was not pointed at.
    if (pointer.isAtRest(event)) return;
    const marker = markerAt(target);
    if (marker && event.pointerType !== 'touch') open(marker);
    else if (!within(target, '.mr-card')) leaveUnlessFocused();
  });
  listen(document, 'pointerdown', ({ target }) => {
    focused = markerAt(target);
  });
  listen(document, 'focusin', ({ target }) => {
    layer.point(eventIn(target));
    focused = markerAt(target);
    if (focused) open(focused);
  });
  listen(figure, 'focusout', ({ relatedTarget }) => {
    if (!within(relatedTarget, EVENT_PARTS)) layer.leave();
    if (!stage().contains(relatedTarget as Node | null)) crosshair.hide();
  });
  listen(figure, 'click', ({ target }) => {
    const action = within(target, '[data-mr-action]')?.dataset['mrAction'];
    // A button that goes to an event keeps the focus.
    const visited = action && markerBeside(action === 'next-event' ? 1 : -1);
    const marker = markerAt(target);
    if (marker) togglePin(marker);
    else if (action === 'keys') keys.toggle(stage());
    else if (visited) open(visited);
  });
  onKeys(listen, {
    stage,
    crosshair,
    say,
    togglePin,
    toKeyList: () => keys.toggle(stage()),
    toEvent: (direction) => focusOn(markerBeside(direction)),
    close: (isOutside) => {
      if (pointer.cancel() || layer.leave()) return true;
      if (isOutside) return false;
      if (keys.close()) return true;
      const isPinned = layer.pinned().length > 0;
      if (isPinned) pinByReader([]);
      else if (!crosshair.read()) return false;
      else crosshair.hide();
      return true;
    },
  });

  const redraw = (): void => {
    remeasure();
    if (layer.hovered().length || layer.pinned().length) layer.redraw();
    crosshair.redraw();
    const marker = focused && layer.markerOf(eventsOf(focused)[0])?.element;
    const { activeElement, body } = document;
    if (marker && marker !== focused && (activeElement === body || activeElement === focused)) focusOn(marker);
  };
  const observer = new ResizeObserver(redraw);
  const settle = (): void => {
    if (live.parentNode !== stage()) stage().append(...nodes);
    stage().toggleAttribute('data-brush', !!options.onBrush);
    observer.disconnect();
    observer.observe(stage());
  };
  settle();

  return {
    refresh: (given) => {
      data = given ?? null;
      settle();
      redraw();
    },
    pin: (event) => {
      if (event !== (layer.pinned()[0] ?? null)) layer.pin(event ? [event] : []);
    },
    focusEvent: (event) => focusOn(layer.markerOf(event)?.element),
    stepTo: crosshair.stepTo,
    detach: () => {
      attachment.abort();
      observer.disconnect();
      keys.close();
      layer.point(undefined);
      layer.pin([]);
      layer.leave();
      for (const node of nodes) node.remove();
      stage().removeAttribute('data-brush');
    },
  };
}
