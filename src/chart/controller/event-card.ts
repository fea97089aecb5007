import { element } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import { clamp } from './place.ts';
import type { Marker, View } from './view.ts';

/** One card over the drawing. What it shows is copied from the figure's `.mr-card-source` elements. */
export interface EventCard {
  readonly root: HTMLElement;
  /**
   * Shows these events below their marker, or above it where the stage has more room, and never outside the stage. It
   * closes where the figure has no source for any of them.
   */
  readonly open: (view: View | null, events: readonly string[], marker: Marker | undefined) => void;
}

/** Distance of a card from its marker, in CSS pixels. The style sheet bridges it, so that the pointer can cross. */
const GAP = 6;

/** `onClose` makes it a card with a close button. */
export function eventCard(figure: HTMLElement, formats: ReaderFormats, onClose?: () => void): EventCard {
  const root = element(null, 'div', {
    className: `mr-card${onClose ? ' is-pinned' : ''}`,
    role: 'group',
    hidden: true,
  });
  // A stop for the Tab key, so that a long card can be scrolled by keys.
  const body = element(root, 'div', { className: 'mr-card-body', tabIndex: 0 });
  if (onClose) {
    element(root, 'button', {
      className: 'mr-card-close',
      type: 'button',
      textContent: '\u00d7',
      ariaLabel: 'Close',
      onclick: onClose,
    });
  }
  let copied = '';

  return {
    root,
    open: (view, events, marker) => {
      const sources = [...figure.querySelectorAll<HTMLElement>('.mr-card-source')];
      const parts = events.flatMap((event) => sources.find(({ dataset }) => dataset['event'] === event) ?? []);
      root.hidden = !parts.length;
      root.ariaLabel = marker?.label ?? null;
      const content = parts.map((part) => part.innerHTML).join();
      // The same content again keeps its nodes, and with them a focus and a selection.
      if (copied !== content) {
        copied = content;
        body.replaceChildren();
        for (const part of parts) {
          element(body, 'div', { className: 'mr-card-event' }).append(...part.cloneNode(true).childNodes);
        }
        // Nobody's zone is known where a card is drawn. One that is named there already needs no line of its own.
        for (const line of body.querySelectorAll<HTMLElement>('[data-zones]')) {
          const time = line.querySelector('time');
          if (line.dataset['zones']?.split(' ').includes(formats.zone())) line.remove();
          else if (time) time.textContent = formats.readerTime(time.dateTime, time.dataset['to'] ?? time.dateTime);
        }
      }
      if (!view) return;
      const [width, height] = view.size;
      const { left, right, top, bottom } = marker?.box ?? { left: width, right: width, top: 0, bottom: 0 };
      const isBelow = height - bottom >= top;
      const { style } = root;
      style.top = isBelow ? `${bottom + GAP}px` : '';
      style.bottom = isBelow ? '' : `${height - top + GAP}px`;
      body.style.maxHeight = `${(isBelow ? height - bottom : top) - GAP}px`;
      style.left = `${clamp((left + right - root.offsetWidth) / 2, 0, width - root.offsetWidth)}px`;
    },
  };
}
