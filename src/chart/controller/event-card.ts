import { element } from './element.ts';
import type { ReaderFormats } from './formats.ts';
import type { Frame } from './ground.ts';
import { place, type Box, type Side } from './place.ts';

/** One card over the drawing. What it shows is copied from the figure's `.mr-card-source` elements. */
export interface EventCard {
  readonly root: HTMLElement;
  /** The events that it shows; empty while it is closed. */
  readonly events: () => readonly string[];
  /** False, and closed, where the figure has no source for any of the events. */
  readonly open: (figure: HTMLElement, stage: HTMLElement, events: readonly string[], label: string) => boolean;
  /** Puts it beside its marker's box, within the stage or, where that is too small, within the viewport. */
  readonly lean: (frame: Frame | null, marker: Box | null) => void;
  readonly close: () => void;
}

const SIDES: readonly Side[] = ['below', 'above', 'right', 'left'];
const GAP = 6;

/** `onClose` makes it a card with a close button. */
export function eventCard(document: Document, formats: ReaderFormats, onClose?: () => void): EventCard {
  const nursery = document.createElement('div');
  const root = element(nursery, 'div', onClose ? 'mr-card is-pinned' : 'mr-card');
  root.setAttribute('role', 'group');
  root.hidden = true;
  if (onClose) {
    const button = element(root, 'button', 'mr-card-close', '\u00d7');
    button.type = 'button';
    button.setAttribute('aria-label', 'Close');
    button.addEventListener('click', onClose);
  }
  const body = element(root, 'div', 'mr-card-body');
  let events: readonly string[] = [];
  let copied = '';

  const close = (): void => {
    events = [];
    root.hidden = true;
  };

  return {
    root,
    events: () => events,
    open: (figure, stage, wanted, label) => {
      if (root.parentNode !== stage) stage.append(root);
      const sources = [...figure.querySelectorAll<HTMLElement>('.mr-card-source')];
      const parts = wanted.flatMap((event) =>
        sources.filter((source) => source.dataset['event'] === event).slice(0, 1),
      );
      if (!parts.length) {
        close();
        return false;
      }
      // The same content again keeps its nodes, and with them a focus and a selection.
      if (copied !== (copied = parts.map((part) => part.innerHTML).join('\n'))) {
        body.replaceChildren();
        for (const part of parts) {
          const copy = element(body, 'div', 'mr-card-event');
          copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
        }
        for (const time of body.querySelectorAll<HTMLTimeElement>('time[data-zone]')) {
          const { zone = '', style = '' } = time.dataset;
          time.textContent = formats.moment(time.dateTime, zone, style);
        }
      }
      events = wanted;
      root.setAttribute('aria-label', label);
      root.hidden = false;
      return true;
    },
    lean: (frame, marker) => {
      if (!frame || !events.length) return;
      const { stage, viewport } = frame;
      const avoid = marker ?? { left: stage.right, top: stage.top, right: stage.right, bottom: stage.top };
      root.style.maxWidth = `${stage.right - stage.left}px`;
      root.style.maxHeight = '';
      const { offsetWidth: width, offsetHeight: tall } = root;
      const fits = (box: Box): boolean => tall <= Math.max(avoid.top - box.top, box.bottom - avoid.bottom) - GAP;
      const bounds = fits(stage) ? stage : { ...stage, top: viewport.top, bottom: viewport.bottom };
      const room = Math.max(avoid.top - bounds.top, bounds.bottom - avoid.bottom) - GAP;
      const height = Math.max(Math.min(tall, room), 96);
      root.style.maxHeight = `${height}px`;
      const [x, y] = place([width, height], avoid, bounds, GAP, SIDES);
      // Not a transform: a card stands still, and its text stays sharp.
      root.style.left = `${Math.round(x)}px`;
      root.style.top = `${Math.round(y)}px`;
    },
    close,
  };
}
