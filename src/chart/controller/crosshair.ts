import type { ChartData, DataSeries, VariantGeometry } from '../chart-data.ts';
import { type Clearance, cursorDrawing, onStage } from './cursor-drawing.ts';
import type { ReaderFormats } from './formats.ts';
import type { Frame, Ground } from './ground.ts';
import { type Box, clamp } from './place.ts';
import { readingsAt, sentenceOf } from './reading.ts';
import { type Domain, indexOf, isWithin, nearestPoint, type Point, type Step, stepAt, walk } from './steps.ts';

/** The session that is being read, by pointer, finger, keys or from outside. */
export interface Crosshair {
  /** Reads what stands nearest to a place in the viewport; false where no plot is there. */
  readonly point: (clientX: number, clientY: number, isTouch: boolean) => boolean;
  /** Goes on by sessions, or to an end with an infinite count. Returns one sentence for the live region. */
  readonly walk: (count: number) => string;
  /** Goes to another series (−1 up, 1 down). Returns one sentence. */
  readonly turn: (count: number) => string;
  /** Goes to a session date wherever a series has it. */
  readonly stepTo: (session: string) => void;
  /** Stands, unseen, at a horizontal place of the stage, so that a walk goes on from there. */
  readonly rest: (x: number) => void;
  /** The session nearest to a place in the viewport, without reading it. */
  readonly sessionNear: (clientX: number, clientY: number) => string | null;
  /** Left edge of what is being read, in CSS pixels from the stage's corner; null while nothing is. */
  readonly position: () => number | null;
  readonly brush: (box: Box | null) => void;
  readonly isShown: () => boolean;
  readonly hide: () => void;
  readonly redraw: () => void;
  readonly remove: () => void;
}

type Stepped = (session: string | null, instrument: string) => void;

/** Distance of the tooltip from the rule and the pointer, in CSS pixels; a fingertip hides more. */
const GAP = { pointer: 16, touch: 32 };

/** Series that are read together: all of panels with one time axis, else those of one panel. */
function together({ series, grouping }: ChartData, { panels }: VariantGeometry, panel: number): readonly DataSeries[] {
  const axis = (index: number): string => [panels[index]?.x, panels[index]?.plot[0], panels[index]?.plot[2]].join();
  return series.filter((one) => one.panel === panel || (grouping === 'date' && axis(one.panel) === axis(panel)));
}

const nameOf = ({ id, panel }: DataSeries): string => `${id} ${panel}`;

const domainOf = ({ panels }: VariantGeometry, panel: number): Domain => panels[panel]?.x ?? [0, 0];

