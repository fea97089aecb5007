import { OTHER_RANGE, OTHER_VIEW } from './frame-address.ts';
import type { HelloMessage, HereMessage } from './frame-messages.ts';
import { themeIn } from './host-theme.ts';

/**
 * What stands in a frame page itself and runs before anything is painted: the theme, which the address or the host
 * names, and whether the address asks for a chart that is not in the page. The page's own script is loaded once the
 * chart is on the screen and looked at, or touched, so that frames far down a wiki page cost next to nothing.
 */
const root = document.documentElement;
const asked = new URLSearchParams(location.search);

const show = (theme: string | null): void => {
  if (theme) root.dataset['theme'] = theme;
};
// By itself, a page is as the reader's other pages are.
if (window.parent === window) show('auto');
show(themeIn({ type: 'set-theme', theme: asked.get('theme') }));
addEventListener('message', ({ data, source }) => {
  show(themeIn(data));
  const hello: HelloMessage['type'] = 'market-reaction:hello';
  const here: HereMessage = { type: 'market-reaction:here' };
  if (data?.type === hello) source?.postMessage(here, { targetOrigin: '*' });
});

const { script, live } = root.dataset;
const asks = (names: readonly string[]): boolean => names.some((name) => asked.has(name));
if (live && (asks(OTHER_VIEW) || asked.get('scale') === 'points')) root.className = 'other-view';
else if (script && asks(OTHER_RANGE)) root.className = 'other-range';

let isBegun = !script;
const begin = (): void => {
  if (isBegun) return;
  isBegun = true;
  const module = document.createElement('script');
  module.type = 'module';
  module.src = script ?? '';
  // The chart that stands in the page is better than none.
  module.onerror = () => (root.className = '');
  document.head.append(module);
};
for (const touch of ['pointerover', 'focusin']) addEventListener(touch, begin);

// What stands in the page is not what was asked for: there is nothing to wait for.
if (root.className) begin();

// A frame that nobody sees gets no animation frames, so that asking for one lays out nothing, as watching would. One
// that gets them before the browser knows where it is has to be watched all the same.
const watch = (): void =>
  new IntersectionObserver((seen, observer) => {
    if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    // The chart has the first frames for itself.
    setTimeout(begin, 100);
  }).observe(root);
requestAnimationFrame(() => setTimeout(watch));
