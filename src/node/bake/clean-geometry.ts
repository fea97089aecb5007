/** Digits that no screen shows are left out of baked coordinates. */
const LONG = /-?\d+\.\d{4,}/g;

/** Attributes that say nothing about the picture, or what a mark has anyway. */
const SPARE = ['id', 'height', 'width', 'x', 'y', 'radius', 'name', 'clip-path', 'stroke-dasharray'] as const;

const rounded = (text: string): string =>
  text.replaceAll(LONG, (number) => String(Math.round(Number(number) * 1000) / 1000));

/**
 * Takes out of baked geometry what has no effect on the picture, and writes the bars of a series as one path. What is
 * left has the class of its series, by which the annotation and the controller find it.
 */
export function cleanGeometry(page: ParentNode): void {
  for (const wrapper of page.querySelectorAll('.mr-plot > .recharts-wrapper')) {
    const svg = wrapper.querySelector('svg');
    const viewBox = svg?.getAttribute('viewBox');
    if (svg === null || viewBox == null) continue;
    const make = (tag: string): Element => page.querySelector('svg')?.ownerDocument.createElementNS(svg.namespaceURI, tag) ?? svg;
    const clean = make('svg');
    clean.setAttribute('class', 'mr-geometry');
    clean.setAttribute('viewBox', viewBox);
    clean.setAttribute('preserveAspectRatio', 'none');
    for (const mark of svg.querySelectorAll('.mr-extent path, .recharts-reference-line line, svg > clipPath')) {
      clean.append(bare(mark));
    }
    for (const group of svg.querySelectorAll('.mr-line, .mr-stroke')) {
      const marks = [...group.querySelectorAll('path')].filter((path) => path.closest('clipPath') === null);
      const isBars = group.classList.contains('recharts-bar');
      const name = [...group.classList].find((one) => /^mr-(?:line|stroke)-\d+$/.test(one));
      const kept = make('g');
      kept.setAttribute('class', name ?? '');
      const cut = group.getAttribute('clip-path');
      if (cut !== null) kept.setAttribute('clip-path', cut);
      const [first] = marks;
      if (first === undefined) continue;
      if (isBars) first.setAttribute('d', marks.map((mark) => barPath(mark)).join(''));
      kept.append(...(isBars ? [first] : marks).map(bare));
      clean.append(kept);
    }
    wrapper.replaceWith(clean);
  }
}

function bare(mark: Element): Element {
  if (mark.localName !== 'clipPath') {
    for (const name of SPARE) if (name !== 'x' || mark.localName !== 'rect') mark.removeAttribute(name);
    mark.removeAttribute('class');
  }
  // A base is a factor of nine digits: only places and lengths are rounded.
  for (const { name, value } of mark.attributes) if (name !== 'transform') mark.setAttribute(name, rounded(value));
  for (const name of ['fill-opacity', 'stroke-width']) if (mark.getAttribute(name) === '1') mark.removeAttribute(name);
  if (mark.getAttribute('stroke') === 'none') mark.removeAttribute('stroke');
  return mark;
}

/** "M 2,100 h 8 v -4.33 h -8 Z" as "M2,100v-4.33h8V100z": what is the same for every bar compresses to nothing. */
function barPath(mark: Element): string {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(mark.getAttribute(name)));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return '';
  const rise = rounded(String(height));
  const zero = rounded(String(y));
  return `M${rounded(String(x))},${zero}v${rise}h${rounded(String(width))}V${zero}z`;
}
