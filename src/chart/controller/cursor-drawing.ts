import type { ChartData, DataSeries, PanelGeometry } from '../chart-data.ts';
import { element, moveTo, shape } from './element.ts';
import type { Frame } from './ground.ts';
import { type Box, place, type Side } from './place.ts';
import type { Reading } from './reading.ts';
import { isWithin, type Point } from './steps.ts';

/** A rectangle that the tooltip keeps clear of, and how far. */
export interface Clearance {
  readonly avoid: Box;
  readonly gap: number;
}

/** Rule, dots, brush and tooltip: made once, then only moved, and their texts replaced. */
export interface CursorDrawing {
  /** Puts its nodes into the stage and a dot and a row there for every series. */
  readonly prepare: (stage: HTMLElement, data: ChartData) => void;
  /** The rule stands at `lead`; the texts are those of the readings; the current series is marked. */
  readonly show: (frame: Frame, lead: Point, readings: readonly Reading[], current: DataSeries | null) => void;
  /** Puts the tooltip beside what it must not cover. */
  readonly lean: (frame: Frame, clearance: Clearance) => void;
  readonly brush: (box: Box | null) => void;
  readonly hide: () => void;
  readonly remove: () => void;
}

interface Row {
  readonly dot: SVGElement;
  readonly when: HTMLElement;
  readonly values: HTMLElement;
  /** Heading, name, close, day, since. */
  readonly texts: readonly HTMLElement[];
}

const SIDES: readonly Side[] = ['right', 'left', 'above', 'below'];

function write(cell: Element | undefined, text: string): void {
  if (cell && cell.textContent !== text) cell.textContent = text;
}

/** From data values to CSS pixels from the stage's corner. */
export function onStage(
  { scale, left, top }: Frame,
  { plot, x, y }: PanelGeometry,
  { series, index }: Point,
): [number, number] {
  const across = ((series.x[index] ?? Number.NaN) - x[0]) / (x[1] - x[0]);
  const up = ((series.y[index] ?? Number.NaN) - y[0]) / (y[1] - y[0]);
  return [left + scale * (plot[0] + across * plot[2]), top + scale * (plot[1] + (1 - up) * plot[3])];
}

/** The panels that hold a series of the readings, from the first top to the last bottom, in CSS pixels. */
function extent({ variant, scale, top }: Frame, readings: readonly Reading[]): [number, number] {
  let [high, low] = [Infinity, -Infinity];
  for (const { series } of readings) {
    const plot = variant.panels[series.panel]?.plot ?? [0, 0, 0, 0];
    high = Math.min(high, plot[1]);
    low = Math.max(low, plot[1] + plot[3]);
  }
  return [top + scale * high, top + scale * low];
}

export function cursorDrawing(document: Document): CursorDrawing {
  const nursery = document.createElement('div');
  const svg = shape(nursery, 'svg', 'mr-cursor');
  svg.setAttribute('aria-hidden', 'true');
  const selection = shape(svg, 'rect', 'mr-brush');
  const rule = shape(svg, 'line', 'mr-rule');
  const tooltip = element(nursery, 'div', 'mr-tooltip');
  tooltip.setAttribute('aria-hidden', 'true');
  const table = element(tooltip, 'table');
  let rows = new Map<string, Row>();
  let drawn: ChartData | null = null;
  let span = '';

  const clear = (): void => {
    tooltip.hidden = true;
    svg.toggleAttribute('data-shown', false);
  };
  clear();

  // The tooltip's size follows its text. It is learnt after a layout that happens anyway, never by asking for one.
  let size: readonly [number, number] = [0, 0];
  let leaning: (() => void) | undefined;
  const observer =
    globalThis.ResizeObserver &&
    new ResizeObserver(([entry]) => {
      const box = entry?.borderBoxSize[0];
      if (!box?.inlineSize) return;
      size = [box.inlineSize, box.blockSize];
      leaning?.();
    });
  observer?.observe(tooltip);

  return {
    prepare: (stage, data) => {
      if (svg.parentNode !== stage) stage.append(svg, tooltip);
      if (drawn === data) return;
      drawn = data;
      table.replaceChildren();
      for (const { dot } of rows.values()) dot.remove();
      const head = element(table, 'tr', 'mr-tip-head');
      for (const text of ['', 'close', 'day', data.sinceLabel]) element(head, 'th', '', text);
      rows = new Map(
        data.series.map(({ id, panel, slot }) => {
          const dot = shape(svg, 'circle', 'mr-dot');
          dot.setAttribute('r', '4');
          const when = element(table, 'tr', 'mr-tip-when');
          const heading = element(when, 'th');
          heading.colSpan = 4;
          const values = element(table, 'tr', 'mr-tip-row');
          for (const coloured of [dot, values]) coloured.style.setProperty('--mr-colour', `var(--series-${slot})`);
          const cells = (['th', 'td', 'td', 'td'] as const).map((tag) => element(values, tag));
          return [`${id} ${panel}`, { dot, when, values, texts: [heading, ...cells] }];
        }),
      );
      clear();
    },
    show: (frame, lead, readings, current) => {
      const short = frame.size === 'xs' || frame.size === 's';
      const shown = new Map(readings.map((reading) => [`${reading.series.id} ${reading.series.panel}`, reading]));
      let above = '';
      for (const [key, { dot, when, values, texts }] of rows) {
        const reading = shown.get(key);
        const panel = frame.variant.panels[reading?.series.panel ?? 0];
        const has = reading !== undefined && reading.index >= 0;
        when.hidden = !reading || reading.heading === above;
        values.hidden = !has;
        const isDrawn = has && panel !== undefined && isWithin(reading, panel.x);
        dot.toggleAttribute('data-off', !isDrawn);
        if (isDrawn) moveTo(dot, ...onStage(frame, panel, reading));
        if (!reading) continue;
        above = reading.heading;
        for (const mark of [dot, values]) mark.classList.toggle('is-current', reading.series === current);
        const { name, shortName } = reading.series;
        [above, short ? shortName : name, reading.close, reading.day, reading.since].forEach((text, cell) =>
          write(texts[cell], text),
        );
      }
      const panel = frame.variant.panels[lead.series.panel];
      const [high, low] = extent(frame, readings);
      if (span !== (span = `${high} ${low}`)) {
        rule.setAttribute('y1', `${high}`);
        rule.setAttribute('y2', `${low}`);
      }
      if (panel) moveTo(rule, onStage(frame, panel, lead)[0], 0);
      svg.toggleAttribute('data-shown', true);
      tooltip.hidden = false;
    },
    lean: (frame, { avoid, gap }) => {
      leaning = () => moveTo(tooltip, ...place(size, avoid, frame.stage, gap, SIDES));
      leaning();
    },
    brush: (box) => {
      selection.toggleAttribute('data-shown', box !== null);
      if (!box) return;
      selection.setAttribute('x', `${box.left}`);
      selection.setAttribute('y', `${box.top}`);
      selection.setAttribute('width', `${box.right - box.left}`);
      selection.setAttribute('height', `${box.bottom - box.top}`);
    },
    hide: clear,
    remove: () => {
      observer?.disconnect();
      svg.remove();
      tooltip.remove();
    },
  };
}
