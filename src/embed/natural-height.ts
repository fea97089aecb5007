import type { ChartData } from '../chart/chart-data.ts';

/**
 * The height in CSS pixels that a frame page wants at its present width: worked out from its parts and the shape of
 * the drawing for that width, never from the height that it has, so that it shrinks as well as grows. Zero while the
 * page is not displayed.
 */
export function naturalHeight(page: Document, data: ChartData): number {
  const box = page.querySelector<HTMLElement>('.stage-box');
  if (!box?.offsetWidth) return 0;
  const width = box.offsetWidth;
  const tall = Object.entries(data.variants).filter(([size]) => !size.endsWith('-low'));
  const shape = tall.filter(([, variant]) => variant.width <= width).at(-1) ?? tall[0];
  if (!shape) return 0;
  const [, variant] = shape;
  const content = page.querySelector<HTMLElement>('.fit')?.scrollHeight ?? 0;
  const around = page.body.offsetHeight - (page.querySelector<HTMLElement>('.fit')?.offsetHeight ?? 0);
  return Math.ceil(around + content - box.offsetHeight + (width * variant.height) / variant.width);
}
