import { describe, expect, it } from 'vitest';
import { annotate } from '../../../src/chart/layout/annotate.ts';
import { type PanelAnnotation, STEPS } from '../../../src/chart/layout/panel-annotation.ts';
import { BAR_PITCH, barZeroOf, type Choice, type Scene } from '../../../src/chart/scene/scene.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { nvidia, sceneWith } from '../study-of.ts';

const FIVE = { kind: 'around', sessions: 5 } as const;

function panelsOf(scene: Scene, change: Partial<Choice> = {}, steps = STEPS): PanelAnnotation[] {
  return annotate(scene, { ...scene.choice, ...change }, steps);
}

function panelOf(scene: Scene, change: Partial<Choice> = {}, steps = STEPS): PanelAnnotation {
  const [panel] = panelsOf(scene, change, steps);
  if (panel === undefined) throw new Error('no panel');
  return panel;
}

/** Where the transform of a line puts a point of its geometry. */
function mapped({ lines }: PanelAnnotation, line: number, x: number, y: number): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] =
    (lines[line]?.transform ?? '').match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  return [a * x + c * y + e, b * x + d * y + f];
}

describe('the part of the geometry that a range puts in sight', () => {
  it('reaches from its first to its last close, and over the rounded axis', () => {
    // 8 July 2025, 08:00 UTC in Hong Kong, is day 372 1/3 from 1 July 2024; 22 July, 20:00 UTC in New York, is 386 5/6.
    // Values reach from 98.73 to 106.12 (vertical-axis.test.ts), the axis from 98 to 108; they count downwards.
    const { viewBox, x, y } = panelOf(sceneWith(nvidia), { range: FIVE });
    expect(viewBox).toEqual([expect.closeTo(372.333, 3), -108, expect.closeTo(14.5, 3), 10]);
    expect([x[1] - x[0], y]).toEqual([expect.closeTo(14.5, 3), [98, 108]]);
  });

  it('is eleven slots of bars, around their zero', () => {
    const scene = sceneWith(nvidia, { chart: 'daily' });
    const { viewBox, y } = panelOf(scene, { range: FIVE });
    expect(viewBox[0] / BAR_PITCH).toBe(scene.slots.indexOf('2025-07-08'));
    expect(viewBox[2] / BAR_PITCH).toBe(11);
    expect([viewBox[1], viewBox[3]]).toEqual([barZeroOf(scene) - y[1], y[1] - y[0]]);
  });

  it('counts from day 0 on an axis of offsets', () => {
    const { viewBox } = panelOf(sceneWith(nvidia, { chart: 'event-time' }), { range: FIVE });
    expect([viewBox[0], viewBox[2]]).toEqual([-5, 10]);
  });
});

describe('another base', () => {
  const scene = sceneWith(nvidia);

  it('is one affine map of each line, which puts the close of its base session at 100', () => {
    // Hang Seng TECH: 5283.50 on 14 July, the opening base; 5431.29 / 5283.50 = 102.797 on 15 July.
    const opening = panelOf(scene);
    expect(mapped(opening, 1, 7, 5283.5)).toEqual([7, expect.closeTo(-100, 5)]);
    expect(mapped(opening, 1, 7, 5431.29)[1]).toBeCloseTo(-102.7972, 4);
    // Counted from 5606.83 on 22 July, 15 July is 5431.29 / 5606.83 = 96.869; the Nasdaq's base is 20892.68.
    const later = panelOf(scene, { base: { kind: 'session', session: sessionDate('2025-07-22') } });
    expect(mapped(later, 1, 7, 5606.83)[1]).toBeCloseTo(-100, 5);
    expect(mapped(later, 1, 7, 5431.29)[1]).toBeCloseTo(-96.8692, 4);
    expect(mapped(later, 0, 7, 20892.68)[1]).toBeCloseTo(-100, 5);
  });

  it('moves each line to its own day 0 on an axis of offsets', () => {
    const sessions = sceneWith(nvidia, { chart: 'event-time' });
    const panel = panelOf(sessions, { base: { kind: 'event', event: 'announcement' } });
    for (const [line, { sessions: dates }] of sessions.series.entries()) {
      expect(mapped(panel, line, dates.indexOf('2025-07-15'), 1)[0]).toBe(0);
    }
  });

  it('draws the stretch from the base to the session after it stronger, in closes', () => {
    const { lines } = panelOf(scene);
    // Days from 1 July 2024: 14 and 15 July 2025 are 378 and 379; Hong Kong closes at 08:00 UTC.
    expect(lines[1]?.stroke).toBe('M378.333,5283.5L379.333,5431.29');
    // Where the base is out of sight there is none.
    const range = { kind: 'between', from: sessionDate('2025-07-15'), to: sessionDate('2025-07-31') } as const;
    expect(panelOf(scene, { range }).lines.map(({ stroke }) => stroke)).toEqual(['', '']);
  });

  it('leaves levels and bars as they are', () => {
    const levels = panelsOf(sceneWith(nvidia, { scale: 'points' }));
    expect(levels.flatMap(({ lines }) => lines.map(({ transform }) => transform))).toEqual(
      levels.map(() => 'matrix(1 0 0 -1 0 0)'),
    );
    const bars = panelsOf(sceneWith(nvidia, { chart: 'daily' }));
    expect(bars.flatMap(({ lines }) => lines.map(({ transform }) => transform))).toEqual(['', '']);
  });
});

