import { element } from './element.ts';

/** What every key does, for the reader. docs/keyboard.md says the same at length. */
const KEYS: readonly (readonly [string, string])[] = [
  ['\u2190 \u2192', 'previous, next session'],
  ['\u2191 \u2193', 'previous, next market'],
  ['Page Up, Page Down', 'ten sessions back, on'],
  ['Home, End', 'first, last session'],
  ['Alt + \u2190 \u2192', 'previous, next event'],
  ['Enter', 'pin the event'],
  ['Esc', 'close'],
  ['?', 'this list'],
];

/** The panel that lists the keys. */
export interface KeyList {
  /** Opens it and gives it the focus, or closes it. */
  readonly toggle: (stage: HTMLElement) => void;
  /** False where it was not open. Gives the focus back to the stage if it held it. */
  readonly close: () => boolean;
}

export function keyList(): KeyList {
  let panel: HTMLElement | null = null;
  const close = (): boolean => {
    if (!panel) return false;
    const stage = panel.parentElement;
    const hadFocus = panel.contains(panel.ownerDocument.activeElement);
    panel.remove();
    panel = null;
    if (hadFocus) stage?.focus({ preventScroll: true });
    return true;
  };
  return {
    close,
    toggle: (stage) => {
      if (close()) return;
      panel = element(stage, 'div', 'mr-keys');
      panel.setAttribute('role', 'dialog');
      panel.setAttribute('aria-label', 'Keys');
      panel.tabIndex = -1;
      const list = element(panel, 'dl');
      for (const [key, does] of KEYS) {
        element(list, 'dt', '', key);
        element(list, 'dd', '', does);
      }
      panel.focus({ preventScroll: true });
    },
  };
}
