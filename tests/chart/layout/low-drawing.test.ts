import { describe, expect, it } from 'vitest';
import type { DrawingLayout } from '../../../src/chart/layout/drawing-layout.ts';
import { layoutLowDrawing } from '../../../src/chart/layout/low-drawing.ts';
import { modelOf, nvidia, zinsentscheid } from '../study-of.ts';

const words = ({ panels }: DrawingLayout): string[][] => panels.map(({ texts }) => texts.map(({ text }) => text));
const tops = ({ panels }: DrawingLayout): number[] => panels.map(({ plot, box }) => box[1] + plot[1]);

describe('a low drawing', () => {
  it('is as high as asked, whatever it shows', () => {
    for (const chart of ['overlay', 'event-time', 'daily', 'multiples'] as const) {
      for (const [size, height] of [
        ['xs', 118],
        ['m', 238],
        ['xl', 330],
      ] as const) {
        const drawing = layoutLowDrawing(modelOf(nvidia, { chart }), size, height);
        expect(drawing.height, `${chart} ${size}`).toBe(height);
      }
    }
  });

  it('puts the panels of daily moves beside one another, with the markers on the first and the same dates', () => {
    const drawing = layoutLowDrawing(modelOf(nvidia, { chart: 'daily' }), 'm', 238);
    expect(drawing.panels.map(({ box }) => box[1])).toEqual([0, 0]);
    expect(new Set(tops(drawing)).size).toBe(1);
    const [first, second] = drawing.panels;
    expect(first?.markers.map(({ events }) => events)).toEqual([['announcement'], ['speech']]);
    expect(second?.markers).toEqual([]);
    expect(second?.xTicks).toEqual(first?.xTicks);
  });

  it('says what each panel shows in the same words', () => {
    const [first = [], second = []] = words(layoutLowDrawing(modelOf(nvidia, { chart: 'daily' }), 'm', 238));
    expect([first, second].map((texts) => texts.find((text) => text.endsWith(', daily')))).toEqual([
      'Nasdaq, daily',
      'HS TECH, daily',
    ]);
  });

  it('keeps a panel for every event, and gives up headings and end labels before plots', () => {
    const low = layoutLowDrawing(modelOf(nvidia, { chart: 'multiples' }), 'xs', 118);
    expect(words(low).map(([title]) => title)).toEqual(['16 Apr', '15 Jul', '16 Jul']);
    expect(words(low).flat()).not.toContain('Nasdaq');
    const wide = words(layoutLowDrawing(modelOf(nvidia, { chart: 'multiples' }), 'xl', 330));
    expect(wide.map((texts) => texts.includes('Nasdaq'))).toEqual([true, true, true]);
    expect(wide[0]?.[0]).toBe('Nasdaq');
    expect(wide.flat()).toContain('Washington restricts the H20');
  });

  it('writes the title beside the markers, in words that have room there', () => {
    // A narrow plot has its first marker near 100 units; "14 Jul = 100" ends before 80.
    const [title] = layoutLowDrawing(modelOf(nvidia), 'xs', 118).panels.flatMap(({ texts, markers }) =>
      texts.filter(({ x, y }) => x === 0 && y < (markers[0]?.stemY ?? 0)),
    );
    expect(title).toMatchObject({ text: '14 Jul = 100', y: 17 });
  });

  it('counts offsets from a zero that is not negative', () => {
    const drawing = layoutLowDrawing(modelOf(nvidia, { chart: 'multiples' }), 'xs', 118);
    expect(words(drawing).map((texts) => texts.filter((text) => /^[+−]?\d$/.test(text)))).toEqual([
      ['−5', '0', '+5'],
      ['−5', '0', '+5'],
      ['−5', '0', '+5'],
    ]);
  });

  it('has no panel without a series, and one for a study of one market', () => {
    const model = { ...modelOf(zinsentscheid), series: [] };
    expect(layoutLowDrawing(model, 'm', 238)).toMatchObject({ height: 238, panels: [] });
    expect(layoutLowDrawing(modelOf(zinsentscheid, { chart: 'daily' }), 'm', 238).panels).toHaveLength(1);
  });
});
