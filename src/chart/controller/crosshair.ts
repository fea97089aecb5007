import { type Cursor, cursorOn } from './cursor.ts';
import { type Box, clamp } from './box.ts';
import { type FigureView, type PlottedTrace, readTogether } from './figure-view.ts';
import type { ReaderFormats } from './formats.ts';
import { indexOf, nearestPoint, type Point, type Step, walk } from './steps.ts';

/** The session that is being read, by pointer, finger, keys or from outside. */
export interface Crosshair {
  /** Reads what stands nearest to a place in the viewport; false where no plot is there. */
  readonly point: (clientX: number, clientY: number) => boolean;
  /** Begins at day 0 and goes on by sessions, to the end with an infinite count. Returns one sentence for the live region. */
  readonly walk: (count: number) => string;
  /** Goes to another series (−1 up, 1 down). Returns one sentence. */
  readonly turn: (count: number) => string;
  /** Reads a session date wherever a series has it. */
  readonly stepTo: (session: string) => void;
  /** Where the rule stands, and the session date there; null while nothing is being read. */
  readonly read: () => { readonly x: number; readonly plot: Box; readonly session: string } | null;
  readonly select: Cursor['select'];
  readonly hide: () => void;
  /** Draws again what is being read. */
  readonly redraw: () => void;
  readonly nodes: Cursor['nodes'];
}

/** `view` gives the drawing as it is now; `onStep` hears of every other session, and of null. */
export function crosshairOn(
  view: () => FigureView | null,
  formats: ReaderFormats,
  onStep?: (session: string | null, series: string) => void,
): Crosshair {
  const cursor = cursorOn(formats);
  let step: Step | null = null;
  /** Place of the series that the keys read. */
  let current = 0;
  let lead: Point<PlottedTrace> | null = null;
  /** Whether the current series is marked: the keys are at work. */
  let isMarked = false;

  const sessionOf = ({ trace, index }: Point): string => trace.series.sessions[index] ?? '';

  const hide = (): void => {
    if (!lead) return;
    lead = null;
    cursor.hide();
    onStep?.(null, '');
  };

  const show = (now: FigureView, point: Point<PlottedTrace>, byKeys: boolean): string => {
    const next = point.trace.step(point.index);
    const isNew = !lead || step !== next;
    lead = point;
    step = next;
    isMarked = byKeys;
    const sentence = cursor.show(now, point, byKeys ? current : -1);
    if (isNew) onStep?.(sessionOf(point), point.trace.series.id);
    return sentence;
  };

  /** Reads a step by the keys: at the current series where that has it within the plot, else at the first that has. */
  const showStep = (at: Step | null): string => {
    const now = view();
    const own = now?.traces[current];
    for (const trace of own ? [own, ...readTogether(now, own.plot)] : []) {
      const index = at === null ? -1 : indexOf(trace, at);
      if (now && index >= trace.from && index < trace.to) return show(now, { trace, index }, true);
    }
    return '';
  };

  /** The series that the keys walk through. */
  const group = (): readonly PlottedTrace[] => {
    const now = view();
    const own = now?.traces[current];
    return own ? readTogether(now, own.plot) : [];
  };

  return {
    point: (clientX, clientY) => {
      const now = view();
      if (!now) return false;
      const [x, y] = [clientX - now.corner[0], clientY - now.corner[1]];
      const under = now.traces.find(
        ({ plot: { left, top, right, bottom } }) => x >= left && x <= right && y >= top && y <= bottom,
      );
      const point = under && nearestPoint(readTogether(now, under.plot), x);
      if (!point) return false;
      const { trace, index } = point;
      current = now.traces.indexOf(trace);
      // The rule stays where it is while the pointer is at the same step. A plot is another object after every measurement.
      const isRead = !isMarked && lead?.trace.plot === trace.plot && step === trace.step(index);
      if (!isRead) show(now, point, false);
      return true;
    },
    walk: (count) => {
      const own = view()?.traces[current];
      const dayZero = (own?.base ?? -1) + 1;
      // Reading begins where the story does; to an end it goes straight away.
      const isFirst = step === null && Number.isFinite(count) && own && dayZero >= own.from && dayZero < own.to;
      return showStep(isFirst ? own.step(dayZero) : walk(group(), step, count));
    },
    turn: (count) => {
      current = clamp(current + count, 0, (view()?.traces.length ?? 1) - 1);
      return showStep(step ?? walk(group(), null, -1));
    },
    stepTo: (session) => {
      const at = view()?.traces.findIndex(({ series, from, to }) => series.sessions.slice(from, to).includes(session));
      const trace = view()?.traces[at ?? -1];
      if (at === undefined || !trace) return hide();
      current = at;
      showStep(trace.step(trace.series.sessions.indexOf(session)));
    },
    read: () => lead && { x: lead.trace.x(lead.index), plot: lead.trace.plot, session: sessionOf(lead) },
    select: cursor.select,
    hide,
    redraw: () => {
      if (lead && !showStep(step)) hide();
    },
    nodes: cursor.nodes,
  };
}