describe('a line', () => {
  it('is cut at its own sessions in range, where another market opens earlier or closes later', () => {
    // Hong Kong: 372 1/3 to 386 1/3; New York: 372 5/6 to 386 5/6. Half a day of 14.5 days is 0.0345.
    const { lines } = panelOf(sceneWith(nvidia), { range: FIVE });
    expect(lines.map(({ inSight }) => inSight)).toEqual([
      [0.0345, 1],
      [0, 0.9655],
    ]);
  });

  it('has dots at its base, its day 0 and its end, and says its move at day 0 and how far it has come', () => {
    const panel = panelOf(sceneWith(nvidia), { range: FIVE }, { widths: [1000], heights: [400] });
    expect(panel.dots.map(({ slot, kind }) => `${slot} ${kind}`)).toEqual([
      '1 end',
      '1 base',
      '1 reaction',
      '2 end',
      '2 base',
      '2 reaction',
    ]);
    // 5431.29 / 5283.50 = +2.8 %, 20677.80 / 20640.33 = +0.2 % on day 0; by 22 July 5606.83 / 5283.50 = +6.1 %, and
    // 20892.68 / 20640.33 = +1.2 %.
    expect(panel.values.map(({ text }) => text).toSorted()).toEqual(['+0.2%', '+2.8%']);
    expect(panel.ends.map(({ name, figure }) => [name, figure])).toEqual([
      ['Nasdaq Composite', '+1.2% by 22 Jul'],
      ['Hang Seng TECH', '+6.1% by 22 Jul'],
    ]);
  });

  it('carries its short name where the panel is narrow, and none where it is a strip', () => {
    const at = (width: number): (string | undefined)[] =>
      panelOf(sceneWith(nvidia), {}, { widths: [width], heights: [400] }).ends.map(({ name }) => name);
    expect([at(340), at(76)]).toEqual([['Nasdaq', 'HS TECH'], []]);
  });
});

describe('events', () => {
  it('have bands of the day in sight, the article’s own ones only, the centre’s marked', () => {
    const { bands } = panelOf(sceneWith(nvidia), { range: { kind: 'all' } });
    expect(bands.map(({ event, kind }) => [event, kind])).toEqual([
      ['restriction', 'event'],
      ['announcement', 'centre'],
      ['speech', 'event'],
    ]);
  });

  it('that are out of range have neither band nor marker', () => {
    const { bands, markers } = panelOf(sceneWith(nvidia), { range: FIVE });
    expect(bands.map(({ event }) => event)).toEqual(['announcement', 'speech']);
    expect(markers.flatMap(({ events }) => events)).not.toContain('restriction');
  });

  it('stand on the lane of the first of panels above one another, and dates below the last', () => {
    const panels = panelsOf(sceneWith(nvidia, { chart: 'daily' }));
    expect(panels.map(({ hasLane, hasAxis, hasFoot }) => [hasLane, hasAxis, hasFoot])).toEqual([
      [true, false, false],
      [false, true, true],
    ]);
    expect(panels[1]?.markers.every(({ kind }) => kind === 'confounder')).toBe(true);
    expect([panels[0]?.ticks.length, (panels[1]?.ticks.length ?? 0) > 0]).toEqual([0, true]);
  });

  it('have a panel each around their own day 0, with their own lane, dates and heading', () => {
    const panels = panelsOf(sceneWith(nvidia, { chart: 'multiples' }));
    expect(panels.map(({ heading }) => heading)).toEqual(nvidia.study.events.map(({ title }) => title));
    for (const { hasLane, hasAxis, markers } of panels) {
      expect([hasLane, hasAxis]).toEqual([true, true]);
      expect(new Set(markers.flatMap(({ events }) => events)).size).toBe(1);
    }
  });
});

describe('a chart without any series', () => {
  it('has no panel of levels, and an empty panel of changes', () => {
    const scene = sceneWith(nvidia, { instruments: [] });
    const { lines, ends, dots, values } = panelOf(scene);
    expect([lines, ends, dots, values]).toEqual([[], [], [], []]);
    expect(panelsOf(sceneWith(nvidia, { instruments: [], scale: 'points' }))).toEqual([]);
  });
});
