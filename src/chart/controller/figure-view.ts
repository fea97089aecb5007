import { BAR_PITCH, barZeroOf, type Choice, type Scene } from '../scene/scene.ts';
import { placeOf, shownOf, valueOf } from '../scene/shown.ts';
import type { Box } from './box.ts';
import type { Trace } from './steps.ts';

/** A marker that is displayed: it stands for one event or, as a cluster, for several. */
export interface Marker {
  readonly element: HTMLElement;
  readonly events: readonly string[];
  /** What a screen reader calls it. */
  readonly label: string;
}

/** A series as it stands on the screen. */
export interface PlottedTrace extends Trace {
  /** The plot that it stands in; one object for all series of a panel. */
  readonly plot: Box;
}

/** The drawing as it stands on the screen. All boxes are in CSS pixels from the stage's top left corner. */
export interface FigureView {
  readonly scene: Scene;
  readonly traces: readonly PlottedTrace[];
  /** In reading order. */
  readonly markers: readonly Marker[];
  readonly panels: readonly { readonly element: HTMLElement; readonly plot: Box }[];
  /** The stage's top left corner in the viewport. */
  readonly corner: readonly [number, number];
  readonly size: readonly [number, number];
}

export const MARKERS = '.mr-marker';

/** The events that a marker element stands for. */
export const eventsOf = (marker: Element): readonly string[] => (marker.getAttribute('data-events') ?? '').split(' ');

/** Where the geometry of a panel is looked at: left, top, width and height in its own units. */
function viewBoxOf(panel: Element): readonly number[] {
  const box = panel.querySelector('.mr-plot svg[preserveAspectRatio]')?.getAttribute('viewBox') ?? '0 0 1 1';
  return box.split(' ').map(Number);
}

/** Measures the drawing that is displayed; null where none is, as in a closed `<details>`. */
export function viewOf(stage: HTMLElement, scene: Scene, choice: Choice): FigureView | null {
  const frame = stage.getBoundingClientRect();
  if (!frame.width) return null;
  const panels = [...stage.querySelectorAll<HTMLElement>('.mr-panel')].map((element) => {
    const plot = (element.querySelector('.mr-plot') ?? element).getBoundingClientRect();
    const box: Box = {
      left: plot.left - frame.left,
      top: plot.top - frame.top,
      right: plot.right - frame.left,
      bottom: plot.bottom - frame.top,
    };
    return { element, plot: box, viewBox: viewBoxOf(element) };
  });
  const [pitch, offset] = scene.axis === 'slot' ? [BAR_PITCH, 0.5] : [1, 0];
  const zero = scene.axis === 'slot' ? barZeroOf(scene) : 0;
  const traces = shownOf(scene, choice).series.flatMap((one): PlottedTrace[] => {
    const { series, from, to, base } = one;
    const panel = panels[series.panel];
    const about = scene.panels[series.panel];
    if (!panel || !about || to <= from) return [];
    const { plot } = panel;
    const [left = 0, top = 0, width = 1, height = 1] = panel.viewBox;
    return [
      {
        series,
        panel: about,
        from,
        to,
        base,
        plot,
        step: (index) => (scene.axis === 'offset' ? index - base - 1 : (series.sessions[index] ?? '')),
        x: (index) =>
          plot.left + (((placeOf(scene.axis, one, index) + offset) * pitch - left) / width) * (plot.right - plot.left),
        y: (index) => plot.top + ((zero - valueOf(about, one, index) - top) / height) * (plot.bottom - plot.top),
      },
    ];
  });
  return {
    scene,
    traces,
    panels,
    markers: [...stage.querySelectorAll<HTMLElement>(MARKERS)]
      .filter((element) => element.getClientRects().length)
      .map((element) => ({ element, events: eventsOf(element), label: element.ariaLabel ?? '' })),
    corner: [frame.left, frame.top],
    size: [frame.width, frame.height],
  };
}

/** Series that are read together: all of plots above one another on one axis, else those of one plot. */
export function readTogether({ scene, traces }: FigureView, plot: Box): readonly PlottedTrace[] {
  return traces.filter(({ plot: other, panel }) => other === plot || (scene.axis !== 'offset' && !panel.around));
}
