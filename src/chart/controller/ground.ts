import type { ChartData, SizeClass, VariantGeometry } from '../chart-data.ts';
import type { Box } from './place.ts';

/** The visible drawing as it stands on the screen. */
export interface Frame {
  readonly size: SizeClass;
  readonly element: HTMLElement;
  readonly variant: VariantGeometry;
  /** CSS pixels per user unit. */
  readonly scale: number;
  /** The drawing's top left corner, in CSS pixels from the stage's. */
  readonly left: number;
  readonly top: number;
  /** The stage's top left corner in the viewport. */
  readonly stageLeft: number;
  readonly stageTop: number;
  /** Where boxes may stand: what the viewport shows of the stage, and the viewport itself, both from the stage's corner. */
  readonly stage: Box;
  readonly viewport: Box;
}

/** What the controller stands on: the figure's stage, its data and its measures, each read only when it is needed. */
export interface Ground {
  readonly figure: HTMLElement;
  readonly stage: () => HTMLElement;
  /** Null where the figure holds no data. */
  readonly data: () => ChartData | null;
  /** Null while nothing is displayed, as in a closed `<details>`. */
  readonly frame: () => Frame | null;
  /** Forgets the measures: the page was scrolled or resized. */
  readonly moved: () => void;
  /** Forgets the data too: the figure was drawn again. */
  readonly redrawn: () => void;
}

const EDGE = 4;

/** Throws a TypeError for a figure without a stage. */
export function groundOf(figure: HTMLElement): Ground {
  let data: ChartData | null | undefined;
  let frame: Frame | null | undefined;
  const ground: Ground = {
    figure,
    stage: () => {
      const stage = figure.querySelector<HTMLElement>('.mr-stage');
      if (!stage) throw new TypeError('The figure has no .mr-stage');
      return stage;
    },
    data: () => {
      if (data === undefined) {
        const text = figure.querySelector('.mr-data')?.textContent;
        // The page's own build wrote it, so its form is known.
        data = text ? (JSON.parse(text) as ChartData) : null;
      }
      return data;
    },
    frame: () => (frame === undefined ? (frame = measured(ground)) : frame),
    moved: () => {
      frame = undefined;
    },
    redrawn: () => {
      data = frame = undefined;
    },
  };
  return ground;
}

function measured(ground: Ground): Frame | null {
  const stage = ground.stage();
  const variants = ground.data()?.variants;
  for (const element of stage.querySelectorAll<HTMLElement>('.mr-variant')) {
    const { left, top, width } = element.getBoundingClientRect();
    const size = element.dataset['size'] as SizeClass;
    const variant = variants?.[size];
    if (!width || !variant) continue;
    const box = stage.getBoundingClientRect();
    const { clientWidth, clientHeight } = stage.ownerDocument.documentElement;
    const viewport = {
      left: EDGE - box.left,
      top: EDGE - box.top,
      right: clientWidth - EDGE - box.left,
      bottom: clientHeight - EDGE - box.top,
    };
    return {
      size,
      element,
      variant,
      scale: width / variant.width,
      left: left - box.left,
      top: top - box.top,
      stageLeft: box.left,
      stageTop: box.top,
      viewport,
      stage: {
        left: Math.max(0, viewport.left),
        top: Math.max(0, viewport.top),
        right: Math.min(box.width, viewport.right),
        bottom: Math.min(box.height, viewport.bottom),
      },
    };
  }
  return null;
}
