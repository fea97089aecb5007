import type { Crosshair } from './crosshair.ts';
import { type Listen, within } from './listening.ts';
import { MARKERS } from './figure-view.ts';

/** Parts of the stage over which the crosshair does not follow the pointer. */
const OVERLAYS = `${MARKERS},.mr-sheet,.mr-keys,a,button`;

/**
 * Milliseconds. Browsers hand out one move a frame, which is answered at once, without a frame of its own; of moves that
 * come faster, the last one before the next frame is answered in it.
 */
const SHORTEST_FRAME = 4;

/**
 * Lets the crosshair follow the pointer, a tap or a sliding finger: one answer a frame at the most, for the last position
 * only. A drag with the primary button selects the sessions from where it began to where it ends.
 */
export function followPointer(
  figure: HTMLElement,
  listen: Listen,
  crosshair: Crosshair,
  onRange: (from: string, to: string) => void,
): {
  /** Gives up a selection; false where there was none. */
  readonly cancel: () => boolean;
  /** Whether the pointer has come here by no move of its own. */
  readonly isAtRest: (event: PointerEvent) => boolean;
} {
  let last: PointerEvent | null = null;
  let moved: PointerEvent | undefined;
  let request = 0;
  let followed = 0;
  let start: ReturnType<Crosshair['read']> = null;
  let dates: readonly string[] = [];

  const follow = (): void => {
    request = 0;
    if (!last) return;
    const { clientX, clientY, target } = last;
    const isThere =
      (target === crosshair.nodes[0]?.lastChild || !within(target, OVERLAYS)) && crosshair.point(clientX, clientY);
    if (!isThere) return crosshair.hide();
    const now = crosshair.read();
    if (!start || !now) return;
    dates = [start.session, now.session].sort();
    crosshair.select({ ...start.plot, left: Math.min(start.x, now.x), right: Math.max(start.x, now.x) });
  };
  const track = (event: PointerEvent): void => {
    last = event;
    if (request) return;
    if (event.timeStamp - followed < SHORTEST_FRAME) request = requestAnimationFrame(follow);
    else follow();
    followed = event.timeStamp;
  };
  const forget = (): void => {
    last = null;
    crosshair.hide();
  };
  const cancel = (): boolean => {
    const wasSelecting = dates.length > 0;
    start = null;
    dates = [];
    crosshair.select();
    return wasSelecting;
  };

  listen(document, 'pointermove', (event) => {
    moved = event;
    if (figure.contains(event.target as Node)) track(event);
  });
  listen(figure, 'pointerleave', (event) => {
    // A finger that is lifted leaves too: what it read stays until another tap.
    if (event.pointerType !== 'touch') forget();
  });
  listen(document, 'pointerdown', (event) => {
    const { target, button, pointerType } = event;
    if (!figure.contains(target as Node) || !within(target, '.mr-stage')) return forget();
    if (within(target, OVERLAYS)) return;
    track(event);
    follow();
    if (!button && pointerType !== 'touch') start = crosshair.read();
  });
  listen(document, 'pointerup', () => {
    const [from = '', to = ''] = dates;
    cancel();
    if (from < to) onRange(from, to);
  });
  // The finger scrolls the page after all.
  listen(document, 'pointercancel', () => {
    cancel();
    forget();
  });
  return { cancel, isAtRest: ({ clientX, clientY }) => clientX === moved?.clientX && clientY === moved.clientY };
}
