import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attachController } from '../../../src/chart/controller/attach-controller.ts';
import {
  annotator,
  attach,
  detachAll,
  figureOf,
  layOut,
  madeUp,
  markerOf,
  NothingToObserve,
  openEntries,
  press,
} from './figure.ts';

const stage = (): HTMLElement => document.querySelector<HTMLElement>('.mr-stage') ?? document.body;
const texts = (selector: string): (string | null)[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].map(({ textContent }) => textContent);
const live = (): string | null | undefined => document.querySelector('.mr-live')?.textContent;

beforeEach(() => vi.stubGlobal('ResizeObserver', NothingToObserve));
afterEach(() => {
  detachAll();
  vi.restoreAllMocks();
});

describe('attachController', () => {
  test('refuses a figure without a stage', () => {
    expect(() => attachController(document.createElement('figure'))).toThrow(
      new TypeError('The figure has no .mr-stage'),
    );
  });

  for (const [what, scene] of [
    ['a figure that is not displayed', madeUp],
    ['a figure without data', null],
  ] as const) {
    test(`opens and closes entries, and reads nothing, in ${what}`, () => {
      const controller = attach(figureOf(scene));
      controller.pin('d');
      expect(openEntries()).toEqual(['d']);
      stage().focus();
      for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'End', 'PageUp']) press(key);
      controller.stepTo('2025-01-05');
      controller.refresh();
      expect(openEntries()).toEqual(['d']);
      expect(stage().classList.contains('is-reading')).toBe(false);
      press('Escape');
      expect(openEntries()).toEqual([]);
    });
  }

  test('begins to read at day 0, and says which event that is', () => {
    layOut();
    attach(figureOf(madeUp));
    stage().focus();
    press('ArrowRight');
    // The base is the close before event d, whose session is the fifteenth: its close is 114.
    expect(live()).toMatch(/15 Jan 2025.*114\.00.*event 4/);
    press('Home');
    expect(live()).toMatch(/1 Jan 2025/);
  });

  test('takes away everything that it added', () => {
    layOut();
    const controller = attach(figureOf(madeUp, true));
    markerOf('d').click();
    controller.stepTo('2025-01-05');
    document.querySelector<HTMLElement>('[data-mr-action="more"]')?.click();
    controller.detach();
    const added = '.mr-sheet, .mr-cursor, .mr-live, .mr-keys, .is-lit, .is-open, [data-emphasis]';
    expect(document.querySelectorAll(added)).toHaveLength(0);
    press('Enter');
    markerOf('d').click();
    expect(openEntries()).toEqual([]);
  });

  test('opens nothing for an event that has no entry', () => {
    attach(figureOf(madeUp)).pin('unknown');
    expect(openEntries()).toEqual([]);
  });

  test('leaves a figure alone whose stage is gone', () => {
    attach(figureOf(madeUp));
    stage().remove();
    document.querySelector<HTMLElement>('a')?.focus();
    expect(press('Escape')).toBe(true);
  });

  test('takes the default of a key only where it acts on it', () => {
    layOut();
    attach(figureOf(madeUp));
    stage().focus();
    expect(press('ArrowRight')).toBe(false);
    expect(press('x')).toBe(true);
    document.querySelector<HTMLElement>('a')?.focus();
    expect(press('ArrowRight')).toBe(true);
  });
});

describe('what is read', () => {
  test('stands in the gutter in place of the label at the end of the line, the date in the row of the title', () => {
    layOut();
    const steps: (string | null)[] = [];
    const controller = attach(figureOf(madeUp), { onStep: (session) => steps.push(session) });
    // Closes are 100, 101, 102 … from 1 January on; the base is the close before the event d, the 14th: 113.
    controller.stepTo('2025-01-20');
    expect(stage().classList.contains('is-reading')).toBe(true);
    expect(texts('.mr-read-date')).toEqual(['Mon 20 Jan 2025']);
    expect(texts('.mr-read-end > b')).toEqual(['Alpha Index']);
    // 119 / 113 − 1 = 5.31 %.
    expect([texts('.mr-read-figure'), texts('.mr-read-close')]).toEqual([['+5.31%'], ['119.00']]);
    controller.stepTo('2025-01-19');
    // 118 / 113 − 1 = 4.42 %: the same cells, another text.
    expect(texts('.mr-read-figure')).toEqual(['+4.42%']);
    controller.stepTo('no session');
    expect(stage().classList.contains('is-reading')).toBe(false);
    expect(steps).toEqual(['2025-01-20', '2025-01-19', null]);
  });

  test('is said in one sentence where keys read it', () => {
    layOut();
    attach(figureOf(madeUp));
    stage().focus();
    press('End');
    // The last session of the range is the 21st of January: 120 after 119, and 120 / 113 − 1.
    expect(live()).toBe('Alpha Index, Tue 21 Jan 2025, Hong Kong: 120.00, +0.84% on the day, +6.19% since the base.');
  });
});

describe('another range', () => {
  test('is shown in the drawing that stands: another part of the geometry, other labels, no other path', async () => {
    layOut();
    const figure = figureOf(madeUp);
    const geometry = figure.querySelector('.mr-geometry');
    const path = figure.querySelector('.mr-line-0 path');
    const before = [geometry?.getAttribute('viewBox'), path?.getAttribute('d')];
    const controller = attach(figure, { annotator: () => annotator });
    await controller.show({ ...madeUp.choice, range: { kind: 'all' } });
    expect(figure.querySelector('.mr-geometry')).toBe(geometry);
    expect(figure.querySelector('.mr-line-0 path')).toBe(path);
    expect(path?.getAttribute('d')).toBe(before[1]);
    // Forty sessions, half a day after midnight each: 39 days; 100 / 113 = 88.5 to 139 / 113 = 123.0 in steps of 10.
    expect(geometry?.getAttribute('viewBox')).toBe('0.5 -130 39 50');
    expect(before[0]).not.toBe('0.5 -130 39 50');
    expect(controller.shown()?.choice.range).toEqual({ kind: 'all' });
  });

  test('is asked for with Shift and an arrow: five sessions on, and as many as there are', () => {
    layOut();
    const ranges: string[][] = [];
    attach(figureOf(madeUp), { onRange: (...range) => ranges.push(range) });
    stage().focus();
    press('ArrowRight', { shiftKey: true });
    press('ArrowLeft', { shiftKey: true });
    // 1 to 21 January, moved by five; nothing is before 1 January.
    expect(ranges).toEqual([['2025-01-06', '2025-01-26']]);
  });
});
