import type { Choice, Scene } from '../scene/scene.ts';
import { crosshairOn } from './crosshair.ts';
import { element } from './element.ts';
import { sceneIn } from './scene-in-page.ts';
import { eventEntries } from './event-entries.ts';
import { eventLayer } from './event-layer.ts';
import { eventsOf, type FigureView, MARKERS, viewOf } from './figure-view.ts';
import { readerFormats } from './formats.ts';
import { keyList } from './key-list.ts';
import { onKeys } from './keys.ts';
import { type Listen, within } from './listening.ts';
import { followPointer } from './pointing.ts';

/** Draws the annotation of a figure for a choice: `annotateFigure` of `src/chart/drawing`. */
export type Annotator = (stage: HTMLElement, scene: Scene, choice: Choice) => void;

export interface ControllerOptions {
  /** BCP 47 tag of the language of figures and dates; the page's own without it. */
  readonly language?: string;
  /** IANA name of the reader's zone; the browser's own without it. */
  readonly zone?: string;
  /** What puts another range or base into sight, loaded when it is first needed. */
  readonly annotator?: () => Annotator | Promise<Annotator>;
  /** The reader pinned an event or unpinned it. Not called for `Controller.pin`. */
  readonly onPin?: (event: string | null) => void;
  /** Another session is being read, where the rule stands in the series with this id; null when none is. */
  readonly onStep?: (session: string | null, series: string) => void;
  /** The reader asked for another stretch of time: first and last session date. */
  readonly onRange?: (from: string, to: string) => void;
  /** Where the entries of events live that open and light up; the document without it. */
  readonly eventLinks?: ParentNode & EventTarget;
}

export interface Controller {
  /** Reads the figure again after its drawing was replaced; `scene` is what it shows, else what stands in the page. */
  readonly refresh: (scene?: Scene) => void;
  /** Puts another range, base or scale of the same drawing into sight. */
  readonly show: (choice: Choice) => Promise<void>;
  /** Opens an event and keeps it open; null closes it. Moves the range where the event is out of sight. */
  readonly pin: (event: string | null) => void;
  /** Says something to who listens to the page instead of seeing it. */
  readonly say: (words: string) => void;
  /** Opens again what is open, where the entries of events were replaced. */
  readonly redraw: () => void;
  /** Moves the focus to the event's marker, which opens it. Does nothing where no marker shows it. */
  readonly focusEvent: (event: string) => void;
  /** Reads a session date, as the arrow keys do; a text that is no session of the plot ends the reading. */
  readonly stepTo: (session: string) => void;
  /** The scene and what of it stands. */
  readonly shown: () => { readonly scene: Scene; readonly choice: Choice } | null;
  /** Takes away everything that was added. */
  readonly detach: () => void;
}

/** Sessions either side of an event that a range is moved to. */
const AROUND = 10;
/** Sessions that one key moves it by. */
const SHIFTED = 5;

/**
 * Gives a figure (docs/decisions/0001) its crosshair, events, ranges and keys (docs/keyboard.md). It needs nothing but
 * the figure's own HTML. Throws a TypeError for a figure without a stage.
 */
