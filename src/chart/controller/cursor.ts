import type { ChartData } from '../chart-data.ts';
import { element } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import { type Box, place } from './place.ts';
import { readingOf, sentenceOf } from './reading.ts';
import type { Point } from './steps.ts';
import { type PlottedTrace, readTogether, type View } from './view.ts';

/**
 * Rule, dots, tooltip and selection over the drawing: made once for the data, then moved, and their texts replaced.
 * A move lays nothing out but the texts that change: each cell has a size of its own, and the rest is only shifted.
 */
export interface Cursor {
  /**
   * Puts the rule at a session and reads every series there. `current` is the place of the series that the keys read,
   * −1 for none: it is marked, and what it says is returned as a sentence.
   */
  readonly show: (view: View, lead: Point<PlottedTrace>, current: number) => string;
  /** Moves the tooltip beside `avoid`, `gap` pixels away. */
  readonly lean: (avoid: Box, gap: number) => void;
  /** Draws a selection; undefined takes it away. */
  readonly select: (box?: Box) => void;
  readonly hide: () => void;
  /** Its own elements. */
  readonly nodes: readonly Element[];
}

const move = ({ style }: HTMLElement, x: number, y: number): void => {
  style.transform = `translate(${x}px,${y}px)`;
};

const span = ({ style }: HTMLElement, { left, top, right, bottom }: Box): void => {
  style.insetBlockStart = `${top}px`;
  style.insetInlineStart = `${left}px`;
  style.inlineSize = `${right - left}px`;
  style.blockSize = `${bottom - top}px`;
};

const block = (parent: Element | null, className: string): HTMLElement => element(parent, 'div', { className });

/** A cell of the tooltip, and what writes into it. */
type Cell = readonly [cell: HTMLElement, write: (words: string) => void];

/** What the tooltip and the dots have for one series. */
interface Row {
  readonly dot: HTMLElement;
  readonly when: Cell;
  readonly row: HTMLElement;
  /** The name, the close, the move on the day and since the base. */
  readonly cells: readonly Cell[];
}

const cell = (parent: Element, className: string): Cell => {
  const made = block(parent, className);
  // A text that is kept costs less to lay out than one that is made anew, and to remember it less than to ask for it.
  const text = made.appendChild(new Text());
  let kept = '';
  return [
    made,
    (words) => {
      if (kept !== words) text.data = kept = words;
    },
  ];
};

export function cursorOn(formats: ReaderFormats): Cursor {
  const layer = block(null, 'mr-cursor');
  const brush = block(layer, 'mr-brush');
  const rule = block(layer, 'mr-rule');
  const dots = block(layer, 'mr-dots');
  // The last one is the first that a browser finds under the pointer.
  const pad = block(layer, 'mr-pad');
  const tooltip = element(null, 'div', { className: 'mr-tooltip', ariaHidden: 'true' });
  brush.hidden = true;
  let prepared: ChartData | null = null;
  let rows: Row[] = [];

  const prepare = (data: ChartData): void => {
    prepared = data;
    dots.replaceChildren();
    tooltip.replaceChildren();
    const head = block(tooltip, 'mr-tip-row mr-tip-head');
    for (const words of ['', 'close', 'day', data.sinceLabel]) element(head, 'span', { textContent: words });
    rows = data.series.map(({ slot }) => {
      const holder = block(dots, '');
      const when = cell(tooltip, 'mr-tip-when');
      const row = block(tooltip, 'mr-tip-row');
      // Not on the dot itself: browsers work out the style of what moves from nothing where it names a variable.
      for (const { style } of [holder, row]) style.setProperty('--mr-colour', `var(--series-${slot})`);
      return { dot: block(holder, 'mr-dot'), when, row, cells: [0, 1, 2, 3].map(() => cell(row, '')) };
    });
  };

  // The tooltip's size follows its rows. It is learnt after a layout that happens anyway, never by asking for one.
  let [width, height] = [0, 0];
  let lean = (): void => {};
  new ResizeObserver(() => {
    [width, height] = [tooltip.offsetWidth, tooltip.offsetHeight];
    lean();
  }).observe(tooltip);

  let bounds: Box | undefined;
  /** Where the rule was last fitted into. */
  let plot: Box | undefined;
  return {
    show: (view, { trace, index }, current) => {
      const { data, traces } = view;
      if (prepared !== data) prepare(data);
      const step = trace.step(index);
      const together = readTogether(view, trace.plot);
      let heading = '';
      let sentence = '';
      rows.forEach(({ dot, when, row, cells }, at) => {
        const one = traces[at];
        const reading = one && together.includes(one) ? readingOf(one, together, step, formats) : null;
        const place = reading?.index ?? -1;
        const isCurrent = at === current;
        const isHeaded = reading && heading !== reading.heading;
        if (isHeaded) when[1]((heading = reading.heading));
        if (one && reading && place >= 0) {
          const texts = [view.isNarrow ? one.series.shortName : one.series.name, ...reading.values];
          cells.forEach(([, write], column) => write(texts[column] ?? ''));
        }
        when[0].hidden = !isHeaded;
        row.hidden = place < 0;
        for (const { classList } of [dot, row]) classList.toggle('is-current', isCurrent);
        if (isCurrent && one && reading) sentence = sentenceOf(one, reading, step, data.sinceLabel, formats);
        if (one && place >= one.from && place < one.to) move(dot, one.x(place), one.y(place));
        else dot.style.transform = 'scale(0)';
      });
      if (plot !== trace.plot) {
        span(pad, (plot = trace.plot));
        const top = Math.min(...together.map((one) => one.plot.top));
        span(rule, { left: 0, top, right: 1, bottom: Math.max(...together.map((one) => one.plot.bottom)) });
      }
      // Half of its width stands either side of the session.
      move(rule, trace.x(index) - 0.5, 0);
      bounds = view.shown;
      layer.setAttribute('data-shown', '');
      return sentence;
    },
    lean: (avoid, gap) => {
      lean = () => {
        if (!bounds) return;
        const [x, y] = place(width, height, avoid, bounds, gap);
        // Whole pixels keep the text sharp.
        move(tooltip, Math.round(x), Math.round(y));
      };
      lean();
    },
    select: (box) => {
      brush.hidden = !box;
      if (box) span(brush, box);
    },
    hide: () => layer.removeAttribute('data-shown'),
    nodes: [layer, tooltip],
  };
}
