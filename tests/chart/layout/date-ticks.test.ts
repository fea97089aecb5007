import { describe, expect, it } from 'vitest';
import { dateTicks } from '../../../src/chart/layout/date-ticks.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import type { View } from '../../../src/chart/view/view.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { modelOf, nvidia } from '../study-of.ts';

function labels(range: View['range'], width: number, language = 'en'): string[] {
  const [line] = modelOf(nvidia, { range, instruments: ['IXIC'] }).series;
  const dates = line?.series.sessions.slice(line.from, line.to) ?? [];
  const place = new Map(dates.map((date, index) => [date, index]));
  const toPixel = (x: number): number => (x / (dates.length - 1)) * width;
  const ticks = dateTicks(dates, (date) => place.get(date) ?? 0, toPixel, [-30, width + 30], formatsFor(language));
  return ticks.map(({ label }) => label);
}

describe('ticks of an axis of dates', () => {
  it('name every session where there is room', () => {
    expect(labels({ kind: 'around', sessions: 5 }, 700)).toEqual(
      [8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22].map((day) => `${day} Jul`),
    );
  });

  it('name every session by its day, and each month once, where there is less', () => {
    const range = { kind: 'between', from: sessionDate('2025-06-30'), to: sessionDate('2025-07-11') } as const;
    expect(labels(range, 300)).toEqual(['30', '1 Jul', '2', '3', '7', '8', '9', '10', '11']);
  });

  it('name the first session of each week where there is still less', () => {
    expect(labels({ kind: 'around', sessions: 20 }, 560)).toEqual([
      '16 Jun',
      '23 Jun',
      '30 Jun',
      '7 Jul',
      '14 Jul',
      '21 Jul',
      '28 Jul',
      '4 Aug',
      '11 Aug',
    ]);
  });

  it('name months, with the year where it changes', () => {
    expect(labels({ kind: 'year' }, 700)).toEqual([
      'Feb 2025',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sept',
      'Oct',
      'Nov',
      'Dec',
    ]);
    expect(labels({ kind: 'all' }, 480)).toEqual(['Oct 2024', 'Jan 2025', 'Apr', 'Jul', 'Oct']);
  });

  it('are written in the language of the study', () => {
    expect(labels({ kind: 'around', sessions: 20 }, 200, 'de')).toContain('16. Juni');
  });
});
