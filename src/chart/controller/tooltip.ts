import type { ChartData } from '../chart-data.ts';
import { element } from './element.ts';
import { type Box, place } from './place.ts';
import type { Reading } from './reading.ts';
import type { View } from './view.ts';

/** The figures of a session beside the rule: made once for the data, then only moved, and their texts replaced. */
export interface Tooltip {
  readonly root: HTMLElement;
  /** Makes a row for every series. */
  readonly prepare: (data: ChartData) => void;
  /** One reading per series; null for a series that is not read. `current` is the series that the keys read. */
  readonly write: (view: View, readings: readonly (Reading | null)[], current: number) => void;
  /** Stands beside `avoid`, `gap` pixels away. */
  readonly lean: (view: View, avoid: Box, gap: number) => void;
  readonly remove: () => void;
}

export function tooltip(): Tooltip {
  const root = element(null, 'div', 'mr-tooltip');
  root.setAttribute('aria-hidden', 'true');
  root.hidden = true;
  const table = element(root, 'table');
  let rows: (readonly [HTMLElement, HTMLElement, ...HTMLElement[]])[] = [];

  // The size follows the text. It is learnt after a layout that happens anyway, never by asking for one.
  let [width, height] = [0, 0];
  let leaning: (() => void) | undefined;
  const observer =
    globalThis.ResizeObserver &&
    new ResizeObserver(() => {
      if (root.hidden) return;
      [width, height] = [root.offsetWidth, root.offsetHeight];
      leaning?.();
    });
  observer?.observe(root);

  return {
    root,
    prepare: ({ series, sinceLabel }) => {
      table.replaceChildren();
      const head = element(table, 'tr', 'mr-tip-head');
      for (const text of ['', 'close', 'day', sinceLabel]) element(head, 'th', '', text);
      rows = series.map(({ slot }) => {
        const when = element(table, 'tr', 'mr-tip-when');
        const heading = element(when, 'th');
        heading.colSpan = 4;
        const row = element(table, 'tr', 'mr-tip-row');
        row.style.setProperty('--mr-colour', `var(--series-${slot})`);
        return [when, row, heading, element(row, 'th'), element(row, 'td'), element(row, 'td'), element(row, 'td')];
      });
    },
    write: ({ data, isNarrow }, readings, current) => {
      let above = '';
      rows.forEach(([when, row, ...cells], at) => {
        const reading = readings[at];
        const series = data.series[at];
        when.hidden = !reading || reading.heading === above;
        row.hidden = !reading?.values.length;
        row.classList.toggle('is-current', at === current);
        if (!reading || !series) return;
        above = reading.heading;
        [above, isNarrow ? series.shortName : series.name, ...reading.values].forEach((text, cell) => {
          const written = cells[cell];
          if (written && written.textContent !== text) written.textContent = text;
        });
      });
      root.hidden = false;
    },
    lean: (view, avoid, gap) => {
      leaning = () => {
        const [x, y] = place(width, height, avoid, view.stage, gap, false);
        root.style.transform = `translate(${x}px,${y}px)`;
      };
      leaning();
    },
    remove: () => {
      observer?.disconnect();
      root.remove();
    },
  };
}
