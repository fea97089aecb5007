import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
  pointAt,
  press,
} from './figure.ts';

const wait = (milliseconds: number): unknown => vi.advanceTimersByTime(milliseconds);
const elsewhere = (): Element | null => document.querySelector('a');
const entryOf = (event: string): Element | null => document.querySelector(`ol [data-event="${event}"]`);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', NothingToObserve);
  layOut();
});
afterEach(() => {
  detachAll();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an event that is pointed at', () => {
  test('opens after 120 ms', () => {
    attach(figureOf(madeUp));
    pointAt(markerOf('d'));
    wait(119);
    expect(openEntries()).toEqual([]);
    wait(1);
    expect(openEntries()).toEqual(['d']);
  });

  test('closes 300 ms after the pointer left marker and entry, whatever has the focus', () => {
    attach(figureOf(madeUp));
    markerOf('d').focus();
    pointAt(markerOf('d'));
    wait(120);
    pointAt(elsewhere());
    wait(299);
    expect(openEntries()).toEqual(['d']);
    wait(1);
    expect(openEntries()).toEqual([]);
  });

  test('stays open while the pointer is on its entry, and for 300 ms after', () => {
    attach(figureOf(madeUp));
    pointAt(markerOf('d'));
    wait(120);
    pointAt(elsewhere());
    wait(200);
    pointAt(entryOf('d'));
    wait(5000);
    expect(openEntries()).toEqual(['d']);
    pointAt(elsewhere());
    wait(300);
    expect(openEntries()).toEqual([]);
  });

  test('is not changed by another marker on the way from its own to its words', () => {
    attach(figureOf(madeUp, true));
    pointAt(markerOf('d'));
    wait(120);
    pointAt(markerOf('a'));
    wait(100);
    pointAt(document.querySelector('.mr-strip'));
    wait(5000);
    expect(openEntries()).toEqual(['d']);
  });

  test('gives way to another one that the pointer rests on', () => {
    attach(figureOf(madeUp));
    pointAt(markerOf('d'));
    wait(120);
    pointAt(markerOf('c'));
    wait(120);
    expect(openEntries()).toEqual(['c']);
  });

  test('is lit with its band and its marker, and the figure names it, so that the others recede', () => {
    const figure = figureOf(madeUp);
    attach(figure);
    pointAt(markerOf('d'));
    wait(120);
    expect(figure.dataset['emphasis']).toBe('d');
    expect([...document.querySelectorAll<HTMLElement>('.is-lit')].map(({ dataset }) => Object.values(dataset))).toEqual(
      [['d'], ['d'], ['d']],
    );
    pointAt(elsewhere());
    wait(300);
    expect(document.querySelectorAll('.is-lit, [data-emphasis]')).toHaveLength(0);
  });

  test('in the list is lit at once, and opens nothing', () => {
    const figure = figureOf(madeUp);
    attach(figure);
    pointAt(entryOf('c'));
    expect(figure.dataset['emphasis']).toBe('c');
    wait(1000);
    expect(openEntries()).toEqual([]);
  });
});

describe('a click', () => {
  test('pins, and a second one closes', () => {
    const pins: (string | null)[] = [];
    attach(figureOf(madeUp), { onPin: (event) => pins.push(event) });
    markerOf('d').click();
    pointAt(elsewhere());
    wait(5000);
    expect(openEntries()).toEqual(['d']);
    markerOf('d').click();
    expect(openEntries()).toEqual([]);
    expect(pins).toEqual(['d', null]);
  });

  test('on a cluster steps through its members, and closes after the last', () => {
    const pins: (string | null)[] = [];
    attach(figureOf(madeUp), { onPin: (event) => pins.push(event) });
    const cluster = markerOf('a');
    expect(cluster.dataset['events']).toBe('a b');
    const opened = [1, 2, 3].map(() => {
      cluster.click();
      return openEntries();
    });
    expect([opened, pins]).toEqual([
      [['a'], ['b'], []],
      ['a', 'b', null],
    ]);
  });

  test('leaves what it pinned open while another one is pointed at, and gives it back', () => {
    attach(figureOf(madeUp));
    markerOf('d').click();
    pointAt(markerOf('c'));
    wait(120);
    expect(openEntries()).toEqual(['c']);
    pointAt(elsewhere());
    wait(300);
    expect(openEntries()).toEqual(['d']);
  });
});

