import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, shownRows } from '../../src/chart/model/shown-rows.ts';
import { layoutDrawing } from '../../src/chart/layout/layout-drawing.ts';
import { sizeClasses } from '../../src/chart/layout/size-class.ts';
import { readFile } from 'node:fs/promises';
import { bakeDashboard } from '../../src/node/bake/bake-dashboard.ts';
import { CHART_KINDS } from '../../src/chart/view/view.ts';
import { modelOf, zinsentscheid } from './study-of.ts';

describe('a second study is a folder of data', () => {
  it('reacts in the session in which its news came, since it came two hours before the close', () => {
    const [line] = modelOf(zinsentscheid).series;
    expect(line?.series.sessions[line.dayZeroIndex]).toBe('2024-03-20');
    expect(line?.series.sessions[line.baseIndex]).toBe('2024-03-19');
  });

  it('moves as its closes say: 1012.50 after 1000.00 is +1.25 %', () => {
    const row = csvOf(shownRows(modelOf(zinsentscheid)))
      .split('\n')
      .find((line) => line.startsWith('2024-03-20'));
    const [, instrument, close, change] = row?.split(',') ?? [];
    expect([instrument, close]).toEqual(['MUSTER', '1012.5']);
    expect(Number(change)).toBeCloseTo(1.25, 10);
  });

  it('is laid out in every chart and size with figures and dates in its language', () => {
    for (const chart of CHART_KINDS) {
      for (const { size } of sizeClasses) {
        const layout = layoutDrawing(modelOf(zinsentscheid, { chart }), size);
        const words = layout.panels.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' | ');
        expect(layout.panels, chart).toHaveLength(1);
        expect(words, `${chart} ${size}`).toMatch(chart === 'daily' ? /Muster/ : /Muster.*[+\u2212]\d+,\d\u00a0%/);
      }
    }
  });

  it('marks its event as one line of time, since the minute is known', () => {
    const [panel] = layoutDrawing(modelOf(zinsentscheid), 'l').panels;
    expect(panel?.markers.map(({ label, events }) => [label, events])).toEqual([['1', ['entscheid']]]);
    const [band] = panel?.bands ?? [];
    // The least width that is seen: three units.
    expect((band?.to ?? 0) - (band?.from ?? 0)).toBeCloseTo(3, 1);
  });

  it('is baked into a page of its language, complete with scripts off', async () => {
    const template = await readFile(join(import.meta.dirname, '../../index.html'), 'utf8');
    const html = await bakeDashboard(template, zinsentscheid.study, zinsentscheid.available);
    expect(html).toContain('<html lang="de" data-study="zinsentscheid"');
    expect(html).toContain('Musterindex');
    expect(html).toContain('href="https://example.org/entscheid"');
    expect(html.match(/class="mr-variant"/g)).toHaveLength(5);
  });
});
