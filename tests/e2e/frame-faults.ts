/**
 * What is wrong with the frame page around its chart, a sentence for each fault; runs in the page. The chart has all
 * that the words around it leave, nothing scrolls or is cut off, and what can be hit is at least 24 px each way.
 */
export function frameFaults(): string[] {
  const faults: string[] = [];
  const { scrollHeight, scrollWidth } = document.documentElement;
  if (scrollHeight > innerHeight) faults.push(`the page is ${scrollHeight} px high in a frame of ${innerHeight} px`);
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide in a frame of ${innerWidth} px`);

  const stage = document.querySelector('.mr-stage');
  if (stage === null) return ['there is no chart'];
  const number = (text: string): number => Number.parseFloat(text) || 0;
  const page = getComputedStyle(document.body);
  const isInFlow = (part: Element): boolean => {
    const { display, position } = getComputedStyle(part);
    return display !== 'none' && display !== 'contents' && position !== 'absolute' && position !== 'fixed';
  };
  // The figure is no box of its own: its parts stand among those around it.
  const parts = [...document.querySelectorAll('.fit > *, .fit > .mr-figure > *')].filter(isInFlow);
  const around = parts
    .filter((part) => !part.contains(stage))
    .reduce((sum, part) => {
      const { marginTop, marginBottom } = getComputedStyle(part);
      return sum + part.getBoundingClientRect().height + number(marginTop) + number(marginBottom);
    }, 0);
  const room = {
    width: innerWidth - number(page.paddingLeft) - number(page.paddingRight),
    height: innerHeight - number(page.paddingTop) - number(page.paddingBottom) - around,
  };
  const { width, height } = stage.getBoundingClientRect();
  if (Math.abs(width - room.width) > 1) faults.push(`the chart is ${width} px wide where there are ${room.width} px`);
  if (Math.abs(height - room.height) > 1)
    faults.push(`the chart is ${height} px high where there are ${room.height} px`);
  // Plots above one another share the height.
  const columns = new Map<number, number>();
  for (const plot of stage.querySelectorAll('.mr-plot')) {
    const { left, height: own } = plot.getBoundingClientRect();
    columns.set(Math.round(left), (columns.get(Math.round(left)) ?? 0) + own);
  }
  const plotted = Math.max(...columns.values());
  if (innerWidth < 360 && innerHeight < 300 && plotted < innerHeight / 2) {
    faults.push(`the plot has ${plotted.toFixed(0)} of ${innerHeight} px`);
  }

  for (const target of document.querySelectorAll('.fit :is(button, summary)')) {
    const box = target.getBoundingClientRect();
    if (box.width > 0 && Math.min(box.width, box.height) < 23.9) {
      const name = target.getAttribute('aria-label') ?? target.textContent;
      faults.push(`“${name}” is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px to hit`);
    }
  }
  return faults;
}
