import { readChoice } from '../chart/view/choice-url.ts';
import { type ChartHandle, chartHandle } from './chart-handle.ts';
import { faultNotice, showStanding } from './fault-notice.ts';
import { afterPaint, whenIdle } from './when-idle.ts';

const root = document.documentElement;

/**
 * What runs first: the controller on the chart that stands in the HTML, which puts the range and the base of the
 * address into sight, then, when the browser has nothing better to do, the dashboard that takes the page over.
 */
function start(): void {
  const figure = document.querySelector<HTMLElement>('.mr-figure');
  if (figure === null) return;
  const chart = chartHandle(figure);
  const takeOver = (): void => {
    import('./main.tsx')
      .then(({ mount }) => mount(figure, chart))
      .catch((error: unknown) => {
        showStanding(document);
        document.querySelector('[data-island="notices"]')?.replaceChildren(faultNotice(document, 'page', error));
      });
  };
  const isBaked = figure.querySelector('.mr-panel') !== null;
  if (!isBaked || root.classList.contains('other-view')) {
    takeOver();
    return;
  }
  if (root.classList.contains('other-range')) showAsked(chart);
  // Nothing stands in the way of the first frames: the chart is complete without any of this.
  afterPaint(() =>
    afterPaint(() => {
      chart.controller();
      afterPaint(() => whenIdle(takeOver));
    }),
  );
}

/** Shows the range, base and scale that the address asks for, in the drawing that stands in the page. */
function showAsked(chart: ChartHandle): void {
  const controller = chart.controller();
  const shown = controller.shown();
  if (shown !== null) void controller.show(readChoice(window.location.search, shown.choice, shown.scene.events));
  root.classList.remove('other-range');
}

start();
