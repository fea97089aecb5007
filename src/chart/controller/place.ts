/** A rectangle, in CSS pixels from the stage's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = 'right' | 'left' | 'above' | 'below';

/** Between low and high; low where the two cross. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Left and top of a box of the given width and height beside `avoid`, `gap` away from it: at the first side where it
 * fits within `bounds`, else at the one with the most room. It never leaves the bounds while it is smaller than they
 * are, and covers `avoid` only where no side has room for it.
 */
export function place(
  [width, height]: readonly [number, number],
  avoid: Box,
  bounds: Box,
  gap: number,
  sides: readonly Side[],
): readonly [number, number] {
  const isUpright = (side: Side): boolean => side === 'above' || side === 'below';
  const room = (side: Side): number =>
    ({
      right: bounds.right - avoid.right,
      left: avoid.left - bounds.left,
      above: avoid.top - bounds.top,
      below: bounds.bottom - avoid.bottom,
    })[side] -
    gap -
    (isUpright(side) ? height : width);
  const side =
    sides.find((candidate) => room(candidate) >= 0) ??
    sides.reduce((best, candidate) => (room(candidate) > room(best) ? candidate : best));
  const left = {
    right: avoid.right + gap,
    left: avoid.left - gap - width,
    above: (avoid.left + avoid.right - width) / 2,
    below: (avoid.left + avoid.right - width) / 2,
  }[side];
  const top = {
    right: (avoid.top + avoid.bottom - height) / 2,
    left: (avoid.top + avoid.bottom - height) / 2,
    above: avoid.top - gap - height,
    below: avoid.bottom + gap,
  }[side];
  return [clamp(left, bounds.left, bounds.right - width), clamp(top, bounds.top, bounds.bottom - height)];
}
