import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import { AXIS_SIZE, type Tick } from './date-ticks.ts';
import { niceStep } from './nice-ticks.ts';

const GAP = 12;

/** Ticks at whole distances from day 0, as dense as their labels allow. */
export function offsetTicks(
  domain: readonly [number, number],
  toPixel: (x: number) => number,
  bounds: readonly [number, number],
  formats: Formats,
): Tick[] {
  const label = (value: number): string => (value > 0 ? `+${formats.number(value)}` : formats.number(value));
  const widest = Math.max(...domain.map((value) => textWidth(label(Math.round(value)), AXIS_SIZE))) + GAP;
  const perPixel = 1 / Math.max(1e-9, toPixel(1) - toPixel(0));
  const step = Math.max(1, Math.ceil(niceStep(widest * perPixel)));
  const ticks: Tick[] = [];
  for (let value = Math.ceil(domain[0] / step) * step; value <= domain[1]; value += step) {
    // Counting up from below arrives at a negative zero.
    const offset = value === 0 ? 0 : value;
    const tick = { value: offset, label: label(offset) };
    const half = textWidth(tick.label, AXIS_SIZE) / 2;
    if (toPixel(value) - half >= bounds[0] && toPixel(value) + half <= bounds[1]) ticks.push(tick);
  }
  return ticks;
}
