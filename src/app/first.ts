import { chartHandle } from './chart-handle.ts';
import { afterPaint, whenIdle } from './when-idle.ts';

/**
 * What runs first, after the finished chart is on the screen: the controller on
 * the chart that stands in the HTML, then, when the browser has nothing better
 * to do, the dashboard that takes the page over.
 */
function start(): void {
  const figure = document.querySelector<HTMLElement>('.mr-figure');
  if (figure === null) return;
  const chart = chartHandle(figure);
  const takeOver = (): void => {
    void import('./main.tsx').then(({ mount }) => mount(figure, chart));
  };
  const isBaked = figure.querySelector('.mr-variant') !== null;
  if (!isBaked || document.documentElement.classList.contains('other-view')) {
    takeOver();
    return;
  }
  // Nothing stands in the way of the first frames: the chart is complete without any of this.
  afterPaint(() =>
    afterPaint(() => {
      chart.controller();
      afterPaint(() => whenIdle(takeOver));
    }),
  );
}

start();
