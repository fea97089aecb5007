import { element } from './element.ts';
import type { ReaderFormats } from './formats.ts';

/**
 * The words of events: one entry each in a list of the page (`.mr-event`), which opens in place, and copies of it where
 * the list is not in sight: a strip below the plot, and a panel or sheet that holds all of it.
 */
export interface EventEntries {
  /** The entry of an event, and of nothing for another one. */
  readonly of: (event: string | null) => HTMLElement | undefined;
  /** What an entry says at a glance, for the live region; empty without one. */
  readonly sentence: (event: string) => string;
  /** Opens the entry of an event and closes every other; the strip tells it, or without one the study's own. */
  readonly open: (event: string | null) => void;
  /** Shows all that is known of the event in the strip; `side` is the band that it may not hide. */
  readonly openSheet: (beside: DOMRect | null) => void;
  /** Closes that again; false where it was not open. */
  readonly closeSheet: () => boolean;
  readonly sheet: () => HTMLElement | null;
}

/** Distance of a panel from the band of its event, and the least width that makes one, in CSS pixels. */
const CLEAR = 24;
const LEAST_PANEL = 220;
const MOST_PANEL = 400;
/** Below this size of a figure a sheet covers all of it. */
const LEAST_FIGURE = { width: 480, height: 300 };

export function eventEntries(figure: HTMLElement, links: ParentNode, formats: ReaderFormats): EventEntries {
  const strip = figure.querySelector<HTMLElement>('.mr-strip');
  const words = strip?.querySelector('.mr-strip-words');
  const standing = strip?.dataset['event'] ?? null;
  let opened: HTMLElement | undefined;
  let told = standing;
  let sheet: HTMLElement | null = null;

  const of = (event: string | null): HTMLElement | undefined =>
    event === null
      ? undefined
      : [...links.querySelectorAll<HTMLElement>('.mr-event')].find(({ dataset }) => dataset['event'] === event);

  /** Scrolls the list that an entry stands in, and nothing around it. */
  const intoView = (entry: HTMLElement): void => {
    const list = entry.closest<HTMLElement>('.event-scroll');
    if (!list) return;
    const [own, frame] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
    if (own.bottom > frame.bottom) list.scrollTop += Math.min(own.bottom - frame.bottom, own.top - frame.top);
    if (own.top < frame.top) list.scrollTop -= frame.top - own.top;
  };

  /** Closes an entry while the others stay under the pointer that is on their list, though it gets shorter. */
  const inPlace = (entry: HTMLElement | undefined, close: () => void): void => {
    const list = entry?.closest<HTMLElement>('.event-scroll');
    const top = list?.scrollTop ?? 0;
    list?.style.removeProperty('--held');
    close();
    if (!list || list.scrollTop >= top || !list.matches(':hover')) return;
    list.style.setProperty('--held', `${top - list.scrollTop}px`);
    list.scrollTop = top;
  };

  const tell = (event: string | null): void => {
    told = event ?? standing;
    const summary = of(told)?.querySelector('.event-summary');
    if (!strip || !words) return;
    strip.hidden = !summary && !strip.hasAttribute('data-event');
    strip.classList.toggle('is-chosen', event !== null);
    if (!summary) return;
    words.replaceChildren(...summary.cloneNode(true).childNodes);
    // The entry in the list is the heading; its copy is none.
    words.querySelector('h3')?.setAttribute('role', 'none');
    for (const twin of words.querySelectorAll('[id]')) twin.removeAttribute('id');
  };

  const closeSheet = (): boolean => {
    if (!sheet) return false;
    const hadFocus = sheet.contains(document.activeElement);
    sheet.remove();
    sheet = null;
    if (hadFocus) strip?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    return true;
  };

  return {
    of,
    sentence: (event) => {
      const said = of(event)?.querySelectorAll('.event-summary :is(h3, p:not(.event-moves), .event-moves > *)') ?? [];
      return [...said].map(({ textContent }) => textContent.trim()).join('. ');
    },
    sheet: () => sheet,
    closeSheet,
    open: (event) => {
      const entry = of(event);
      if (entry !== opened) {
        inPlace(opened, () => opened?.classList.remove('is-open'));
        opened = entry;
        entry?.classList.add('is-open');
        if (entry) {
          writeReaderTimes(entry, formats);
          intoView(entry);
        }
        closeSheet();
      }
      if ((event ?? standing) !== told || event !== null) tell(event);
      else strip?.classList.remove('is-chosen');
    },
    openSheet: (beside) => {
      const entry = of(told);
      closeSheet();
      if (!entry) return;
      const stage = figure.querySelector('.mr-stage')?.getBoundingClientRect() ?? figure.getBoundingClientRect();
      const left = beside ? beside.left - stage.left - CLEAR : 0;
      const right = beside ? stage.right - beside.right - CLEAR : stage.width;
      const room = Math.max(left, right);
      const isWhole = stage.width < LEAST_FIGURE.width || stage.height < LEAST_FIGURE.height || room < LEAST_PANEL;
      sheet = element(isWhole ? figure : figure.querySelector('.mr-stage'), 'div', {
        className: `mr-sheet ${isWhole ? 'is-whole' : left > right ? 'is-left' : 'is-right'}`,
        role: 'dialog',
        tabIndex: -1,
        ariaLabel: entry.querySelector('h3')?.textContent ?? null,
      });
      if (!isWhole) sheet.style.inlineSize = `${Math.min(room, MOST_PANEL)}px`;
      element(sheet, 'button', {
        type: 'button',
        className: 'mr-sheet-back',
        textContent: isWhole ? 'Back' : 'Close',
        onclick: closeSheet,
      });
      const body = element(sheet, 'div', { className: 'mr-event is-open' });
      body.append(...entry.cloneNode(true).childNodes);
      for (const more of body.querySelectorAll('details')) more.open = true;
      for (const twin of body.querySelectorAll('[id]')) twin.removeAttribute('id');
      writeReaderTimes(body, formats);
      sheet.focus({ preventScroll: true });
    },
  };
}

/** Nobody's zone is known where an entry is made. One that is named there already needs no line of its own. */
function writeReaderTimes(entry: Element, formats: ReaderFormats): void {
  for (const line of entry.querySelectorAll<HTMLElement>('[data-zones]')) {
    const time = line.querySelector('time');
    if (line.dataset['zones']?.split(' ').includes(formats.zone())) line.remove();
    else if (time) time.textContent = formats.readerTime(time.dateTime, time.dataset['to'] ?? time.dateTime);
  }
}
