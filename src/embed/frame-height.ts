import { textWidth } from '../chart/text/measure-text.ts';

/** Room around the content of a frame page, as `frame.css` has it, in CSS pixels. */
const PADDING = { x: 24, y: 16 } as const;
const LEAD = { size: 15, line: 19.5, gap: 8 } as const;
const FOOT = { size: 12, line: 16.8, gap: 6 } as const;
/** "Events and table", with its own margin. */
const LINKS = 23;

/** What decides how tall a framed chart is: its drawings for frames of any height, and the words around them. */
export interface FrameContent {
  /** Width and height of each drawing in user units, narrowest first. */
  readonly shapes: readonly (readonly [width: number, height: number])[];
  readonly lead: string;
  readonly caption: string;
}

/** Widths that a frame is offered in, in CSS pixels; the first is the smallest that a frame is made for. */
export const FRAME_WIDTHS = [280, 480, 640, 800] as const;

/** The smallest height that a frame is made for, in CSS pixels. */
export const LEAST_FRAME_HEIGHT = 220;

function rows(text: string, width: number, size: number, weight: 400 | 600): number {
  return Math.max(1, Math.ceil(textWidth(text, size, weight) / width));
}

/** The height in CSS pixels at which a frame of this width shows its chart in full; errs on the tall side. */
export function frameHeight({ shapes, lead, caption }: FrameContent, width: number): number {
  const inner = Math.max(1, width - PADDING.x);
  const [shapeWidth, shapeHeight] = shapes.filter(([least]) => least <= inner).at(-1) ?? shapes[0] ?? [1, 1];
  const words =
    rows(lead, inner, LEAD.size, 600) * LEAD.line +
    LEAD.gap +
    rows(caption, inner, FOOT.size, 400) * FOOT.line +
    FOOT.gap;
  return Math.ceil(PADDING.y + words + (inner * shapeHeight) / shapeWidth + LINKS);
}
