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

/**
 * The height in CSS pixels that a frame page wants at its present width: worked out from its words and the height that
 * its chart wants, never from the height that it has, so that it shrinks as well as grows. Zero while the page is not
 * displayed.
 */
export function naturalHeight(page: Document): number {
  const box = page.querySelector<HTMLElement>('.stage-box');
  if (!box?.offsetWidth) return 0;
  const outer = (part: Element): number => {
    const { marginTop, marginBottom } = getComputedStyle(part);
    return part.getBoundingClientRect().height + Number.parseFloat(marginTop) + Number.parseFloat(marginBottom);
  };
  const { paddingTop, paddingBottom } = getComputedStyle(page.body);
  const words = [...page.querySelectorAll('.lead,.mr-strip,.foot')].reduce((sum, part) => sum + outer(part), 0);
  return Math.ceil(
    Number.parseFloat(paddingTop) +
      Number.parseFloat(paddingBottom) +
      words +
      stageHeight(panelsIn(page), box.offsetWidth),
  );
}
