import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attach, detachAll, figureOf, layOut, madeUp, markerOf, NothingToObserve, press } from './figure.ts';

const strip = (): HTMLElement | null => document.querySelector('.mr-strip');
const told = (): string | undefined => document.querySelector('.mr-strip-words')?.innerHTML;
const summaryOf = (event: string): string | undefined =>
  document.querySelector(`ol [data-event="${event}"] .event-summary`)?.innerHTML;
/** The strip says a title that has its heading in the list: it is no second heading of the page. */
const inStrip = (summary: string | undefined): string | undefined => summary?.replace('<h3>', '<h3 role="none">');
const sheet = (): HTMLElement | null => document.querySelector('.mr-sheet');
const more = (): void => document.querySelector<HTMLElement>('[data-mr-action="more"]')?.click();

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', NothingToObserve);
  layOut();
});
afterEach(() => {
  detachAll();
  vi.restoreAllMocks();
});

describe('the strip below the plot', () => {
  test('tells the event at hand in the words of its entry, and the study’s own again when it is closed', () => {
    attach(figureOf(madeUp, true));
    markerOf('c').click();
    expect(told()).toBe(inStrip(summaryOf('c')));
    expect(told()).toContain('<em>c</em>');
    expect(strip()?.classList.contains('is-chosen')).toBe(true);
    markerOf('c').click();
    expect(told()).toBe(inStrip(summaryOf('d')));
    expect(strip()?.classList.contains('is-chosen')).toBe(false);
  });
});

describe('the sheet', () => {
  test('holds all that the entry says, opened, and a way back to where the focus was', () => {
    attach(figureOf(madeUp, true));
    markerOf('c').click();
    document.querySelector<HTMLElement>('[data-mr-action="more"]')?.focus();
    more();
    expect(sheet()?.textContent).toContain('All of c');
    expect(sheet()?.querySelector('details')?.open).toBe(true);
    expect(document.activeElement).toBe(sheet());
    press('Escape');
    expect(sheet()).toBeNull();
    expect(document.activeElement?.textContent).toBe('more');
  });

  test('is of the study’s own event where none is chosen, and closes when another one opens', () => {
    attach(figureOf(madeUp, true));
    more();
    expect(sheet()?.textContent).toContain('All of d');
    markerOf('c').click();
    expect(sheet()).toBeNull();
  });

  test('closes by its own button, once however often it was opened', () => {
    attach(figureOf(madeUp, true));
    more();
    more();
    expect(document.querySelectorAll('.mr-sheet')).toHaveLength(1);
    document.querySelector<HTMLElement>('.mr-sheet-back')?.click();
    expect(sheet()).toBeNull();
  });

  test('stands opposite the band of its event, 24 px clear of it, or over a small figure', () => {
    // Right of the band are 700 − 310 − 24 = 366 px, left of it 276.
    attach(figureOf(madeUp, true));
    more();
    expect([sheet()?.className, sheet()?.style.inlineSize]).toEqual(['mr-sheet is-right', '366px']);
    expect(sheet()?.parentElement?.className).toContain('mr-stage');
    vi.restoreAllMocks();
    // 360 − 310 − 24 = 26 px on the right, 276 px on the left; a figure below 480 px has no panel beside.
    layOut(360);
    more();
    expect([sheet()?.className, sheet()?.style.inlineSize]).toEqual(['mr-sheet is-whole', '']);
    expect(sheet()?.parentElement?.tagName).toBe('FIGURE');
  });

  test('leaves the entry as it was', () => {
    attach(figureOf(madeUp, true));
    const before = document.querySelector('ol')?.innerHTML;
    more();
    document.querySelector<HTMLElement>('.mr-sheet-back')?.click();
    expect(document.querySelector('ol')?.innerHTML).toBe(before);
  });
});

describe('an entry that opens', () => {
  test('tells the time in the reader’s zone', () => {
    attach(figureOf(madeUp), { zone: 'Asia/Tokyo' });
    markerOf('d').click();
    // 05:00 UTC is 14:00 in Tokyo.
    expect(document.querySelector('ol [data-event="d"] time')?.textContent).toMatch(/^Tue 15 Jul 2025, 14:00/);
  });

  test('has no line for a zone that it names already', () => {
    attach(figureOf(madeUp), { zone: 'Europe/Berlin' });
    markerOf('d').click();
    expect(document.querySelector('ol [data-event="d"] time')).toBeNull();
    expect(document.querySelector('ol [data-event="c"] time')).not.toBeNull();
  });
});
