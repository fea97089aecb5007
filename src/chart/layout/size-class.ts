import type { SizeClass } from '../chart-data.ts';

/**
 * The size classes, narrowest first. A container at least `width` wide gets the
 * class, and CSS scales its drawing up to the container: text never gets smaller
 * than it is laid out here. The same numbers stand in `drawing.css`.
 */
export const sizeClasses: readonly { readonly size: SizeClass; readonly width: number; readonly plotHeight: number }[] =
  [
    { size: 'xs', width: 256, plotHeight: 190 },
    { size: 's', width: 328, plotHeight: 230 },
    { size: 'm', width: 480, plotHeight: 270 },
    { size: 'l', width: 640, plotHeight: 310 },
    { size: 'xl', width: 800, plotHeight: 360 },
  ];

/** Dimensions of one size class, in user units. */
export function dimensionsOf(size: SizeClass): { readonly width: number; readonly plotHeight: number } {
  const found = sizeClasses.find((candidate) => candidate.size === size);
  if (found === undefined) throw new RangeError(`"${size}" is not a size class`);
  return found;
}

/** The class of a container of this width in CSS pixels; the narrowest for one that is narrower still. */
export function sizeClassFor(width: number): SizeClass {
  let chosen: SizeClass = 'xs';
  for (const candidate of sizeClasses) if (width >= candidate.width) chosen = candidate.size;
  return chosen;
}