export function attachController(figure: HTMLElement, options: ControllerOptions = {}): Controller {
  const first = figure.querySelector<HTMLElement>('.mr-stage');
  if (!first) throw new TypeError('The figure has no .mr-stage');
  const stage = (): HTMLElement => figure.querySelector<HTMLElement>('.mr-stage') ?? first;

  // Read when they are first needed, and again after `refresh` or when the page was scrolled or resized.
  let scene: Scene | null = null;
  let choice: Choice | null = null;
  let measured: FigureView | null = null;
  /** Whether the annotation was made for the stage's present size, and not for every size of a step. */
  let annotator: Annotator | null = null;
  const shown = (): { scene: Scene; choice: Choice } | null => {
    scene ??= sceneIn(figure);
    if (!scene) return null;
    return { scene, choice: (choice ??= scene.choice) };
  };
  const view = (): FigureView | null => {
    const now = shown();
    measured ??= now && viewOf(stage(), now.scene, now.choice);
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

  const formats = readerFormats(options.language ?? (document.documentElement.lang || undefined), options.zone);
  const links = options.eventLinks ?? document;
  const crosshair = crosshairOn(view, formats, options.onStep);
  const keys = keyList();
  const entries = eventEntries(figure, links, formats);
  const layer = eventLayer(figure, view, entries, links, (event) => {
    crosshair.hide();
    say(entries.sentence(event) || layer.markerOf(event)?.label || '');
  });
  const nodes = [live, ...crosshair.nodes];
  /** The marker that has the focus, or had it when the drawing was replaced. */
  let focused: HTMLElement | SVGElement | null = null;

  const reveal = (event: string | null): void => {
    const now = shown();
    if (event === null || !now || layer.markerOf(event)) return;
    const series = now.scene.series.find(({ dayZeros }) => dayZeros[event] !== undefined);
    const dayZero = series?.dayZeros[event];
    if (!series || dayZero === undefined) return;
    const from = series.sessions[Math.max(0, dayZero - AROUND)];
    const to = series.sessions[Math.min(series.sessions.length - 1, dayZero + AROUND)];
    if (from && to) askRange(from, to);
  };
  const askRange = (from: string, to: string): void => {
    if (options.onRange) options.onRange(from, to);
    else if (choice) void show({ ...choice, range: { kind: 'between', from, to } as Choice['range'] });
  };

  const shift = (direction: number): void => {
    const trace = view()?.traces[0];
    if (!trace || trace.panel.around) return;
    const { from, to, series } = trace;
    const most = direction < 0 ? from : series.sessions.length - to;
    const count = Math.min(SHIFTED, most) * direction;
    const [start, end] = [series.sessions[from + count], series.sessions[to - 1 + count]];
    if (count && start && end) askRange(start, end);
  };

  const pinByReader = (event: string | null): void => {
    layer.pin(event);
    if (event) crosshair.hide();
    reveal(event);
    say(event ? 'Pinned.' : 'Closed.');
    options.onPin?.(event);
  };

  const focusOn = (target: HTMLElement | SVGElement | undefined): void => target?.focus({ preventScroll: true });
  const markerAt = (target: EventTarget | null): HTMLElement | SVGElement | null => {
    const found = within(target, MARKERS);
    return figure.contains(found) ? found : null;
  };
  const eventIn = (target: EventTarget | null): string | null => within(target, '.mr-event')?.dataset['event'] ?? null;
  /** The members of a cluster are stepped through; after the last one it closes. */
  const togglePin = (marker: HTMLElement | SVGElement): void => {
    const events = eventsOf(marker);
    pinByReader(events[events.indexOf(layer.pinned() ?? '') + 1] ?? null);
  };
  /** The marker before (−1) or after (1) the one that is open; without one, the last or the first. */
  const markerBeside = (direction: number): HTMLElement | undefined => {
    const markers = view()?.markers ?? [];
    const from = layer.markerOf(focused ? (eventsOf(focused)[0] ?? null) : (layer.hovered() ?? layer.pinned()));
    const index = from ? markers.indexOf(from) + direction : direction > 0 ? 0 : markers.length - 1;
    return markers[index]?.element;
  };

  const pointer = followPointer(figure, listen, crosshair, askRange);
  listen(figure, 'pointerenter', remeasure);
  listen(document, 'scroll', remeasure, { capture: true });
  listen(document, 'pointerover', (event) => {
    const { target } = event;
    const listed = eventIn(target);
    layer.point(listed);
    // What came to stand under a pointer at rest was not pointed at.
    if (pointer.isAtRest(event)) return;
    const marker = markerAt(target);
    const events = marker ? eventsOf(marker) : [];
    if (marker && event.pointerType !== 'touch') {
      if (events.includes(layer.hovered() ?? '')) layer.stay();
      else layer.hover(events.includes(layer.pinned() ?? '') ? (layer.pinned() ?? '') : (events[0] ?? ''));
    } else if ((listed !== null && listed === layer.hovered()) || within(target, '.mr-strip,.mr-sheet')) layer.stay();
    else layer.leave();
  });
  listen(document, 'pointerdown', ({ target }) => {
    focused = markerAt(target);
  });
  listen(document, 'focusin', ({ target }) => {
    layer.point(eventIn(target));
    focused = markerAt(target);
    if (focused && (focused as Element).matches(':focus-visible')) layer.hover(eventsOf(focused)[0] ?? '', true);
  });
  listen(figure, 'focusout', ({ target, relatedTarget }) => {
    if (markerAt(target) && !within(relatedTarget, `${MARKERS},.mr-sheet`)) layer.leave(true);
    if (!stage().contains(relatedTarget as Node | null)) crosshair.hide();
  });
  listen(figure, 'click', ({ target }) => {
    const action = within(target, '[data-mr-action]')?.dataset['mrAction'];
    const marker = markerAt(target);
    if (marker) togglePin(marker);
    else if (action === 'keys') keys.toggle(stage());
    else if (action === 'more') {
      const event =
        layer.hovered() ?? layer.pinned() ?? figure.querySelector<HTMLElement>('.mr-strip')?.dataset['event'];
      const band = [...figure.querySelectorAll<HTMLElement>('.mr-band')].find(
        ({ dataset }) => dataset['band'] === event,
      );
      entries.openSheet(band?.getBoundingClientRect() ?? null);
    } else if (action) {
      // A button that goes to an event keeps the focus.
      const visited = markerBeside(action === 'next-event' ? 1 : -1);
      if (visited) layer.hover(eventsOf(visited)[0] ?? '', true);
    }
  });
  onKeys(listen, {
    stage,
    crosshair,
    say,
    togglePin,
    toKeyList: () => keys.toggle(stage()),
    toEvent: (direction) => focusOn(markerBeside(direction)),
    shift,
    close: (isOutside) => {
      if (pointer.cancel() || entries.closeSheet()) return true;
      if (layer.pinned() !== null) {
        pinByReader(null);
        return true;
      }
      if (layer.leave(true)) return true;
      if (isOutside) return false;
      if (keys.close()) return true;
      if (!crosshair.read()) return false;
      crosshair.hide();
      return true;
    },
  });

  const redraw = (): void => {
    remeasure();
    if (layer.hovered() !== null || layer.pinned() !== null) layer.redraw();
    crosshair.redraw();
    const marker = focused && layer.markerOf(eventsOf(focused)[0] ?? null)?.element;
    const { activeElement, body } = document;
    if (marker && marker !== focused && (activeElement === body || activeElement === focused)) focusOn(marker);
  };
  const annotate = (draw: Annotator): void => {
    const now = shown();
    if (!now) return;
    draw(stage(), now.scene, now.choice);
    redraw();
  };
  const show = async (wanted: Choice): Promise<void> => {
    shown();
    choice = wanted;
    const draw = annotator ?? options.annotator?.();
    // What can be drawn at once is drawn within this frame.
    annotator = draw instanceof Promise ? await draw : (draw ?? null);
    if (annotator && choice === wanted) annotate(annotator);
  };
  const observer = new ResizeObserver(() => {
    if (annotator) annotate(annotator);
    else redraw();
  });
  const settle = (): void => {
    if (live.parentNode !== stage()) stage().append(...nodes);
    observer.disconnect();
    observer.observe(stage());
  };
  settle();

  return {
    refresh: (given) => {
      scene = given ?? null;
      choice = null;
      settle();
      redraw();
    },
    redraw,
    say,
    show,
    pin: (event) => {
      if (event === layer.pinned()) return;
      layer.pin(event);
      reveal(event);
    },
    focusEvent: (event) => focusOn(layer.markerOf(event)?.element),
    stepTo: crosshair.stepTo,
    shown,
    detach: () => {
      attachment.abort();
      observer.disconnect();
      keys.close();
      layer.point(null);
      layer.pin(null);
      entries.closeSheet();
      for (const node of nodes) node.remove();
    },
  };
}
