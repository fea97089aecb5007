import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLabel, gridOf, verticalAxis } from '../../../src/chart/layout/vertical-axis.ts';
import type { Scene, Unit } from '../../../src/chart/scene/scene.ts';
import { shownOf, valueOf } from '../../../src/chart/scene/shown.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { nvidia, sceneWith } from '../study-of.ts';
import { sceneOfSeries, seriesWith } from '../made-up-scene.ts';

const close = fc.double({ min: 0.01, max: 90_000, noNaN: true });
const scenes = fc
  .tuple(
    fc.array(fc.array(close, { minLength: 3, maxLength: 20 }), { minLength: 1, maxLength: 5 }),
    fc.constantFrom<Unit>('rebased', 'level', 'move'),
  )
  .map(([all, unit]): Scene => {
    const series = all.map((y) => seriesWith({ y, dayZeros: { news: 1 } }));
    return sceneOfSeries(series, { panels: [{ key: 'all', unit }] });
  });

function valuesOf(scene: Scene): number[] {
  const [panel] = scene.panels;
  if (panel === undefined) return [];
  return shownOf(scene, scene.choice).series.flatMap((one) =>
    Array.from({ length: one.to - one.from }, (_, index) => valueOf(panel, one, one.from + index)),
  );
}

describe('the vertical axis of a panel', () => {
  it('holds every visible value, and ends at multiples of its step', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { low, high, step } = verticalAxis(scene, shownOf(scene, scene.choice), 0);
        const values = valuesOf(scene);
        // To a millionth of a step: values are sums of fractions.
        expect(Math.min(...values)).toBeGreaterThanOrEqual(low - step * 1e-6);
        expect(Math.max(...values)).toBeLessThanOrEqual(high + step * 1e-6);
        for (const end of [low, high]) expect(Math.abs(end / step - Math.round(end / step))).toBeLessThan(1e-4);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it('follows what is visible: from 98 to 108 in steps of 2 five sessions either side of day 0', () => {
    // Lowest: Hang Seng TECH on 10 July, 5216.60 / 5283.50 = 98.73 %; highest: on 22 July, 5606.83 / 5283.50 = 106.12 %.
    const scene = sceneWith(nvidia);
    const shown = shownOf(scene, { ...scene.choice, range: { kind: 'around', sessions: 5 } });
    expect(verticalAxis(scene, shown, 0)).toEqual({ low: 98, high: 108, step: 2, reference: 100 });
  });

  it('is one for all panels of moves, so that bars can be compared', () => {
    const scene = sceneWith(nvidia, { chart: 'daily' });
    const shown = shownOf(scene, scene.choice);
    expect(verticalAxis(scene, shown, 1)).toEqual(verticalAxis(scene, shown, 0));
  });

  it('is each panel’s own where levels stand', () => {
    const scene = sceneWith(nvidia, { scale: 'points' });
    const shown = shownOf(scene, scene.choice);
    const [nasdaq, tech] = [0, 1].map((panel) => verticalAxis(scene, shown, panel));
    expect(nasdaq?.low).toBeGreaterThan(tech?.high ?? Number.POSITIVE_INFINITY);
  });
});

describe('the lines of a grid', () => {
  const axis = { low: 98, high: 108, step: 2, reference: 100 };
  const labels = (height: number): string[] => gridOf(axis, [height], String).map(({ label }) => label);

  it('are all multiples of the step where there is room, and have the reference among them where there is little', () => {
    expect(labels(300)).toEqual(['98', '100', '102', '104', '106', '108']);
    // 80 px hold three labels 26 px apart, 60 px hold two.
    expect(labels(80)).toEqual(['100', '104', '108']);
    expect(labels(60)).toEqual(['100', '106']);
  });

  it('are 26 px apart at the least in a plot of any height, and never none', () => {
    fc.assert(
      fc.property(scenes, fc.integer({ min: 30, max: 700 }), (scene, height) => {
        const own = verticalAxis(scene, shownOf(scene, scene.choice), 0);
        const places = gridOf(own, [height], String).map(({ fy }) => fy * height);
        expect(places.length).toBeGreaterThan(0);
        for (const [index, place] of places.entries()) {
          if (index > 0) expect(Math.abs((places[index - 1] ?? 0) - place)).toBeGreaterThanOrEqual(25.9);
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(height + 1e-6);
        }
      }),
    );
  });

  it('are written with the decimals of their step, as what the axis counts', () => {
    const formats = formatsFor('en');
    const write = (unit: Unit, scale: string, step: number, value: number): string =>
      axisLabel({ key: '', unit }, scale, step, formats)(value);
    expect(write('rebased', 'index', 0.5, 100.5)).toBe('100.5');
    expect(write('rebased', 'percent', 2, 98)).toBe('−2%');
    expect(write('move', 'index', 0.25, 0.25)).toBe('+0.25%');
    expect(write('level', 'points', 200, 5400)).toBe('5,400');
  });
});
