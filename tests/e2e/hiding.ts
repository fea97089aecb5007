/**
 * CSS pixels of an open event that something lies over: its band, the dots and strokes of its day, and the other
 * markers. Runs in the page and asks the browser what it finds there, and what stands over the chart.
 */
export function hiddenOfEvent(event: string): string[] {
  const faults: string[] = [];
  const shown = (selector: string): Element[] =>
    [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0);
  const covers = shown('.mr-sheet, .mr-keys, .mr-strip, .mr-event');
  const meet = (a: DOMRect, b: DOMRect): number =>
    Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
  const own = [
    ...shown(`.mr-band[data-band="${event}"]`),
    ...shown('.mr-point'),
    ...shown('[class^="mr-stroke-"] path, .mr-stroke path'),
    ...shown('.mr-marker'),
  ];
  for (const part of own) {
    const box = part.getBoundingClientRect();
    for (const cover of covers) {
      const hidden = meet(box, cover.getBoundingClientRect());
      if (hidden > 0)
        faults.push(
          `${cover.className} lies over ${hidden.toFixed(0)} px² of ${part.getAttribute('class') ?? part.localName}`,
        );
    }
  }
  for (const part of shown(`.mr-band[data-band="${event}"], .mr-marker`)) {
    const { left, top, width, height } = part.getBoundingClientRect();
    for (const share of [0.1, 0.5, 0.9]) {
      const [x, y] = [left + width / 2, top + height * share];
      if (y < 0 || y > innerHeight) continue;
      const found = document.elementFromPoint(x, y);
      if (found?.closest('.mr-stage') == null) {
        faults.push(`${found?.className ?? 'nothing'} is found over ${part.getAttribute('class') ?? ''}`);
      }
    }
  }
  return faults;
}
