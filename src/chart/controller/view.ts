import type { ChartData } from '../chart-data.ts';
import type { Box } from './place.ts';
import { firstIndex, type Trace } from './steps.ts';

/** A marker of the drawing: it stands for one event or, as a cluster, for several. */
export interface Marker {
  readonly element: HTMLElement | SVGElement;
  readonly events: readonly string[];
  /** What a screen reader calls it. */
  readonly label: string;
  readonly box: Box;
}

/** A series as it stands on the screen. */
export interface PlottedTrace extends Trace {
  /** The plot that it stands in; one object for all series of a panel. */
  readonly plot: Box;
}

/** The visible drawing as it stands on the screen. All boxes are in CSS pixels from the stage's top left corner. */
export interface View {
  readonly data: ChartData;
  readonly isNarrow: boolean;
  readonly traces: readonly PlottedTrace[];
  /** In reading order. */
  readonly markers: readonly Marker[];
  /** The stage's top left corner in the viewport. */
  readonly corner: readonly [number, number];
  /** The stage's width and height. */
  readonly size: readonly [number, number];
  /** What the viewport shows of the stage. */
  readonly shown: Box;
}

export const MARKERS = '[data-events]';

/** Distance that boxes keep from the viewport's edge, in CSS pixels. */
const EDGE = 4;

/** Half the side of a marker's target, in user units. */
const REACH = 13;

/** The events that a marker element stands for. */
export const eventsOf = (marker: HTMLElement | SVGElement): readonly string[] =>
  (marker.dataset['events'] ?? '').split(' ');

/** Measures the drawing that is displayed; null where none is, as in a closed `<details>`. */
export function viewOf(stage: HTMLElement, data: ChartData): View | null {
  for (const [size, variant] of Object.entries(data.variants)) {
    const drawing = stage.querySelector(`:not([hidden])>.mr-variant[data-size=${size}]`);
    const drawn = drawing?.getBoundingClientRect();
    if (!drawing || !drawn?.width) continue;
    const frame = stage.getBoundingClientRect();
    const scale = drawn.width / variant.width;
    const box = (x: number, y: number, width: number, height: number): Box => {
      const left = drawn.left - frame.left + x * scale;
      const top = drawn.top - frame.top + y * scale;
      return { left, top, right: left + width * scale, bottom: top + height * scale };
    };
    const panels = variant.panels.map(({ plot, x, y }) => ({ plot: box(...plot), x, y }));
    const { clientWidth, clientHeight } = document.documentElement;
    return {
      data,
      isNarrow: variant.width < 400,
      traces: data.series.flatMap((series) => {
        const panel = panels[series.panel];
        if (!panel) return [];
        const {
          plot,
          x: [left, right],
          y: [low, high],
        } = panel;
        const count = series.x.length;
        const x = (index: number): number =>
          plot.left + (((series.x[index] ?? 0) - left) / (right - left)) * (plot.right - plot.left);
        return {
          series,
          plot,
          x,
          y: (index: number) =>
            plot.bottom - (((series.y[index] ?? 0) - low) / (high - low)) * (plot.bottom - plot.top),
          step: (index: number) =>
            data.grouping === 'date' ? (series.sessions[index] ?? '') : index - (series.dayZero ?? 0),
          // A hundredth of a pixel for what multiplying and dividing loses at the edges.
          from: firstIndex(0, count, (index) => x(index) >= plot.left - 0.01),
          to: firstIndex(0, count, (index) => x(index) > plot.right + 0.01),
        };
      }),
      markers: [...drawing.querySelectorAll<HTMLElement | SVGElement>(MARKERS)].map((element, index) => {
        const [x, y] = variant.markers[index]?.at ?? [0, 0];
        return {
          element,
          events: eventsOf(element),
          label: element.getAttribute('aria-label') ?? '',
          box: box(x - REACH, y - REACH, 2 * REACH, 2 * REACH),
        };
      }),
      corner: [frame.left, frame.top],
      size: [frame.width, frame.height],
      shown: {
        left: Math.max(0, EDGE - frame.left),
        top: Math.max(0, EDGE - frame.top),
        right: Math.min(frame.width, clientWidth - EDGE - frame.left),
        bottom: Math.min(frame.height, clientHeight - EDGE - frame.top),
      },
    };
  }
  return null;
}

/** Series that are read together: all of plots above one another on one time axis, else those of one plot. */
export function readTogether({ data, traces }: View, plot: Box): readonly PlottedTrace[] {
  return traces.filter(
    ({ plot: other }) =>
      other === plot || (data.grouping === 'date' && other.left === plot.left && other.right === plot.right),
  );
}
