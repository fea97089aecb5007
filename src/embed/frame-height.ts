import { textWidth } from '../chart/text/measure-text.ts';
import { type Panels, stageHeight } from './stage-height.ts';

/** Room around the content of a frame page, as `frame.css` has it, in CSS pixels. */
const PADDING = { x: 24, y: 16 } as const;
const LEAD = { size: 15, line: 19.5, gap: 6 } as const;
const FOOT = { size: 12, line: 16.8, gap: 6 } as const;
/** The two lines that tell the event at hand. */
const STRIP = 46;
/** "Events and table", with its own margin. */
const LINKS = 28;

/** What decides how tall a framed chart is: its panels, and the words around them. */
export interface FrameContent {
  readonly panels: Panels;
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

/** The height in CSS pixels at which a frame of this width shows its chart at its best; errs on the tall side. */
export function frameHeight({ panels, lead, caption }: FrameContent, width: number): number {
  const inner = Math.max(1, width - PADDING.x);
  const words =
    rows(lead, inner, LEAD.size, 600) * LEAD.line +
    LEAD.gap +
    rows(caption, inner, FOOT.size, 400) * FOOT.line +
    FOOT.gap;
  return Math.ceil(PADDING.y + words + stageHeight(panels, inner) + STRIP + LINKS);
}
