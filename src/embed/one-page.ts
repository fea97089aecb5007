import './frame.css';
import './frame-sheet.css';
import './one-page.css';
import { attachController } from '../chart/controller/attach-controller.ts';
import { annotateFigure } from '../chart/drawing/annotate-figure.ts';
import { readChoice } from '../chart/view/choice-url.ts';
import { offerRanges } from './frame-ranges.ts';

/**
 * What stands in a page that was saved as one file: the controller on its chart, and other ranges of it. It asks for
 * nothing, keeps nothing and has no address, so that it works from a disk, and in a sandbox that allows scripts.
 */
function start(figure: HTMLElement): void {
  const controller = attachController(figure, { annotator: () => annotateFigure });
  const standing = controller.shown();
  const place = document.querySelector<HTMLElement>('.ranges');
  if (!standing || !place || figure.dataset['chart'] === 'multiples') return;
  const { scene } = standing;
  let current: string | null = null;
  offerRanges(
    place,
    () => current,
    (range) => {
      current = range;
      void controller.show(readChoice(`?range=${range}`, scene.choice, scene.events));
    },
  );
}

addEventListener('DOMContentLoaded', () => {
  const figure = document.querySelector<HTMLElement>('.mr-figure');
  if (figure) start(figure);
});
