import controllerRules from '../chart/controller/controller.css?url';
import { annotateFigure } from '../chart/drawing/annotate-figure.ts';
import { element } from '../chart/controller/element.ts';
import { attachController, type Controller } from '../chart/controller/attach-controller.ts';
import { readerPlace } from './reader-place.ts';

/** What a reader did on the chart that the rest of the page has to know. */
export interface ChartListener {
  readonly onPin: (event: string | null) => void;
  readonly onRange: (from: string, to: string) => void;
}

/** The one controller of the chart, from the baked drawing on through every later one. */
export interface ChartHandle {
  /** The controller; attached at the first call. */
  controller(): Controller;
  /** Tells a listener what is done, and what was done before it listened. */
  listen(listener: ChartListener): void;
}

/** A handle on a figure's controller. Nothing is attached yet. */
export function chartHandle(figure: HTMLElement): ChartHandle {
  let attached: Controller | null = null;
  let listener: ChartListener | null = null;
  let missed: ((late: ChartListener) => void) | null = null;
  const tell = (what: (to: ChartListener) => void): void => {
    if (listener === null) missed = what;
    else what(listener);
  };
  return {
    controller: () => {
      if (attached === null) {
        // Nothing of it shows before the chart is touched.
        element(document.head, 'link', { rel: 'stylesheet', href: controllerRules });
      }
      attached ??= attachController(figure, {
        ...readerPlace(window),
        onPin: (event) => tell((to) => to.onPin(event)),
        onRange: (from, to) => tell((late) => late.onRange(from, to)),
        annotator: () => annotateFigure,
      });
      return attached;
    },
    listen: (late) => {
      listener = late;
      missed?.(late);
      missed = null;
    },
  };
}
