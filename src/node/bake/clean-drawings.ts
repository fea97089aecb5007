/** Digits that no screen shows are left out of baked coordinates. */
const THOUSANDTHS = 1000;

/** Values that a mark has anyway where nothing around it says otherwise (SVG 2, initial values). */
const INITIAL = { 'font-weight': '400', 'text-anchor': 'start', 'stroke-width': '1' } as const;

/** Takes out of baked drawings what has no effect on the picture: empty layers, unused clips, library attributes. */
export function cleanDrawings(page: ParentNode): void {
  for (const [name, value] of Object.entries(INITIAL)) {
    for (const mark of page.querySelectorAll(`.mr-panel svg [${name}="${value}"]`)) {
      if (mark.parentElement?.closest(`[${name}]`) === null) mark.removeAttribute(name);
    }
  }
  for (const wrapper of page.querySelectorAll('.mr-panel > .recharts-wrapper')) {
    const svg = wrapper.querySelector('svg');
    if (svg === null) continue;
    for (const empty of svg.querySelectorAll('defs, title:empty, desc:empty')) empty.remove();
    for (const layer of svg.querySelectorAll('[class^="recharts-zIndex-layer"]')) {
      if (layer.childElementCount === 0) layer.remove();
      else layer.removeAttribute('tabindex');
    }
    for (const line of svg.querySelectorAll('.recharts-cartesian-grid line')) {
      for (const name of ['x', 'y', 'width', 'height', 'fill']) line.removeAttribute(name);
      for (const name of ['x1', 'y1', 'x2', 'y2']) {
        const value = Number(line.getAttribute(name));
        line.setAttribute(name, String(Math.round(value * THOUSANDTHS) / THOUSANDTHS));
      }
    }
    for (const layer of svg.querySelectorAll('[class^="recharts-"]')) layer.removeAttribute('class');
    svg.removeAttribute('style');
    svg.removeAttribute('class');
    wrapper.replaceWith(svg);
  }
}
