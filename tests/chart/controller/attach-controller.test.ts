import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  attachController,
  type Controller,
  type ControllerOptions,
} from '../../../src/chart/controller/attach-controller.ts';

/** jsdom lays nothing out, so nothing ever changes its size. */
class NothingToObserve {
  readonly observe = (): void => {};
  readonly unobserve = (): void => {};
  readonly disconnect = (): void => {};
}

/** A figure that is not displayed. */
function figure(data: string): HTMLElement {
  document.body.innerHTML = `<figure><div class="mr-stage" tabindex="0"><div class="mr-drawing">
    <div class="mr-variant" data-size="s"><svg><g tabindex="-1" data-events="news" aria-label="Event 1, News"></g></svg></div>
    </div></div><div class="mr-card-source" data-event="news" hidden><p>What the <em>news</em> was</p></div>${data}</figure>
    <ol><li data-event="news"><a href="#news">News</a></li></ol>`;
  const found = document.querySelector('figure');
  if (!found) throw new Error('no figure');
  return found;
}

const DATA = `<script type="application/json" class="mr-data">${JSON.stringify({
  chart: 'overlay',
  language: 'en',
  grouping: 'date',
  sinceLabel: 'since the close of 14 July',
  series: [],
  variants: { s: { width: 328, height: 300, panels: [], markers: [{ events: ['news'], at: [10, 10] }] } },
})}</script>`;

const press = (key: string): boolean =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
const card = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.mr-card')].find((one) => !one.hidden);
const marker = (): SVGElement => {
  const found = document.querySelector<SVGElement>('[data-events]');
  if (!found) throw new Error('no marker');
  return found;
};

const attached: Controller[] = [];
const attach = (data: string, options?: ControllerOptions): Controller => {
  const controller = attachController(figure(data), options);
  attached.push(controller);
  return controller;
};

describe('attachController', () => {
  vi.stubGlobal('ResizeObserver', NothingToObserve);
  afterEach(() => {
    for (const controller of attached.splice(0)) controller.detach();
  });

  test('refuses a figure without a stage', () => {
    expect(() => attachController(document.createElement('figure'))).toThrow(
      new TypeError('The figure has no .mr-stage'),
    );
  });

  for (const [what, data] of [
    ['a figure that is not displayed', DATA],
    ['a figure without data', ''],
  ] as const) {
    test(`opens, pins and closes cards, and reads nothing, in ${what}`, () => {
      const pins: (string | null)[] = [];
      const controller = attach(data, {
        language: 'en-GB',
        zone: 'UTC',
        onPin: (event) => pins.push(event),
      });
      marker().focus();
      expect(card()?.textContent).toContain('What the news was');
      expect(card()?.querySelector('em')).not.toBeNull();
      expect(document.querySelector('li')?.classList.contains('is-lit')).toBe(true);
      press('Enter');
      expect(pins).toEqual(['news']);
      document.querySelector<HTMLElement>('.mr-stage')?.focus();
      for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'End', 'PageUp']) press(key);
      controller.stepTo('2025-07-15');
      controller.refresh();
      expect(card()?.classList.contains('is-pinned')).toBe(true);
      press('Escape');
      expect(card()).toBeUndefined();
      expect(pins).toEqual(['news', null]);
      controller.detach();
      expect(
        document.querySelectorAll('.mr-card, .mr-cursor, .mr-tooltip, .mr-live, .is-lit, [data-emphasis]'),
      ).toHaveLength(0);
    });
  }

  test('adds nothing for an event that has no card', () => {
    attach(DATA).pin('unknown');
    expect(card()).toBeUndefined();
  });

  test('leaves a figure alone whose stage is gone', () => {
    attach(DATA);
    document.querySelector('.mr-stage')?.remove();
    document.querySelector<HTMLElement>('li a')?.focus();
    expect(press('Escape')).toBe(true);
  });

  test('takes the default of a key only where it acts on it', () => {
    attach(DATA);
    document.querySelector<HTMLElement>('.mr-stage')?.focus();
    expect(press('ArrowRight')).toBe(false);
    expect(press('a')).toBe(true);
    document.querySelector<HTMLElement>('li a')?.focus();
    expect(press('ArrowRight')).toBe(true);
  });
});
