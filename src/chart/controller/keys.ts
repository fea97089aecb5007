import type { Crosshair } from './crosshair.ts';
import type { Marker } from './event-layer.ts';
import { within } from './listening.ts';

/** What the keys of docs/keyboard.md do. */
export interface KeyActions {
  readonly stage: () => HTMLElement;
  readonly crosshair: Crosshair;
  readonly say: (text: string) => void;
  readonly toKeyList: () => void;
  /** Moves the focus to the event before (−1) or after (1). */
  readonly toEvent: (direction: number) => void;
  /** Takes the focus from a marker back to the stage, where sessions are read. */
  readonly toSessions: (marker: Marker) => void;
  /** Pins the card of a marker, or unpins it. */
  readonly togglePin: (marker: Marker) => void;
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
 * A `keydown` listener for the document. It acts while the stage or something in it has the focus; outside, Escape
 * alone closes a card that the pointer opened.
 */
export function keyHandler(actions: KeyActions): (event: KeyboardEvent) => void {
  const act = ({ key, altKey, target }: KeyboardEvent): boolean => {
    if (key === 'Escape') return actions.close(false);
    if (key === '?') {
      actions.toKeyList();
      return true;
    }
    const stride = STRIDES[key];
    const turn = TURNS[key];
    if (altKey) {
      if (stride !== 1 && stride !== -1) return false;
      actions.toEvent(stride);
      return true;
    }
    // Cards and lists scroll, links and buttons act by themselves.
    if (within(target, '.mr-card, .mr-keys, a, button')) return false;
    const marker = within(target, '[data-events]');
    if (marker && (key === 'Enter' || key === ' ')) {
      actions.togglePin(marker);
      return true;
    }
    if (stride === undefined && turn === undefined) return false;
    if (marker) actions.toSessions(marker);
    actions.say(stride ? actions.crosshair.walk(stride) : actions.crosshair.turn(turn ?? 0));
    return true;
  };

  return (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || (event.shiftKey && key !== '?')) return;
    if (within(target, 'input, select, textarea, [contenteditable]')) return;
    if (!actions.stage().contains(target as Node)) {
      if (key === 'Escape') actions.close(true);
    } else if (act(event)) {
      event.preventDefault();
    }
  };
}
