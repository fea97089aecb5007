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
 * Left and top of a box of the given width and height beside `avoid`, `gap` away from it: at the first side where it
 * fits within `bounds` (right and left, then above and below; the other way round if it `stacks`, below first), else
 * at the one with the most room. It never leaves the bounds while it is smaller than they are, and covers `avoid`
 * only where no side has room for it.
 */
export function place(
  width: number,
  height: number,
  avoid: Box,
  bounds: Box,
  gap: number,
  stacks: boolean,
): readonly [number, number] {
  const middle = (avoid.left + avoid.right - width) / 2;
  const centre = (avoid.top + avoid.bottom - height) / 2;
  // Left, top, and what is left over on that side.
  const beside = [
    [avoid.right + gap, centre, bounds.right - avoid.right - gap - width],
    [avoid.left - gap - width, centre, avoid.left - bounds.left - gap - width],
  ] as const;
  const upright = [
    [middle, avoid.bottom + gap, bounds.bottom - avoid.bottom - gap - height],
    [middle, avoid.top - gap - height, avoid.top - bounds.top - gap - height],
  ] as const;
  const sides = stacks ? [...upright, ...beside] : [...beside, ...upright];
  const [left, top] =
    sides.find(([, , over]) => over >= 0) ?? sides.reduce((best, side) => (side[2] > best[2] ? side : best));
  return [clamp(left, bounds.left, bounds.right - width), clamp(top, bounds.top, bounds.bottom - height)];
}
