import { thousandths } from '../../core/rounded.ts';
/** Digits that no screen shows are left out of baked coordinates. */
const LONG = /-?\d+\.\d{4,}/g;

/** Attributes that say nothing about the picture, or what a mark has anyway. */
const SPARE = ['id', 'height', 'width', 'x', 'y', 'radius', 'name', 'clip-path', 'stroke-dasharray'] as const;

const rounded = (text: string): string => text.replaceAll(LONG, (number) => String(thousandths(Number(number))));

/**
 * Takes out of baked geometry what has no effect on the picture, and writes the bars of a series as one path. What is
 * left has the class of its series, by which the annotation and the controller find it.
 */
export function cleanGeometry(page: ParentNode): void {
  for (const wrapper of page.querySelectorAll('.mr-plot > .recharts-wrapper')) {
    const svg = wrapper.querySelector('svg');
    const viewBox = svg?.getAttribute('viewBox');
    if (svg === null || viewBox == null) continue;
    const make = (tag: string): Element =>
      page.querySelector('svg')?.ownerDocument.createElementNS(svg.namespaceURI, tag) ?? svg;
    const clean = make('svg');
    clean.setAttribute('class', 'mr-geometry');
    clean.setAttribute('aria-hidden', 'true');
    clean.setAttribute('viewBox', viewBox);
    clean.setAttribute('preserveAspectRatio', 'none');
    for (const mark of svg.querySelectorAll('.mr-extent path, .recharts-reference-line line, svg > clipPath')) {
      clean.append(bare(mark));
    }
    for (const group of svg.querySelectorAll('.mr-line, .mr-stroke, .mr-gap')) {
      const marks = [...group.querySelectorAll('path')].filter((path) => path.closest('clipPath') === null);
      const isBars = group.classList.contains('recharts-bar');
      const name = [...group.classList].find((one) => /^mr-(?:line|stroke|gap)-\d+$/.test(one));
      const kept = make('g');
      kept.setAttribute('class', name ?? '');
      const cut = group.getAttribute('clip-path');
      if (cut !== null) kept.setAttribute('clip-path', cut);
      const [first] = marks;
      if (first === undefined) continue;
      const isOutlined = group.classList.contains('mr-gap');
      if (isBars && !isOutlined) strokeInstead(first);
      first.setAttribute('d', isBars ? barPath(marks, isOutlined) : relativeLine(first.getAttribute('d') ?? ''));
      kept.append(bare(first));
      clean.append(kept);
    }
    wrapper.replaceWith(clean);
  }
}

/** A filled bar becomes a stroke as wide as it is, in the units of the geometry. */
function strokeInstead(bar: Element): void {
  for (const [fill, stroke] of [
    ['fill', 'stroke'],
    ['fill-opacity', 'stroke-opacity'],
    ['width', 'stroke-width'],
  ] as const) {
    bar.setAttribute(stroke, bar.getAttribute(fill) ?? '');
  }
  for (const name of ['fill', 'fill-opacity', 'vector-effect']) bar.removeAttribute(name);
}

function bare(mark: Element): Element {
  if (mark.localName !== 'clipPath') {
    for (const name of SPARE) if (name !== 'x' || mark.localName !== 'rect') mark.removeAttribute(name);
    mark.removeAttribute('class');
  }
  // A base is a factor of nine digits: only places and lengths are rounded.
  for (const { name, value } of mark.attributes) if (name !== 'transform') mark.setAttribute(name, rounded(value));
  for (const name of ['fill-opacity', 'stroke-opacity', 'stroke-width'])
    if (mark.getAttribute(name) === '1') mark.removeAttribute(name);
  if (mark.getAttribute('stroke') === 'none') mark.removeAttribute('stroke');
  return mark;
}

/** Three decimals without what needs no digit: ".875", "-2.5". */
const short = (value: number): string => String(thousandths(value)).replace(/^(-?)0\./, '$1.');

/** Numbers of a path one after the other, with a comma only where the next one has no sign. */
function row(values: readonly number[]): string {
  return values
    .map((value, index) => (index === 0 || short(value).startsWith('-') ? short(value) : `,${short(value)}`))
    .join('');
}

/** A line from point to point, each counted from the one before: digits that repeat compress to nothing. */
function relativeLine(path: string): string {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  const steps = numbers.slice(2).map((value, index) => value - (numbers[index] ?? 0));
  return `M${row(numbers.slice(0, 2))}${steps.length === 0 ? '' : `l${row(steps)}`}`;
}

/**
 * Filled bars as one path of strokes as wide as they are, "M6,100v-4.33zm12,0 …", outlined ones as rectangles, "M2,100v-4.33h4V100z
 * m12,0 …": from where a bar begins to its value. Each is counted from where the one before began.
 */
function barPath(marks: readonly Element[], isOutlined: boolean): string {
  let last: readonly [number, number] | null = null;
  return marks
    .map((mark) => {
      const [left = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(mark.getAttribute(name)),
      );
      // A bar of the library ends at `y`, whichever way it goes.
      const start = y + height;
      const x = isOutlined ? left : left + width / 2;
      const move: string = last === null ? `M${row([x, start])}` : `m${row([x - last[0], start - last[1]])}`;
      // What is closed leaves the pen where it began.
      last = [x, start];
      return `${move}v${short(-height)}${isOutlined ? `h${short(width)}V${short(start)}` : ''}z`;
    })
    .join('');
}
