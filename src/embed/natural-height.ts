import { type Panels, stageHeight } from './stage-height.ts';

/** How the panels of a page's figure stand. */
export function panelsIn(page: ParentNode): Panels {
  const panels = page.querySelector('.mr-panels');
  const is = (name: string): boolean => panels?.classList.contains(name) ?? false;
  return {
    arrangement: is('is-multiple') ? 'multiple' : is('is-stacked') ? 'stacked' : 'single',
    count: panels?.childElementCount ?? 1,
  };
}

/** The height in CSS pixels that the chart of a frame page wants at its present width; zero while it is not displayed. */
export function stageHeightIn(page: Document): number {
  const width = page.querySelector<HTMLElement>('.stage-box')?.offsetWidth ?? 0;
  return width === 0 ? 0 : stageHeight(panelsIn(page), width);
}

/**
 * The height in CSS pixels that a frame page wants at its present width: worked out from its words and the height that
 * its chart wants, never from the height that it has, so that it shrinks as well as grows. Zero while the page is not
 * displayed.
 */
export function naturalHeight(page: Document): number {
  const stage = stageHeightIn(page);
  if (stage === 0) return 0;
  const outer = (part: Element): number => {
    const { marginTop, marginBottom } = getComputedStyle(part);
    return part.getBoundingClientRect().height + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
  };
  const { paddingTop, paddingBottom } = getComputedStyle(page.body);
  // What is open lies over the chart or stands below it, and wants the same height.
  const words = [...page.querySelectorAll('.lead,.mr-strip,.foot,details[open] .more-list')].reduce(
    (sum, part) => sum + outer(part),
    0,
  );
  const counted = page.querySelector('.is-grown .more-list')?.getBoundingClientRect().height ?? 0;
  return Math.ceil(Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) + words - counted + stage);
}
