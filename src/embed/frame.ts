import './frame.css';
import sheetRules from './frame-sheet.css?url';
import { attachController, type Controller } from '../chart/controller/attach-controller.ts';
import { element } from '../chart/controller/element.ts';
import { readChoice } from '../chart/view/choice-url.ts';
import type { FrameMessage, ShowEvent } from './frame-messages.ts';
import { askedRange, askRange, offerRanges } from './frame-ranges.ts';
import { reportHeight } from './report-height.ts';
import { watchLatest } from './watch-latest.ts';

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const figure = document.querySelector<HTMLElement>('.mr-figure');
const isFramed = window.parent !== window;

if (figure) start(figure);

/** Tells the host; where there is none, nobody. One with a dialect of its own takes what it does not know for a fault. */
function tell(message: FrameMessage): void {
  if (isFramed && !asked.has('dialect')) window.parent.postMessage(message, '*');
}

/** What a frame page does with scripts on; without them it is complete all the same. */
function start(chart: HTMLElement): void {
  element(document.head, 'link', { rel: 'stylesheet', href: sheetRules });
  const controller = attachController(chart, {
    onPin: (event) => {
      // Only ever replaced: the host's Back button is not ours.
      const address = new URL(location.href);
      if (event) address.searchParams.set('event', event);
      else address.searchParams.delete('event');
      history.replaceState(null, '', address);
      tell({ type: 'market-reaction:event-selected', event });
    },
    onRange: (from, to) => {
      askRange(`${from}..${to}`);
      showAsked();
    },
    annotator: () => import('../chart/drawing/annotate-figure.ts').then(({ annotateFigure }) => annotateFigure),
  });
  const standing = controller.shown();
  const { live } = root.dataset;
  /** Puts the range, base and scale of the address into sight, and what follows from them into the table. */
  const showAsked = (): void => {
    if (!standing) return;
    const asks = readChoice(location.search, standing.scene.choice, standing.scene.events);
    void controller.show(asks).finally(() => root.classList.remove('other-range'));
    if (live && isMoreOpen()) void draw(live, controller);
  };
  if (root.classList.contains('other-range')) showAsked();
  const event = asked.get('event');
  if (event) controller.pin(event);
  // The pointer that asked for this script may rest on a marker by now.
  const over = { bubbles: true, pointerType: 'mouse' };
  chart.querySelector('.mr-marker:hover')?.dispatchEvent(new PointerEvent('pointerover', over));

  document.addEventListener('click', (click) => {
    const link = (click.target as Element).closest<HTMLAnchorElement>('a[target]');
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    const listed = link.closest<HTMLElement>('.mr-event')?.dataset['event'];
    if (listed) {
      // The chart is below the list.
      if (!root.classList.contains('is-grown')) more()?.removeAttribute('open');
      controller.focusEvent(listed);
    } else open(link);
  });
  const ranges = document.querySelector<HTMLElement>('.ranges');
  if (ranges && root.dataset['chart'] !== 'multiples') {
    offerRanges(ranges, askedRange, (range) => {
      askRange(range);
      showAsked();
    });
  }
  if (live) {
    if (root.classList.contains('other-view')) void draw(live, controller);
    // The table lists the sessions in sight: where those are not the page's own, it is drawn when it is opened.
    more()?.addEventListener('toggle', () => {
      if (isMoreOpen() && location.search.length > 1) void draw(live, controller);
    });
  }
  if (isFramed) reportHeight();
  watchLatest(document, (input, init) => fetch(input, init));
  tell({ type: 'market-reaction:ready' });
}

function more(): HTMLDetailsElement | null {
  return document.querySelector('.links details');
}

function isMoreOpen(): boolean {
  return more()?.open ?? false;
}

/** Loads what draws a chart that is not in the page; without it the page keeps the one that is. */
async function draw(live: string, controller: Controller): Promise<void> {
  try {
    await import(/* @vite-ignore */ new URL(live, document.baseURI).href);
    const name: ShowEvent = 'market-reaction:show';
    dispatchEvent(new CustomEvent(name, { detail: controller }));
  } catch {
    root.classList.remove('other-view');
  }
}

/** Opens a new tab; where the host's sandbox blocks that, shows the address so that it can be copied. */
function open(link: HTMLAnchorElement): void {
  const tab = window.open(link.href, '_blank');
  if (tab) {
    tab.opener = null;
    return;
  }
  document.querySelector('.address')?.remove();
  element(link.parentElement, 'input', {
    className: 'address',
    readOnly: true,
    value: link.href,
    ariaLabel: 'Address of the link',
  }).select();
}
