import { element } from './element.ts';

/** What every key does, for the reader. docs/keyboard.md says the same at length. */
const KEYS: readonly (readonly [string, string])[] = [
  ['\u2190 \u2192', 'previous, next session'],
  ['\u2191 \u2193', 'previous, next market'],
  ['Page Up, Page Down', 'ten sessions back, on'],
  ['Home, End', 'first, last session'],
  ['Alt + \u2190 \u2192', 'previous, next event'],
  ['Shift + \u2190 \u2192', 'earlier, later sessions'],
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
    const stage = panel?.parentElement;
    if (!panel || !stage) return false;
    if (panel.contains(document.activeElement)) stage.focus({ preventScroll: true });
    panel.remove();
    panel = null;
    return true;
  };
  return {
    close,
    toggle: (stage) => {
      if (close()) return;
      panel = element(stage, 'div', { className: 'mr-keys', role: 'dialog', ariaLabel: 'Keys', tabIndex: -1 });
      const list = element(panel, 'dl');
      for (const [key, does] of KEYS) {
        element(list, 'dt', { textContent: key });
        element(list, 'dd', { textContent: does });
      }
      panel.focus({ preventScroll: true });
    },
  };
}
