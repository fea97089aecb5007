import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvOf, shownRows } from '../../src/chart/model/shown-rows.ts';
import { annotate } from '../../src/chart/layout/annotate.ts';
import { STEPS } from '../../src/chart/layout/panel-annotation.ts';
import { readFile } from 'node:fs/promises';
import { bakeDashboard } from '../../src/node/bake/bake-dashboard.ts';
import { CHART_KINDS } from '../../src/chart/view/view.ts';
import { modelOf, sceneWith, zinsentscheid } from './study-of.ts';

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

  it('is laid out in every chart with figures and dates in its language', () => {
    for (const chart of CHART_KINDS) {
      const scene = sceneWith(zinsentscheid, { chart });
      const panels = annotate(scene, scene.choice, STEPS);
      const words = panels
        .flatMap(({ titles, ends, grid }) => [
          ...titles.map(({ text }) => text),
          ...ends.map(({ name, figure }) => `${name} ${figure}`),
          ...grid.map(({ label }) => label),
        ])
        .join(' | ');
      expect(panels, chart).toHaveLength(1);
      expect(words, chart).toMatch(
        chart === 'daily' ? /Muster.*[+\u2212]\d+(?:,\d)?\u00a0%/ : /Muster.*[+\u2212]\d+,\d\u00a0%/,
      );
    }
  });

  it('marks its event as one line of time, since the minute is known', () => {
    const scene = sceneWith(zinsentscheid);
    const [panel] = annotate(scene, scene.choice, { widths: [700], heights: [400] });
    expect(panel?.markers.map(({ label, events }) => [label, events])).toEqual([['1', ['entscheid']]]);
    expect(panel?.bands.map(({ event, width }) => [event, width])).toEqual([['entscheid', 0]]);
  });

  it('is baked into a page of its language, complete with scripts off', { timeout: 120_000 }, async () => {
    const template = await readFile(join(import.meta.dirname, '../../index.html'), 'utf8');
    const html = await bakeDashboard(template, zinsentscheid.study, zinsentscheid.available);
    expect(html).toContain('<html lang="de" data-study="zinsentscheid"');
    expect(html).toContain('Musterindex');
    expect(html).toContain('href="https://example.org/entscheid"');
    expect(html.match(/<svg class="mr-geometry"/g)).toHaveLength(1);
  });
});
