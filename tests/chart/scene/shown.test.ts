import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, shownOf, valueOf } from '../../../src/chart/scene/shown.ts';
import type { Choice, Scene } from '../../../src/chart/scene/scene.ts';
import type { View } from '../../../src/chart/view/view.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { nvidia, sceneWith } from '../study-of.ts';
import { sceneOfSeries, seriesWith } from '../made-up-scene.ts';

const overlay = sceneWith(nvidia);
const { choice } = overlay;

/** First and last session that a choice shows of each series. */
function ends(scene: Scene, change: Partial<Choice>): (string | undefined)[][] {
  return shownOf(scene, { ...scene.choice, ...change }).series.map(({ series, from, to }) => [
    series.sessions[from],
    series.sessions[to - 1],
  ]);
}

function shownSeries(id: string, change: Partial<Choice> = {}) {
  const found = shownOf(overlay, { ...choice, ...change }).series.find(({ series }) => series.id === id);
  const [panel] = overlay.panels;
  if (found === undefined || panel === undefined) throw new Error(`${id} is not in the scene`);
  return { ...found, value: (index: number): number => valueOf(panel, found, index) };
}

describe('what a choice puts into the plots', () => {
  it('is so many sessions either side of day 0 in each market', () => {
    // July 2025: Hong Kong traded on 8, 9, 10, 11, 14 | 15 | 16, 17, 18, 21, 22, and so did New York.
    expect(ends(overlay, { range: { kind: 'around', sessions: 5 } })).toEqual([
      ['2025-07-08', '2025-07-22'],
      ['2025-07-08', '2025-07-22'],
    ]);
  });

  it('stretches from the first close to the last one, whichever market they are of', () => {
    // Days from 1 July 2024: 8 July 2025 is the 372nd, and Hong Kong closed at 08:00 UTC; 22 July is the 386th, and
    // New York closed at 20:00 UTC.
    const { x } = shownOf(overlay, { ...choice, range: { kind: 'around', sessions: 5 } });
    expect(x).toEqual([[expect.closeTo(372 + 8 / 24, 3), expect.closeTo(386 + 20 / 24, 3)]]);
  });

  it('stretches over offsets, and over half a slot either side of bars', () => {
    const range = { kind: 'around', sessions: 5 } as const;
    expect(shownOf(sceneWith(nvidia, { chart: 'event-time' }), { ...choice, range }).x).toEqual([[-5, 5]]);
    const daily = sceneWith(nvidia, { chart: 'daily' });
    // Eleven session dates: both markets traded on the same ones.
    for (const [low, high] of shownOf(daily, { ...choice, range }).x) {
      expect(high - low).toBe(11);
      expect(daily.slots[low + 0.5]).toBe('2025-07-08');
    }
  });

  it('is five sessions either side of its own event in a panel that stands around one, whatever is chosen', () => {
    const multiples = sceneWith(nvidia, { chart: 'multiples' });
    for (const range of [{ kind: 'all' }, { kind: 'year' }] as const) {
      const { x, series } = shownOf(multiples, { ...choice, range });
      expect(x).toEqual(multiples.panels.map(() => [-5, 5]));
      for (const one of series) expect([one.base, one.from, one.to]).toEqual([5, 1, 12]);
    }
  });

  it('is nothing of a series whose first session is after the base', () => {
    // Hong Kong was closed on 1 July 2024, New York was not.
    const base = { kind: 'session', session: sessionDate('2024-07-01') } as const;
    expect([shownSeries('IXIC', { base }).base, shownSeries('HSTECH', { base }).base]).toEqual([0, -1]);
    const [, tech] = shownOf(overlay, { ...choice, base, range: { kind: 'all' } }).series;
    expect([tech?.from, tech?.to]).toEqual([0, 0]);
  });

  it('gives a lone close the middle of the plot, and an empty chart an axis', () => {
    const range: View['range'] = {
      kind: 'between',
      from: sessionDate('2025-01-02'),
      to: sessionDate('2025-01-02'),
    };
    const scene = sceneOfSeries([seriesWith({ y: [1, 2, 3], dayZeros: { news: 1 } })]);
    expect(shownOf(scene, { ...scene.choice, range }).x).toEqual([[1, 2]]);
    expect(shownOf(sceneOfSeries([]), scene.choice).x).toEqual([[0, 1]]);
  });
});

describe('a value on the axis', () => {
  const line = shownSeries('HSTECH');

  it('is 100 at the base', () => {
    // Hang Seng TECH closed at 5283.50 on 14 July and at 5431.29 on 15 July 2025: 5431.29 / 5283.50 = 1.027972….
    expect([line.series.y[line.base], line.series.sessions[line.base]]).toEqual([5283.5, '2025-07-14']);
    expect(line.value(line.base)).toBe(100);
    expect(line.value(line.base + 1)).toBeCloseTo(102.7972, 4);
  });

  it('counts from the last session of each market where the chosen day was a holiday in one', () => {
    // New York was closed on Friday 4 July 2025, Hong Kong was not.
    const base = { kind: 'session', session: sessionDate('2025-07-04') } as const;
    const dates = ['IXIC', 'HSTECH'].map((id) => {
      const one = shownSeries(id, { base });
      return one.series.sessions[one.base];
    });
    expect(dates).toEqual(['2025-07-03', '2025-07-04']);
  });

  it('keeps the ratio of any two closes, whatever the base', () => {
    const { sessions, y } = line.series;
    const index = fc.nat(sessions.length - 1);
    fc.assert(
      fc.property(index, index, index, (start, a, b) => {
        const base = { kind: 'session', session: sessionDate(sessions[start] ?? '') } as const;
        const { value } = shownSeries('HSTECH', { base });
        expect(value(a) / value(b)).toBeCloseTo((y[a] ?? 0) / (y[b] ?? 1), 10);
      }),
    );
  });

  it('stands at its distance from day 0 on an axis of offsets', () => {
    const scene = sceneWith(nvidia, { chart: 'event-time' });
    for (const one of shownOf(scene, choice).series) {
      expect(one.series.sessions[one.base + 1]).toBe('2025-07-15');
      expect([0, 1, 3].map((after) => placeOf('offset', one, one.base + after))).toEqual([-1, 0, 2]);
    }
  });
});