export function crosshairOn(ground: Ground, formats: ReaderFormats, onStep?: Stepped): Crosshair {
  const drawing = cursorDrawing(ground.figure.ownerDocument);
  let step: Step | null = null;
  /** Name of the series that the keys read; the first one without it. */
  let current = '';
  let shown = false;
  let seen: readonly [Frame | null, Step | null, Point | null] = [null, null, null];

  const hide = (): void => {
    if (!shown) return;
    shown = false;
    seen = [null, null, null];
    drawing.hide();
    onStep?.(null, '');
  };

  /** Draws the step and says it. `lead` is where the rule stands; `clearance` defaults to the rule alone. */
  const read = (data: ChartData, frame: Frame, lead: Point, isMarked: boolean, clearance?: Clearance): string => {
    const at = stepAt(lead.series, data.grouping, lead.index);
    const panel = frame.variant.panels[lead.series.panel];
    if (!panel) return '';
    step = at;
    const group = together(data, frame.variant, lead.series.panel);
    let sentence = '';
    const isNew = seen[0] !== frame || seen[1] !== at || seen[2]?.series !== lead.series || isMarked;
    if (isNew) {
      const readings = readingsAt(data, group, at, formats);
      drawing.prepare(ground.stage(), data);
      const own = isMarked ? series(data) : undefined;
      drawing.show(frame, lead, readings, own ?? null);
      const reading = readings.find((one) => one.series === own);
      if (reading) sentence = sentenceOf(reading, at, data.sinceLabel, formats);
      if (seen[1] !== at) onStep?.(lead.series.sessions[lead.index] ?? null, lead.series.id);
    }
    seen = [frame, at, lead];
    shown = true;
    const [x, y] = onStage(frame, panel, lead);
    drawing.lean(frame, clearance ?? { avoid: { left: x, top: y, right: x, bottom: y }, gap: GAP.pointer });
    return sentence;
  };

  const series = (data: ChartData): DataSeries | undefined =>
    data.series.find((one) => nameOf(one) === current) ?? data.series[0];

  /** Where the rule stands for a step: at the current series, else at the first of its group that has the step. */
  const leadAt = (data: ChartData, frame: Frame, at: Step): Point | undefined => {
    const own = series(data);
    if (!own) return undefined;
    return [own, ...together(data, frame.variant, own.panel)]
      .map((one) => ({ series: one, index: indexOf(one, data.grouping, at) }))
      .find((point) => point.index >= 0 && isWithin(point, domainOf(frame.variant, point.series.panel)));
  };

  const readStep = (at: Step | null): string => {
    const data = ground.data();
    const frame = ground.frame();
    const lead = data && frame && at !== null && leadAt(data, frame, at);
    return lead ? read(data, frame, lead, true) : '';
  };

  /** Panel and data value under a place in the viewport. */
  const under = (clientX: number, clientY: number): readonly [ChartData, Frame, number, number] | null => {
    const data = ground.data();
    const frame = ground.frame();
    if (!data || !frame) return null;
    const x = (clientX - frame.stageLeft - frame.left) / frame.scale;
    const y = (clientY - frame.stageTop - frame.top) / frame.scale;
    const index = frame.variant.panels.findIndex(
      ({ plot: [left, top, width, height] }) => x >= left && x <= left + width && y >= top && y <= top + height,
    );
    const panel = frame.variant.panels[index];
    if (!panel) return null;
    const [left, , width] = panel.plot;
    return [data, frame, index, panel.x[0] + ((x - left) / width) * (panel.x[1] - panel.x[0])];
  };

  const nearest = (data: ChartData, frame: Frame, panel: number, x: number): Point | null =>
    nearestPoint(together(data, frame.variant, panel), domainOf(frame.variant, panel), x);

  return {
    point: (clientX, clientY, isTouch) => {
      const found = under(clientX, clientY);
      const lead = found && nearest(...found);
      if (!lead) return false;
      const [data, frame] = found;
      const panel = frame.variant.panels[lead.series.panel];
      if (!panel) return false;
      current = nameOf(lead.series);
      const [rule] = onStage(frame, panel, lead);
      const x = clientX - frame.stageLeft;
      const y = clientY - frame.stageTop;
      const avoid = { left: Math.min(x, rule), top: y, right: Math.max(x, rule), bottom: y };
      read(data, frame, lead, false, { avoid, gap: isTouch ? GAP.touch : GAP.pointer });
      return true;
    },
    walk: (count) => {
      const data = ground.data();
      const frame = ground.frame();
      const own = data && series(data);
      if (!own || !frame) return '';
      const group = together(data, frame.variant, own.panel);
      const isEnd = !Number.isFinite(count);
      const domain = domainOf(frame.variant, own.panel);
      // Home enters at the first session, as a first step to the right does; End at the last.
      const from = isEnd ? null : step;
      return readStep(walk(group, data.grouping, domain, from, isEnd ? -Math.sign(count) : count));
    },
    turn: (count) => {
      const data = ground.data();
      const own = data && series(data);
      if (!own) return '';
      const all = data.series;
      const next = all[clamp(all.indexOf(own) + count, 0, all.length - 1)] ?? own;
      current = nameOf(next);
      const frame = ground.frame();
      if (!frame) return '';
      const group = together(data, frame.variant, next.panel);
      return readStep(step ?? walk(group, data.grouping, domainOf(frame.variant, next.panel), null, -1));
    },
    stepTo: (session) => {
      const data = ground.data();
      const frame = ground.frame();
      for (const one of data?.series ?? []) {
        const point = { series: one, index: indexOf(one, 'date', session) };
        if (!data || !frame || point.index < 0 || !isWithin(point, domainOf(frame.variant, one.panel))) continue;
        current = nameOf(one);
        read(data, frame, point, true);
        return;
      }
      hide();
    },
    rest: (x) => {
      const data = ground.data();
      const frame = ground.frame();
      const own = data && series(data);
      const panel = frame && own ? frame.variant.panels[own.panel] : undefined;
      if (!data || !frame || !own || !panel) return;
      const share = ((x - frame.left) / frame.scale - panel.plot[0]) / panel.plot[2];
      const point = nearest(data, frame, own.panel, panel.x[0] + share * (panel.x[1] - panel.x[0]));
      if (point) step = stepAt(point.series, data.grouping, point.index);
    },
    sessionNear: (clientX, clientY) => {
      const found = under(clientX, clientY);
      const point = found && nearest(...found);
      return point?.series.sessions[point.index] ?? null;
    },
    position: () => {
      const [frame, , lead] = seen;
      const panel = frame && lead && frame.variant.panels[lead.series.panel];
      return panel ? onStage(frame, panel, lead)[0] : null;
    },
    brush: drawing.brush,
    isShown: () => shown,
    hide,
    redraw: () => {
      if (!shown) return;
      seen = [null, seen[1], null];
      if (!readStep(step)) hide();
    },
    remove: drawing.remove,
  };
}
