import type { Box } from './box.ts';
import { element } from './element.ts';
import { type FigureView, type PlottedTrace, readTogether } from './figure-view.ts';
import type { ReaderFormats } from './formats.ts';
import { type Reading, readingOf, sentenceOf } from './reading.ts';
import type { Point, Step } from './steps.ts';

/**
 * Rule, dots, values and selection over the drawing: made once for a drawing, then moved, and their texts replaced.
 * Values stand in the gutter in place of the labels at the ends of the lines, the date in the row of the title, so that
 * nothing lies over the lines. A move lays out nothing but the texts that change, each in a cell of its own size.
 */
export interface Cursor {
  /**
   * Puts the rule at a session and reads every series there. `current` is the place of the series that the keys read,
   * −1 for none: it is marked, and what it says is returned as a sentence.
   */
  readonly show: (view: FigureView, lead: Point<PlottedTrace>, current: number) => string;
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

/** A cell, and what writes into it: a text that is kept costs less to lay out than one that is made anew. */
type Cell = readonly [cell: HTMLElement, write: (words: string) => void];

const cell = (parent: Element, className: string): Cell => {
  const made = block(parent, className);
  const text = made.appendChild(new Text());
  let kept = '';
  return [
    made,
    (words) => {
      if (kept !== words) text.data = kept = words;
    },
  ];
};

/** What one series has: its dot, its value in the gutter, and its value in the row of its panel's title. */
interface Row {
  readonly dot: HTMLElement;
  /** Null where no label with a figure stands at the end of its line. */
  readonly gutter: readonly [figure: Cell, close: Cell] | null;
  readonly inTitle: Cell;
}

/** Room that a gutter needs for the close beside the change, in CSS pixels. */
const WIDE_GUTTER = 108;

/** The one of some that shows: the others are for panels of other sizes. */
function displayed(some: Iterable<HTMLElement>): HTMLElement | undefined {
  return [...some].find((one) => one.getClientRects().length);
}

export function cursorOn(formats: ReaderFormats): Cursor {
  const layer = block(null, 'mr-cursor');
  const brush = block(layer, 'mr-brush');
  const rule = block(layer, 'mr-rule');
  const dots = block(layer, 'mr-dots');
  const values = block(layer, 'mr-values');
  // The last one is the first that a browser finds under the pointer.
  const pad = block(layer, 'mr-pad');
  brush.hidden = true;
  let prepared: FigureView | null = null;
  let rows: Row[] = [];
  let dates: Cell[] = [];
  let plot: Box | undefined;

  const prepare = (view: FigureView): void => {
    prepared = view;
    plot = undefined;
    dots.replaceChildren();
    values.replaceChildren();
    const heads = view.panels.map(({ element: panel }) => {
      const own = panel.getBoundingClientRect();
      const head = block(values, 'mr-read');
      const title = displayed(panel.querySelectorAll<HTMLElement>('.mr-title')) ?? panel;
      const place = title.getBoundingClientRect();
      const left = place.left - view.corner[0];
      const top = place.top - view.corner[1];
      span(head, { left, top, right: own.right - view.corner[0], bottom: top + 18 });
      return head;
    });
    dates = heads.map((head) => cell(head, `mr-read-date${view.scene.axis === 'offset' ? ' is-long' : ''}`));
    rows = view.traces.map((trace) => {
      const at = view.scene.series.indexOf(trace.series);
      const colour = `color:var(--series-${trace.series.slot})`;
      const panel = view.panels[trace.series.panel];
      // Not on the dot itself: browsers work out the style of what moves from nothing where it names a variable.
      const holder = block(dots, '');
      holder.style.cssText = colour;
      const label =
        panel && displayed(panel.element.querySelectorAll<HTMLElement>(`.mr-end-label[data-series="${at}"]`));
      let gutter: Row['gutter'] = null;
      if (panel && label?.querySelector('span')?.textContent) {
        const place = label.getBoundingClientRect();
        const box = block(values, 'mr-read-end');
        box.style.cssText = colour;
        const left = place.left - view.corner[0];
        const right = panel.element.getBoundingClientRect().right - view.corner[0];
        const top = place.top - view.corner[1];
        span(box, { left, top, right, bottom: top + 31 });
        element(box, 'b', { textContent: label.querySelector('b')?.textContent ?? '' });
        gutter = [
          cell(box, 'mr-read-figure'),
          cell(box, right - left < WIDE_GUTTER ? 'mr-read-close is-out' : 'mr-read-close'),
        ];
      }
      const inTitle = cell(heads[trace.series.panel] ?? values, `mr-read-value${gutter ? ' is-in-gutter' : ''}`);
      inTitle[0].style.cssText = colour;
      return { dot: block(holder, 'mr-dot'), gutter, inTitle };
    });
  };

  const write = (row: Row, trace: PlottedTrace, reading: Reading): void => {
    const { shortName } = trace.series;
    const { absence, close, day, since } = reading;
    const isMove = trace.panel.unit === 'move';
    const figure = absence || (trace.panel.unit === 'level' ? close : isMove ? day : since);
    row.gutter?.[0][1](figure);
    row.gutter?.[1][1](trace.panel.unit === 'level' ? day : close);
    row.inTitle[1](
      isMove ? [figure, close].filter(Boolean).join(', ') : `${shortName} ${row.gutter ? absence || day : figure}`,
    );
  };

  return {
    show: (view, { trace, index }, current) => {
      if (prepared !== view) prepare(view);
      const step = trace.step(index);
      const together = readTogether(view, trace.plot);
      let sentence = '';
      const read = new Set<string>();
      rows.forEach((row, at) => {
        const one = view.traces[at];
        if (!one) return;
        const isTogether = together.includes(one);
        const reading = isTogether ? readingOf(one, together, step, formats) : null;
        const place = reading?.index ?? -1;
        if (reading?.date) read.add(reading.date);
        if (reading) write(row, one, reading);
        row.inTitle[0].hidden = !isTogether;
        row.gutter?.[0][0].parentElement?.toggleAttribute('hidden', !isTogether);
        const isCurrent = at === current;
        row.dot.classList.toggle('is-current', isCurrent);
        if (isCurrent && reading) sentence = sentenceOf(one, reading, step, formats, view.scene.events);
        if (place >= one.from && place < one.to) move(row.dot, one.x(place), one.y(place));
        else row.dot.style.transform = 'scale(0)';
      });
      const when = dateWords(step, [...read], formats);
      dates.forEach(([, put], panel) => {
        const isRead = together.some(({ series }) => series.panel === panel);
        put(isRead ? when : '');
        view.panels[panel]?.element.classList.toggle('is-read', isRead);
      });
      if (plot !== trace.plot) {
        span(pad, (plot = trace.plot));
        const top = Math.min(...together.map((one) => one.plot.top));
        span(rule, { left: 0, top, right: 1, bottom: Math.max(...together.map((one) => one.plot.bottom)) });
      }
      // Half of its width stands either side of the session.
      move(rule, trace.x(index) - 0.5, 0);
      layer.parentElement?.classList.toggle('is-reading', true);
      return sentence;
    },
    select: (box) => {
      brush.hidden = !box;
      if (box) span(brush, box);
    },
    hide: () => {
      layer.parentElement?.classList.remove('is-reading');
      for (const { element: panel } of prepared?.panels ?? []) panel.classList.remove('is-read');
    },
    nodes: [layer],
  };
}

/** When a step is: its date once, and before it how many sessions from day 0. */
function dateWords(step: Step, dates: readonly string[], formats: ReaderFormats): string {
  if (typeof step === 'string') return formats.session(step);
  const written = dates.map((date) => formats.session(date));
  return [`${step > 0 ? '+' : step < 0 ? '\u2212' : ''}${Math.abs(step)}`, ...written].join(' · ');
}
