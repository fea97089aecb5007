import type { ChartData } from '../chart-data.ts';
import { element, shape } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import { type Box, place } from './place.ts';
import { readingOf, sentenceOf } from './reading.ts';
import type { Point } from './steps.ts';
import { type PlottedTrace, readTogether, type View } from './view.ts';

/** Rule, dots, tooltip and selection over the drawing: made once for the data, then moved, and their texts replaced. */
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

const move = ({ style }: HTMLElement | SVGElement, x: number, y: number): void => {
  style.transform = `translate(${x}px,${y}px)`;
};

export function cursorOn(formats: ReaderFormats): Cursor {
  const svg = shape(null, 'svg', 'mr-cursor');
  const selection = shape(svg, 'path', 'mr-brush');
  const rule = shape(svg, 'path', 'mr-rule');
  const dots = shape(svg, 'g', 'mr-dots');
  const tooltip = element(null, 'div', { className: 'mr-tooltip', ariaHidden: 'true', hidden: true });
  const table = element(tooltip, 'table');
  let prepared: ChartData | null = null;
  /** Per series: its dot, then heading, name, close, day and since. */
  let rows: (readonly [SVGElement, ...HTMLElement[]])[] = [];

  // The tooltip's size follows its text. It is learnt after a layout that happens anyway, never by asking for one.
  let [width, height] = [0, 0];
  let lean = (): void => {};
  const observer =
    globalThis.ResizeObserver &&
    new ResizeObserver(() => {
      [width, height] = [tooltip.offsetWidth, tooltip.offsetHeight];
      lean();
    });
  observer?.observe(tooltip);

  let bounds: Box | undefined;
  let drawnRule = '';
  return {
    show: (view, { trace, index }, current) => {
      const { data, traces } = view;
      if (prepared !== data) {
        prepared = data;
        dots.replaceChildren();
        table.replaceChildren();
        const head = element(table, 'tr', { className: 'mr-tip-head' });
        for (const textContent of ['', 'close', 'day', data.sinceLabel]) element(head, 'th', { textContent });
        rows = data.series.map(({ slot }) => {
          const dot = shape(dots, 'circle', 'mr-dot');
          const when = element(element(table, 'tr'), 'th', { className: 'mr-tip-when', colSpan: 4 });
          const row = element(table, 'tr', { className: 'mr-tip-row' });
          for (const { style } of [dot, row]) style.setProperty('--mr-colour', `var(--series-${slot})`);
          return [dot, when, ...(['th', 'td', 'td', 'td'] as const).map((tag) => element(row, tag))];
        });
      }
      const step = trace.step(index);
      const together = readTogether(view, trace.plot);
      let heading = '';
      let sentence = '';
      traces.forEach((one, at) => {
        const [dot, ...cells] = rows[at] ?? [];
        const isRead = together.includes(one);
        const reading = isRead ? readingOf(one, together, step, formats) : null;
        const { name, shortName } = one.series;
        const place = reading?.index ?? -1;
        const isCurrent = at === current;
        const texts = reading
          ? [
              heading === reading.heading ? '' : (heading = reading.heading),
              place < 0 ? '' : view.isNarrow ? shortName : name,
              ...reading.values,
            ]
          : [];
        cells.forEach((cell, column) => {
          const text = texts[column] ?? '';
          if (cell.textContent !== text) {
            // A text that is kept costs less to lay out than one that is made anew.
            if (text && cell.firstChild) cell.firstChild.nodeValue = text;
            else cell.textContent = text;
          }
          cell.classList.toggle('is-current', isCurrent);
        });
        if (isCurrent && reading) sentence = sentenceOf(one, reading, step, data.sinceLabel, formats);
        if (!dot) return;
        dot.classList.toggle('is-current', isCurrent);
        if (place >= one.from && place < one.to) move(dot, one.x(place), one.y(place));
        else dot.style.transform = 'scale(0)';
      });
      const top = Math.min(...together.map(({ plot }) => plot.top));
      const path = `M0,${top}V${Math.max(...together.map(({ plot }) => plot.bottom))}`;
      if (drawnRule !== path) rule.setAttribute('d', (drawnRule = path));
      move(rule, trace.x(index), 0);
      bounds = view.shown;
      svg.toggleAttribute('data-shown', true);
      tooltip.hidden = false;
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
    select: (box) =>
      selection.setAttribute('d', box ? `M${box.left},${box.top}H${box.right}V${box.bottom}H${box.left}Z` : ''),
    hide: () => {
      svg.toggleAttribute('data-shown', false);
      tooltip.hidden = true;
    },
    nodes: [svg, tooltip],
  };
}
