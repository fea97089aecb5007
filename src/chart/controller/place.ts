/** A rectangle, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between low and high; low where the two cross. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Left and top of a box beside `avoid`, `gap` away from it: on its right, else left, else above, else below, where
 * there is room within `bounds`. It never leaves the bounds while it is smaller than they are, and covers `avoid` only
 * where no side has room for it.
 */
export function place(width: number, height: number, avoid: Box, bounds: Box, gap: number): readonly [number, number] {
  let left = avoid.right + gap;
  let top = (avoid.top + avoid.bottom - height) / 2;
  if (left + width > bounds.right) left = avoid.left - gap - width;
  if (left < bounds.left) {
    left = (avoid.left + avoid.right - width) / 2;
    top = avoid.top - gap - height;
    if (top < bounds.top) top = avoid.bottom + gap;
  }
  return [clamp(left, bounds.left, bounds.right - width), clamp(top, bounds.top, bounds.bottom - height)];
}
