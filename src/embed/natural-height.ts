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
  const outer = (part: Element): number => {
    const { marginTop, marginBottom } = getComputedStyle(part);
    return part.getBoundingClientRect().height + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
  };
  const { paddingTop, paddingBottom } = getComputedStyle(page.body);
  const words = [...page.querySelectorAll('.lead,.foot')].reduce((sum, part) => sum + outer(part), 0);
  return Math.ceil(
    Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) + words + (width * variant.height) / variant.width,
  );
}
