/**
 * What is wrong with the chart that the page shows, a sentence for each fault. Runs in the page, so it holds all that
 * it uses: a place that is not filled, texts that meet, are cut off or are not of 11 to 13 px, texts on a dot, markers
 * that are too close to be told apart or too small to hit, and a page that scrolls sideways.
 */
export function chartFaults(): string[] {
  const TEXTS = '.mr-heading,.mr-title,.mr-level,.mr-tick,.mr-value,.mr-end-label>*,.mr-sign,.mr-words';
  const [LEAST_TEXT, MOST_TEXT] = [11, 13];
  const LEAST_TARGET = 24;
  const TOLERANCE = 0.75;
  const NARROW = 200;
  const faults: string[] = [];

  const shown = (selector: string): Element[] =>
    [...document.querySelectorAll(`.mr-stage ${selector}`)].filter(
      (one) =>
        one.getClientRects().length > 0 && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
  const stage = document.querySelector('.mr-stage')?.getBoundingClientRect();
  const panels = shown('.mr-panel').map((panel) => panel.getBoundingClientRect());
  if (stage === undefined || panels.length === 0) return ['no chart is shown'];

  const filled = {
    left: Math.min(...panels.map(({ left }) => left)),
    top: Math.min(...panels.map(({ top }) => top)),
    right: Math.max(...panels.map(({ right }) => right)),
    bottom: Math.max(...panels.map(({ bottom }) => bottom)),
  };
  for (const side of ['left', 'top', 'right', 'bottom'] as const) {
    const gap = Math.abs(filled[side] - stage[side]);
    if (gap > 1) faults.push(`the panels leave ${gap.toFixed(1)} px of their place on the ${side}`);
  }
  for (const plot of shown('.mr-plot')) {
    const own = plot.getBoundingClientRect();
    const geometry = plot.querySelector('svg[preserveAspectRatio]')?.getBoundingClientRect();
    if (Math.abs(own.width - (geometry?.width ?? 0)) > 1 || Math.abs(own.height - (geometry?.height ?? 0)) > 1) {
      faults.push('the geometry does not fill its plot');
    }
    if (own.height < 30 || own.width < 40)
      faults.push(`a plot is ${own.width.toFixed(0)} × ${own.height.toFixed(0)} px`);
  }

  const texts = shown(`:is(${TEXTS})`).flatMap((element) => {
    const words = element.textContent;
    if (words === '') return [];
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top, right, bottom } = (element.localName === 'text' ? element : range).getBoundingClientRect();
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (element.matches('.mr-title') && isCut) faults.push(`“${words}” is cut off`);
    if (element.matches('.mr-heading')) {
      // An event's title has two lines; in a narrow panel it ends with an ellipsis, and stands whole in the list.
      if (isCut && element.clientWidth >= NARROW) faults.push(`“${words}” is cut off`);
      return [{ words, size, left, right, top: top + size * 0.2, bottom: element.getBoundingClientRect().bottom }];
    }
    // The box of a line has room for accents above and the longest descender below; letters and figures need less.
    return [{ words, size, left, right, top: top + size * 0.2, bottom: bottom - size * 0.08 }];
  });
  type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
  const meet = (a: Box, b: Box): boolean =>
    a.left < b.right - TOLERANCE &&
    b.left < a.right - TOLERANCE &&
    a.top < b.bottom - TOLERANCE &&
    b.top < a.bottom - TOLERANCE;
  const dots = shown('.mr-point').map((dot) => dot.getBoundingClientRect());
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      if (meet(one, other)) faults.push(`“${one.words}” and “${other.words}” meet`);
    }
    if (dots.some((dot) => meet(one, dot))) faults.push(`“${one.words}” lies on a dot`);
    if (
      one.left < Math.max(0, stage.left - 1) ||
      one.right > Math.min(innerWidth, stage.right + 1) ||
      one.top < stage.top - 2 ||
      one.bottom > stage.bottom + 2
    ) {
      faults.push(`“${one.words}” leaves the place of the chart`);
    }
    if (one.size < LEAST_TEXT || one.size > MOST_TEXT) faults.push(`“${one.words}” is ${one.size.toFixed(1)} px high`);
  }

  const markers = shown('.mr-marker').map((marker) => {
    const { left, top, right, width, height } = marker.getBoundingClientRect();
    const name = marker.getAttribute('aria-label') ?? '';
    if (Math.min(width, height) < LEAST_TARGET) faults.push(`the marker “${name}” is too small to hit`);
    if (left < -1 || right > innerWidth + 1) faults.push(`the marker “${name}” is cut off by the window`);
    return { name, x: left + width / 2, y: top + height / 2 };
  });
  for (const [index, one] of markers.entries()) {
    for (const other of markers.slice(index + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      if (distance < LEAST_TARGET - TOLERANCE) {
        faults.push(`“${one.name}” and “${other.name}” stand ${distance.toFixed(1)} px apart`);
      }
    }
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`);
  return faults;
}
