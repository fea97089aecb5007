import { describe, expect, it } from 'vitest';
import { overlayMiniature } from '../../../src/chart/reaction/overlay-miniature.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';

const available = bundledSeries(firstStudy());
const both = ['IXIC', 'HSTECH'].flatMap((id) => available.get(id) ?? []);

describe('the overlay around one session, small', () => {
  const picture = overlayMiniature(both, sessionDate('2025-07-15'));

  it('has the closes from five sessions before to five after, for every market', () => {
    // Day −5 to day +5: eleven closes each, the baseline among them.
    expect(picture.lines.map(({ points }) => points.length)).toEqual([11, 11]);
  });

  it('gives the move of each market in that session', () => {
    // +0.18 % and +2.80 %, as in the method's table.
    expect(picture.lines.map(({ move }) => (100 * (move ?? 0)).toFixed(2))).toEqual(['0.18', '2.80']);
    expect(picture.lines.map(({ at }) => at)).toEqual([5, 5]);
  });

  it('stays inside its box', () => {
    for (const [x, y] of picture.lines.flatMap(({ points }) => points)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(1);
    }
  });

  it('has Hong Kong’s close of a date before New York’s', () => {
    const [newYork, hongKong] = picture.lines.map(({ points, at }) => points[at]?.[0] ?? Number.NaN);
    expect(hongKong).toBeLessThan(newYork ?? Number.NaN);
  });

  it('says that a market had no session', () => {
    // 4 July 2025: a holiday in New York alone.
    const holiday = overlayMiniature(both, sessionDate('2025-07-04'));
    expect(holiday.lines.map(({ instrument, move, at }) => [instrument, move === null, at])).toEqual([
      ['IXIC', true, -1],
      ['HSTECH', false, 5],
    ]);
  });

  it('has no line for a series that begins later', () => {
    expect(overlayMiniature(both, sessionDate('2020-01-02')).lines).toEqual([]);
  });
});
