import { describe, expect, it } from 'vitest';
import { drawingKey, sceneOf } from '../../../src/chart/kinds/scene-of.ts';
import { CHART_KINDS, SCALES, type View } from '../../../src/chart/view/view.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { modelOf, nvidia, sceneWith, withCloses, zinsentscheid } from '../study-of.ts';

/** Choices that need no other drawing. */
const choices: Partial<View>[] = [
  { range: { kind: 'all' } },
  { range: { kind: 'around', sessions: 5 } },
  { range: { kind: 'between', from: sessionDate('2025-06-02'), to: sessionDate('2025-07-31') } },
  { base: { kind: 'event', event: 'speech' } },
  { base: { kind: 'session', session: sessionDate('2025-07-04') } },
  { scale: 'percent' },
  { event: 'speech', theme: 'dark' },
];

describe.each(CHART_KINDS)('the scene of the chart %s', (chart) => {
  it.each(choices)('is the same for %o, but for the choice itself', (change) => {
    const { choice: _, ...scene } = sceneWith(nvidia, { chart, ...change });
    const { choice: __, ...opening } = sceneWith(nvidia, { chart });
    expect(scene).toEqual(opening);
  });

  it.each(choices)('has one drawing for %o and the opening view', (change) => {
    expect(drawingKey(modelOf(nvidia, { chart, ...change }))).toBe(drawingKey(modelOf(nvidia, { chart })));
  });

  it('has another drawing for other instruments, in another order, and for another study', () => {
    const keys = [
      modelOf(nvidia, { chart }),
      modelOf(nvidia, { chart, instruments: ['SPX'] }),
      modelOf(nvidia, { chart, instruments: ['HSTECH', 'IXIC'] }),
      modelOf(zinsentscheid, { chart }),
    ].map(drawingKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is in the language of its study, and counts its days from the first session', () => {
    expect(sceneWith(zinsentscheid, { chart })).toMatchObject({ chart, language: 'de', origin: '2024-01-02' });
    expect(sceneWith(nvidia, { chart })).toMatchObject({ chart, language: 'en', origin: '2024-07-01' });
  });

  it('says which scales, range and base stand', () => {
    for (const scale of SCALES) {
      expect(sceneWith(nvidia, { chart, scale }).choice).toMatchObject({ scale, base: { event: 'announcement' } });
    }
  });
});

describe('the drawing of levels', () => {
  it('is another one than that of changes, where a chart has levels', () => {
    const isOther = CHART_KINDS.map(
      (chart) => drawingKey(modelOf(nvidia, { chart, scale: 'points' })) !== drawingKey(modelOf(nvidia, { chart })),
    );
    // overlay, event-time, daily, multiples.
    expect(isOther).toEqual([true, false, false, false]);
  });

  it('has a panel for each instrument, in its own unit', () => {
    const { panels, series } = sceneWith(nvidia, { scale: 'points', instruments: ['NVDA', 'HSTECH'] });
    expect(panels).toMatchObject([
      { unit: 'level', series: 'NVDA', levelUnit: 'USD' },
      { unit: 'level', series: 'HSTECH', levelUnit: 'points' },
    ]);
    expect(series.map(({ panel }) => panel)).toEqual([0, 1]);
  });
});

describe('closes that came from elsewhere', () => {
  it('are drawn anew', () => {
    const { study, available } = withCloses(nvidia, 'HSTECH', [
      ['2025-07-14', 5283.5],
      ['2025-07-15', 5431.29],
    ]);
    const series = available.get('HSTECH');
    if (series === undefined) throw new Error('no series');
    const keyOf = (source: string, fetchedAt: string): string => {
      const provenance = { ...series.provenance, source, fetchedAt };
      return drawingKey(modelOf({ study, available: new Map([...available, ['HSTECH', { ...series, provenance }]]) }));
    };
    const keys = [keyOf('snapshot', '1'), keyOf('file', '1'), keyOf('file', '2')];
    expect(new Set(keys).size).toBe(3);
    expect(keyOf('snapshot', '2')).toBe(keys[0]);
  });
});

describe('a scene', () => {
  it('has the study’s events in days, a date as the whole day in its zone', () => {
    const { events } = sceneOf(modelOf(nvidia));
    expect(events.filter(({ kind }) => kind === 'event').map(({ number }) => number)).toEqual([1, 2, 3]);
    for (const { from, to } of events) expect(to).toBeGreaterThanOrEqual(from);
  });

  it('has moves in percent where bars are drawn', () => {
    // 18028.76 / 17879.30 − 1 = 0.00836, on 2 July 2024 in New York; 3 July: 18188.30 / 18028.76 − 1 = 0.00885 (0.8849 %).
    const [nasdaq] = sceneWith(nvidia, { chart: 'daily' }).series;
    expect([nasdaq?.sessions.slice(0, 2), nasdaq?.y.slice(0, 2)]).toEqual([
      ['2024-07-02', '2024-07-03'],
      [0.84, 0.88],
    ]);
  });

  it('gives each event the session that could react first', () => {
    for (const { sessions, dayZeros } of sceneWith(nvidia).series) {
      expect(sessions[dayZeros['announcement'] ?? -1]).toBe('2025-07-15');
    }
  });
});
