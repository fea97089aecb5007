import { element } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import { type Box, place } from './place.ts';
import type { View } from './view.ts';

/** One card over the drawing. What it shows is copied from the figure's `.mr-card-source` elements. */
export interface EventCard {
  readonly root: HTMLElement;
  /**
   * Shows these events below or above a marker's box, within the stage or, where that is too small, the viewport.
   * It closes where the figure has no source for any of them.
   */
  readonly open: (view: View | null, events: readonly string[], label: string, marker: Box | undefined) => void;
}

const GAP = 6;

/** Lowest height of a card that has to scroll, in CSS pixels. */
const LEAST = 96;

/** `onClose` makes it a card with a close button. */
export function eventCard(figure: HTMLElement, formats: ReaderFormats, onClose?: () => void): EventCard {
  const root = element(null, 'div', {
    className: onClose ? 'mr-card is-pinned' : 'mr-card',
    role: 'group',
    hidden: true,
  });
  if (onClose) {
    element(root, 'button', {
      className: 'mr-card-close',
      type: 'button',
      textContent: '\u00d7',
      ariaLabel: 'Close',
      onclick: onClose,
    });
  }
  const body = element(root, 'div', { className: 'mr-card-body' });
  let copied = '';

  return {
    root,
    open: (view, events, label, marker) => {
      const sources = [...figure.querySelectorAll<HTMLElement>('.mr-card-source')];
      const parts = events.flatMap((event) => sources.find(({ dataset }) => dataset['event'] === event) ?? []);
      root.hidden = !parts.length;
      root.ariaLabel = label;
      const content = parts.map((part) => part.innerHTML).join();
      // The same content again keeps its nodes, and with them a focus and a selection.
      if (copied !== content) {
        copied = content;
        body.replaceChildren(
          ...parts.map((part) => {
            const copy = element(null, 'div', { className: 'mr-card-event' });
            copy.append(...part.cloneNode(true).childNodes);
            return copy;
          }),
        );
        for (const time of body.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
          time.textContent = formats.moment(time.dateTime, time.dataset['zone'] ?? '', time.dataset['style']);
        }
      }
      if (!view) return;
      const { stage, viewport } = view;
      const { style } = root;
      const avoid = marker ?? { ...stage, bottom: stage.top };
      const room = ({ top, bottom }: Box): number => Math.max(avoid.top - top, bottom - avoid.bottom) - GAP;
      style.maxWidth = `${stage.right - stage.left}px`;
      style.maxHeight = '';
      const bounds = root.offsetHeight <= room(stage) ? stage : { ...viewport, left: stage.left, right: stage.right };
      style.maxHeight = `${Math.max(room(bounds), LEAST)}px`;
      const [x, y] = place(root.offsetWidth, root.offsetHeight, avoid, bounds, GAP, false);
      style.left = `${x}px`;
      style.top = `${y}px`;
    },
  };
}
