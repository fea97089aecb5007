import { shape } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import { type Box, clamp } from './place.ts';
import { readingOf, sentenceOf } from './reading.ts';
import { indexOf, nearestPoint, type Point, type Step, walk } from './steps.ts';
import { tooltip } from './tooltip.ts';
import { type PlottedTrace, readTogether, type View } from './view.ts';

/** The session that is being read, by pointer, finger, keys or from outside. */
export interface Crosshair {
  /** Reads what stands nearest to a place in the viewport; false where no plot is there. */
  readonly point: (clientX: number, clientY: number, gap: number) => boolean;
  /** Goes on by sessions, or from one end with an infinite count. Returns one sentence for the live region. */
  readonly walk: (count: number) => string;
  /** Goes to another series (−1 up, 1 down). Returns one sentence. */
  readonly turn: (count: number) => string;
  /** Reads a session date wherever a series has it. */
  readonly stepTo: (session: string) => void;
  /** Stands, unseen, at a place across the stage, so that a walk goes on from there. */
  readonly rest: (x: number) => void;
  /** Where the rule stands, and the session date there; null while nothing is being read. */
  readonly read: () => { readonly x: number; readonly plot: Box; readonly session: string } | null;
  /** Draws a selection, or takes it away. */
  readonly select: (box: Box | null) => void;
  readonly hide: () => void;
  /** Draws again what is being read. */
  readonly redraw: () => void;
  readonly remove: () => void;
}

/** Distance of the tooltip from the rule and the pointer, in CSS pixels. */
const GAP = 16;

/** `view` gives the drawing as it is now; `onStep` hears of every other session, and of null. */
export function crosshairOn(
  stage: () => HTMLElement,
  view: () => View | null,
  formats: ReaderFormats,
  onStep?: (session: string | null, series: string) => void,
): Crosshair {
  const svg = shape(null, 'svg', 'mr-cursor');
  svg.setAttribute('aria-hidden', 'true');
  const selection = shape(svg, 'rect', 'mr-brush');
  const rule = shape(svg, 'line', 'mr-rule');
  const tip = tooltip();
  let dots: SVGElement[] = [];
  let step: Step | null = null;
  /** Place of the series that the keys read. */
  let current = 0;
  let lead: Point<PlottedTrace> | null = null;
  let drawn: View | null = null;
  let drawnKey = '';

  const hide = (): void => {
    if (!lead) return;
    lead = null;
    drawnKey = '';
    svg.removeAttribute('data-shown');
    tip.root.hidden = true;
    onStep?.(null, '');
  };

  /** Reads a session. `avoid` is what the tooltip must not cover; `byKeys` marks the current series and says it. */
  const show = (now: View, point: Point<PlottedTrace>, byKeys: boolean, avoid?: Box, gap = GAP): string => {
    const { trace, index } = point;
    const { plot } = trace;
    const at = trace.step(index);
    const isNew = !lead || at !== step;
    step = at;
    lead = point;
    let sentence = '';
    const key = `${at} ${now.traces.indexOf(trace)} ${byKeys && current}`;
    const x = trace.x(index);
    if (drawn !== now || drawnKey !== key) {
      if (drawn?.data !== now.data) {
        tip.prepare(now.data);
        for (const dot of dots) dot.remove();
        dots = now.traces.map(({ series }) => {
          const dot = shape(svg, 'circle', 'mr-dot');
          dot.setAttribute('r', '4');
          dot.style.setProperty('--mr-colour', `var(--series-${series.slot})`);
          return dot;
        });
      }
      drawn = now;
      drawnKey = key;
      if (svg.parentNode !== stage()) stage().append(svg, tip.root);
      const together = readTogether(now, plot);
      const readings = now.traces.map((one) => (together.includes(one) ? readingOf(one, together, at, formats) : null));
      tip.write(now, readings, byKeys ? current : -1);
      now.traces.forEach((one, place) => {
        const found = readings[place]?.index ?? -1;
        const isThere = found >= one.from && found < one.to;
        const dot = dots[place];
        dot?.toggleAttribute('data-shown', isThere);
        dot?.classList.toggle('is-current', byKeys && place === current);
        if (isThere && dot) dot.style.transform = `translate(${one.x(found)}px,${one.y(found)}px)`;
        const reading = readings[place];
        if (byKeys && place === current && reading)
          sentence = sentenceOf(one, reading, at, now.data.sinceLabel, formats);
      });
      rule.setAttribute('y1', `${Math.min(...together.map((one) => one.plot.top))}`);
      rule.setAttribute('y2', `${Math.max(...together.map((one) => one.plot.bottom))}`);
      rule.style.transform = `translateX(${x}px)`;
      svg.setAttribute('data-shown', '');
    }
    const y = trace.y(index);
    tip.lean(now, avoid ?? { left: x, top: y, right: x, bottom: y }, gap);
    if (isNew) onStep?.(trace.series.sessions[index] ?? null, trace.series.id);
    return sentence;
  };

  /** Reads a step where the current series has it within the plot, else at the first series that has. */
  const showStep = (at: Step | null): string => {
    const now = view();
    const own = now?.traces[current];
    if (!own || at === null) return '';
    for (const trace of [own, ...readTogether(now, own.plot)]) {
      const index = indexOf(trace, at);
      if (index >= trace.from && index < trace.to) return show(now, { trace, index }, true);
    }
    return '';
  };

  const own = (): readonly PlottedTrace[] => {
    const now = view();
    const trace = now?.traces[current] ?? now?.traces[0];
    return trace && now ? readTogether(now, trace.plot) : [];
  };

  return {
    point: (clientX, clientY, gap) => {
      const now = view();
      if (!now) return false;
      const [x, y] = [clientX - now.corner[0], clientY - now.corner[1]];
      const under = now.traces.find(
        ({ plot }) => x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom,
      );
      const point = under && nearestPoint(readTogether(now, under.plot), x);
      if (!point) return false;
      current = now.traces.indexOf(point.trace);
      const ruleAt = point.trace.x(point.index);
      show(now, point, false, { left: Math.min(x, ruleAt), top: y, right: Math.max(x, ruleAt), bottom: y }, gap);
      return true;
    },
    walk: (count) => showStep(Number.isFinite(count) ? walk(own(), step, count) : walk(own(), null, -Math.sign(count))),
    turn: (count) => {
      current = clamp(current + count, 0, (view()?.traces.length ?? 1) - 1);
      return showStep(step ?? walk(own(), null, -1));
    },
    stepTo: (session) => {
      const now = view();
      for (const [place, trace] of now?.traces.entries() ?? []) {
        const index = trace.series.sessions.indexOf(session);
        if (!now || index < trace.from || index >= trace.to) continue;
        current = place;
        show(now, { trace, index }, true);
        return;
      }
      hide();
    },
    rest: (x) => {
      const point = nearestPoint(own(), x);
      if (point) step = point.trace.step(point.index);
    },
    read: () =>
      lead && {
        x: lead.trace.x(lead.index),
        plot: lead.trace.plot,
        session: lead.trace.series.sessions[lead.index] ?? '',
      },
    select: (box) => {
      selection.toggleAttribute('data-shown', box !== null);
      if (!box) return;
      selection.setAttribute('x', `${box.left}`);
      selection.setAttribute('y', `${box.top}`);
      selection.setAttribute('width', `${box.right - box.left}`);
      selection.setAttribute('height', `${box.bottom - box.top}`);
    },
    hide,
    redraw: () => {
      if (lead && !showStep(step)) hide();
    },
    remove: () => {
      tip.remove();
      svg.remove();
    },
  };
}
