import { element } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import { type Box, place } from './place.ts';
import type { View } from './view.ts';

/** One card over the drawing. What it shows is copied from the figure's `.mr-card-source` elements. */
export interface EventCard {
  readonly root: HTMLElement;
  /** Shows these events beside a marker's box. False, and closed, where the figure has no source for any of them. */
  readonly open: (view: View | null, events: readonly string[], label: string, marker: Box | undefined) => boolean;
}

const GAP = 6;

/** Lowest height of a card that has to scroll, in CSS pixels. */
const LEAST = 96;

/** `onClose` makes it a card with a close button. */
export function eventCard(figure: HTMLElement, formats: ReaderFormats, onClose?: () => void): EventCard {
  const root = element(null, 'div', onClose ? 'mr-card is-pinned' : 'mr-card');
  root.setAttribute('role', 'group');
  root.hidden = true;
  if (onClose) {
    const button = element(root, 'button', 'mr-card-close', '\u00d7');
    button.type = 'button';
    button.setAttribute('aria-label', 'Close');
    button.onclick = onClose;
  }
  const body = element(root, 'div', 'mr-card-body');
  let copied = '';

  return {
    root,
    open: (view, events, label, marker) => {
      const sources = [...figure.querySelectorAll<HTMLElement>('.mr-card-source')];
      const parts = events.flatMap((event) => sources.find(({ dataset }) => dataset['event'] === event) ?? []);
      root.hidden = !parts.length;
      if (root.hidden) return false;
      root.setAttribute('aria-label', label);
      const content = parts.map((part) => part.innerHTML).join();
      // The same content again keeps its nodes, and with them a focus and a selection.
      if (copied !== content) {
        copied = content;
        body.replaceChildren();
        for (const part of parts) element(body, 'div', 'mr-card-event').append(...part.cloneNode(true).childNodes);
        for (const time of body.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
          time.textContent = formats.moment(time.dateTime, time.dataset['zone'] ?? '', time.dataset['style'] ?? '');
        }
      }
      if (!view) return true;
      const { stage, viewport } = view;
      const { style } = root;
      const avoid = marker ?? { left: stage.right, top: stage.top, right: stage.right, bottom: stage.top };
      style.maxWidth = `${stage.right - stage.left}px`;
      style.maxHeight = '';
      const tall = root.offsetHeight;
      const room = ({ top, bottom }: Box): number => Math.max(avoid.top - top, bottom - avoid.bottom) - GAP;
      const bounds = tall <= room(stage) ? stage : { ...stage, top: viewport.top, bottom: viewport.bottom };
      const height = Math.max(Math.min(tall, room(bounds)), LEAST);
      const [x, y] = place(root.offsetWidth, height, avoid, bounds, GAP, true);
      style.maxHeight = `${height}px`;
      style.left = `${x}px`;
      style.top = `${y}px`;
      return true;
    },
  };
}
