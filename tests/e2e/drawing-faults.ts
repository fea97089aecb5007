/**
 * What is wrong with the drawing that the page shows, a sentence for each fault. Runs in the page, so it holds all
 * that it uses: texts that meet or are cut off, texts too small to read, lines and stems that run through a text,
 * markers too close to be told apart or too small to hit, and a page that scrolls sideways.
 */
export function drawingFaults(): string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const LEAST_TEXT = 11;
  const LEAST_TARGET = 24;
  const TOLERANCE = 0.75;
  const faults: string[] = [];

  const variant = [...document.querySelectorAll('.mr-variant')].find((one) => one.getBoundingClientRect().width > 0);
  if (variant === undefined) return ['no drawing is shown'];
  const frame = variant.getBoundingClientRect();

  const texts = [...variant.querySelectorAll('text')].flatMap((element) => {
    const words = element.textContent;
    if (words === '') return [];
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const matrix = element.getScreenCTM();
    const size = parseFloat(getComputedStyle(element).fontSize) * (matrix?.a ?? 1);
    // The box of a line has room for accents above and the longest descender below; letters and figures need less.
    const box: Box = { left, top: top + size * 0.2, right, bottom: bottom - size * 0.08 };
    return [{ words, size, box, panel: element.closest('.mr-panel') }];
  });
  const meet = (a: Box, b: Box): boolean =>
    a.left < b.right - TOLERANCE &&
    b.left < a.right - TOLERANCE &&
    a.top < b.bottom - TOLERANCE &&
    b.top < a.bottom - TOLERANCE;

  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (meet(one.box, other.box)) faults.push(`“${one.words}” and “${other.words}” meet`);
    }
    const { left, top, right, bottom } = one.box;
    if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1) {
      faults.push(`“${one.words}” is cut off by the drawing`);
    }
    if (left < 0 || right > innerWidth) faults.push(`“${one.words}” is cut off by the window`);
    if (one.size < LEAST_TEXT - 0.01) faults.push(`“${one.words}” is ${one.size.toFixed(1)} px high`);
  }

  /** Whether a straight line enters a box: its part within the box is not empty (Liang and Barsky 1984). */
  const enters = (from: DOMPoint, to: DOMPoint, box: Box): boolean => {
    let [start, end] = [0, 1];
    const sides = [
      [from.x - to.x, from.x - box.left],
      [to.x - from.x, box.right - from.x],
      [from.y - to.y, from.y - box.top],
      [to.y - from.y, box.bottom - from.y],
    ] as const;
    for (const [direction, distance] of sides) {
      if (direction === 0 && distance < 0) return false;
      if (direction < 0) start = Math.max(start, distance / direction);
      if (direction > 0) end = Math.min(end, distance / direction);
    }
    return start < end;
  };
  for (const path of variant.querySelectorAll<SVGPathElement>('path.mr-line, path.mr-stem')) {
    const matrix = path.getScreenCTM();
    const own = texts.filter(({ panel }) => panel === path.closest('.mr-panel'));
    let before: DOMPoint | null = null;
    let [x, y] = [0, 0];
    for (const [, letter = '', given = ''] of (path.getAttribute('d') ?? '').matchAll(/([MLHV])([^MLHV]*)/g)) {
      const [first = 0, second = 0] = given.split(',').map(Number);
      if (letter === 'V') y = first;
      else x = first;
      if (letter === 'M' || letter === 'L') y = second;
      const point = new DOMPoint(x, y).matrixTransform(matrix ?? undefined);
      const start = before;
      if (letter !== 'M' && start !== null) {
        const crossed = own.find(({ box }) => enters(start, point, box));
        if (crossed !== undefined) faults.push(`a ${path.classList[0] ?? 'path'} runs through “${crossed.words}”`);
      }
      before = point;
    }
  }

  const markers = [...variant.querySelectorAll('.mr-marker')].map((element) => {
    const target = element.querySelector('rect')?.getBoundingClientRect() ?? element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? '';
    if (Math.min(target.width, target.height) < LEAST_TARGET) faults.push(`the marker “${name}” is too small to hit`);
    if (target.left < -1 || target.right > innerWidth + 1) faults.push(`the marker “${name}” is cut off by the window`);
    return { name, x: target.x + target.width / 2, y: target.y + target.height / 2 };
  });
  for (const [index, one] of markers.entries()) {
    for (const other of markers.slice(index + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      if (distance < LEAST_TARGET)
        faults.push(`“${one.name}” and “${other.name}” stand ${distance.toFixed(1)} px apart`);
    }
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`);
  return faults;
}
