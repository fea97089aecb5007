import type { Crosshair } from './crosshair.ts';
import type { Ground } from './ground.ts';
import { clamp } from './place.ts';

/** Selecting sessions by dragging over a plot. */
export interface Brush {
  readonly start: (event: PointerEvent) => void;
  /** Draws the selection up to a place in the viewport, once it is wide enough to be meant. */
  readonly drag: (clientX: number) => void;
  readonly end: (clientX: number) => void;
  /** False where nothing was being selected. */
  readonly cancel: () => boolean;
}

/** A shorter drag is a click, in CSS pixels. */
const LEAST = 6;

/** `onBrush` gets the first and the last session date of a selection of at least two sessions. */
export function brushOver(ground: Ground, crosshair: Crosshair, onBrush: (from: string, to: string) => void): Brush {
  let from: {
    readonly x: number;
    readonly y: number;
    readonly panel: readonly [number, number, number, number];
  } | null = null;
  let isDragged = false;
  const cancel = (): boolean => {
    const was = isDragged;
    from = null;
    isDragged = false;
    crosshair.brush(null);
    return was;
  };
  /** Within the panel in which the drag began. */
  const inside = (clientX: number): number => {
    const frame = ground.frame();
    if (!frame || !from) return clientX;
    const left = frame.stageLeft + frame.left + from.panel[0] * frame.scale;
    return clamp(clientX, left, left + from.panel[2] * frame.scale);
  };
  return {
    cancel,
    start: (event) => {
      const frame = ground.frame();
      if (!frame || event.button !== 0 || event.pointerType === 'touch') return;
      const x = (event.clientX - frame.stageLeft - frame.left) / frame.scale;
      const y = (event.clientY - frame.stageTop - frame.top) / frame.scale;
      const panel = frame.variant.panels.find(
        ({ plot: [left, top, width, height] }) => x >= left && x <= left + width && y >= top && y <= top + height,
      )?.plot;
      from = panel ? { x: event.clientX, y: event.clientY, panel } : null;
    },
    drag: (clientX) => {
      const frame = ground.frame();
      if (!from || !frame || (!isDragged && Math.abs(clientX - from.x) < LEAST)) return;
      isDragged = true;
      const [one, other] = [inside(from.x), inside(clientX)];
      const top = frame.top + from.panel[1] * frame.scale;
      crosshair.brush({
        left: Math.min(one, other) - frame.stageLeft,
        top,
        right: Math.max(one, other) - frame.stageLeft,
        bottom: top + from.panel[3] * frame.scale,
      });
    },
    end: (clientX) => {
      const start = from;
      const end = inside(clientX);
      if (!cancel() || !start) return;
      const dates = [start.x, end].map((x) => crosshair.sessionNear(x, start.y));
      const [first, last] = dates.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1));
      if (first && last && first < last) onBrush(first, last);
    },
  };
}
