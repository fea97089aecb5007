import { describe, expect, it } from 'vitest';
import type { PriceSeries } from '../../src/core/series.ts';
import { withOpensOf } from '../../src/data/checks/opens-beside.ts';
import { sessions } from './first-study.ts';

function series(source: string, dates: string[], closes: number[], opens?: number[]): PriceSeries {
  const provenance = {
    source,
    label: source,
    symbol: 'X',
    attribution: 'of nobody',
    fetchedAt: '2026-11-26',
    zone: 'America/New_York',
    lastIsPartial: false,
  };
  return {
    instrument: 'X',
    exchange: 'XNAS',
    sessions: sessions(...dates),
    closes,
    ...(opens === undefined ? {} : { opens }),
    provenance,
    issues: [],
  };
}

describe('opens of another source', () => {
  const days = ['2025-07-14', '2025-07-15', '2025-07-16'];
  const own = series('own', days, [100, 101, 102]);

  it('stand beside the closes, session by session', () => {
    const { series: joined, without } = withOpensOf(own, series('other', days.slice(1), [101, 102], [100.5, 101.5]));
    expect(joined.closes).toEqual([100, 101, 102]);
    expect(joined.opens).toEqual([Number.NaN, 100.5, 101.5]);
    expect(joined.highs).toBeUndefined();
    expect(without).toEqual(['2025-07-14']);
    expect(joined.provenance.opens).toEqual({ symbol: 'X', attribution: 'other. of nobody', fetchedAt: '2026-11-26' });
  });

  it('name the sessions on which the two have closes further apart than rounding', () => {
    const { series: joined } = withOpensOf(own, series('other', days, [100.02, 101.03, 102], [1, 1, 1]));
    expect(joined.opensDiffer).toEqual(['2025-07-15']);
  });
});
