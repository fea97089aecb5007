import type { Crosshair } from './crosshair.ts';
import { type Listen, within } from './listening.ts';
import { MARKERS } from './figure-view.ts';

type Element = HTMLElement | SVGElement;

/** What the keys of docs/keyboard.md do. */
export interface KeyActions {
  readonly stage: () => HTMLElement;
  readonly crosshair: Crosshair;
  readonly say: (text: string) => void;
  readonly toKeyList: () => void;
  /** Moves the focus to the event before (−1) or after (1). */
  readonly toEvent: (direction: number) => void;
  /** Pins the event of a marker, or unpins it. */
  readonly togglePin: (marker: Element) => void;
  /** Shows the sessions before (−1) or after (1) those in sight. */
  readonly shift: (direction: number) => void;
  /** Closes what was opened last; false where nothing is open. */
  readonly close: (isOutside: boolean) => boolean;
}

const STRIDES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};
const TURNS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Acts while the stage or something in it has the focus; outside, Escape alone closes what the pointer opened.
 */
export function onKeys(listen: Listen, actions: KeyActions): void {
  const act = ({ key, altKey, shiftKey, target }: KeyboardEvent): unknown => {
    const stride = STRIDES[key];
    const turn = TURNS[key];
    if (key === 'Escape') return actions.close(false);
    if (key === '?') return actions.toKeyList() ?? true;
    if (shiftKey) return stride && stride ** 2 === 1 && (actions.shift(stride) ?? true);
    if (altKey) return stride && stride ** 2 === 1 && (actions.toEvent(stride) ?? true);
    // Sheets and lists scroll, links and buttons act by themselves.
    if (within(target, '.mr-sheet,.mr-keys,a,button:not(.mr-marker)')) return false;
    const marker = within(target, MARKERS);
    if (marker && (key === 'Enter' || key === ' ')) return actions.togglePin(marker) ?? true;
    if (!stride && !turn) return false;
    // From a marker the focus goes back to the stage, where sessions are read.
    if (marker) actions.stage().focus({ preventScroll: true });
    actions.say(stride ? actions.crosshair.walk(stride) : actions.crosshair.turn(turn ?? 0));
    return true;
  };

  listen(document, 'keydown', (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (within(target, 'input,select,textarea,[contenteditable]')) return;
    if (!actions.stage().contains(target as Node)) {
      if (key === 'Escape') actions.close(true);
    } else if (act(event)) {
      event.preventDefault();
    }
  });
}