describe('a key', () => {
  test('Escape closes what is pointed at, and then what is pinned, wherever the focus is', () => {
    attach(figureOf(madeUp));
    markerOf('d').click();
    document.querySelector<HTMLElement>('a')?.focus();
    press('Escape');
    expect(openEntries()).toEqual([]);
    pointAt(markerOf('d'));
    wait(120);
    press('Escape');
    expect(openEntries()).toEqual([]);
  });

  test('Enter pins the event of the marker that has the focus, and Alt with an arrow goes to the next one', () => {
    const pins: (string | null)[] = [];
    attach(figureOf(madeUp), { onPin: (event) => pins.push(event) });
    document.querySelector<HTMLElement>('.mr-stage')?.focus();
    press('ArrowLeft', { altKey: true });
    expect(document.activeElement).toBe(markerOf('d'));
    press('ArrowLeft', { altKey: true });
    expect(document.activeElement).toBe(markerOf('c'));
    press('Enter');
    expect(pins).toEqual(['c']);
  });
});

describe('an event out of sight', () => {
  test('that is chosen moves the range to ten sessions either side of it', () => {
    const ranges: string[][] = [];
    const controller = attach(figureOf(madeUp), { onRange: (...range) => ranges.push(range) });
    controller.pin('e');
    // Day 0 is the 39th of forty sessions, 8 February 2025; ten before it is 29 January, and the last is 9 February.
    expect(ranges).toEqual([['2025-01-29', '2025-02-09']]);
    controller.pin('d');
    expect(ranges).toHaveLength(1);
  });

  test('is in sight then, where the figure changes its range by itself', async () => {
    vi.useRealTimers();
    const controller = attach(figureOf(madeUp), { annotator: () => annotator });
    controller.pin('e');
    await Promise.resolve();
    expect(markerOf('e').classList.contains('is-lit')).toBe(true);
    expect(openEntries()).toEqual(['e']);
  });
});

test('at most one event is open, whatever is done', () => {
  const targets = fc.constantFrom('a', 'c', 'd', 'entry a', 'entry d', 'strip', 'elsewhere');
  const acts = fc.array(
    fc.oneof(
      fc.tuple(fc.constant('point'), targets),
      fc.tuple(fc.constant('click'), fc.constantFrom('a', 'c', 'd')),
      fc.tuple(fc.constant('wait'), fc.constantFrom('50', '120', '300', '1000')),
      fc.tuple(fc.constant('press'), fc.constantFrom('Escape', 'Enter', 'ArrowLeft', 'ArrowRight')),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(acts, (done) => {
      const controller = attach(figureOf(madeUp, true));
      for (const [act, what] of done) {
        if (act === 'wait') wait(Number(what));
        else if (act === 'press') press(what);
        else if (act === 'click') markerOf(what).click();
        else if (what === 'strip') pointAt(document.querySelector('.mr-strip'));
        else if (what === 'elsewhere') pointAt(elsewhere());
        else if (what.startsWith('entry')) pointAt(entryOf(what.slice(6)));
        else pointAt(markerOf(what));
        expect(openEntries().length).toBeLessThanOrEqual(1);
        expect(document.querySelectorAll('.mr-sheet').length).toBeLessThanOrEqual(1);
      }
      press('Escape');
      press('Escape');
      pointAt(elsewhere());
      wait(300);
      expect(openEntries()).toEqual([]);
      controller.detach();
    }),
    { numRuns: 50 },
  );
});
