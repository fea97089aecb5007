import type { Brush } from './brush.ts';
import type { Crosshair } from './crosshair.ts';
import type { Ground } from './ground.ts';
import { type Listen, within } from './listening.ts';

/** Parts of the stage over which the crosshair does not follow the pointer. */
const OVERLAYS = '.mr-card, .mr-keys, a, button, [data-events]';

/**
 * Lets the crosshair follow the pointer, a tap or a sliding finger: one animation frame's work per move at the most,
 * for the last position only. `isHeld` says that the pointer is on its way to a card, and nothing is to follow it;
 * `onRead` is called when a session is being read.
 */
export function followPointer(
  ground: Ground,
  listen: Listen,
  crosshair: Crosshair,
  brush: Brush | undefined,
  isHeld: () => boolean,
  onRead: () => void,
): void {
  const { figure } = ground;
  const document = figure.ownerDocument;
  let last: PointerEvent | null = null;
  let request = 0;

  const follow = (): void => {
    request = 0;
    if (!last || isHeld()) return;
    const { clientX, clientY, pointerType, target } = last;
    brush?.drag(clientX);
    if (within(target, OVERLAYS) || !crosshair.point(clientX, clientY, pointerType === 'touch')) crosshair.hide();
    else onRead();
  };
  const track = (event: PointerEvent): void => {
    last = event;
    request ||= requestAnimationFrame(follow);
  };
  const forget = (): void => {
    last = null;
    crosshair.hide();
  };

  listen(figure, 'pointermove', track);
  listen(figure, 'pointerenter', ground.moved);
  // A finger that is lifted leaves too: what it read stays until another tap.
  listen(figure, 'pointerleave', (event) => {
    if (event.pointerType !== 'touch') forget();
  });
  listen(document, 'pointerdown', (event) => {
    if (!within(event.target, '.mr-stage') || !figure.contains(event.target as Node)) forget();
    else if (!within(event.target, OVERLAYS)) {
      brush?.start(event);
      track(event);
    }
  });
  listen(document, 'pointerup', (event) => brush?.end(event.clientX));
  // The finger scrolls the page after all.
  listen(document, 'pointercancel', () => {
    brush?.cancel();
    forget();
  });
  listen(document, 'scroll', ground.moved, { capture: true, passive: true });
  listen(document.defaultView ?? document, 'resize', ground.moved);
}
