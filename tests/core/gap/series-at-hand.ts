import type { PriceSeries } from '../../../src/core/series.ts';
import type { Study } from '../../../src/core/study.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { bundledSeries } from '../study-at-hand.ts';
import { studyRows } from '../study-closes.ts';

/** A made-up series of New York, from 7 July 2025 on. */
export function madeUp(
  rows: Partial<Pick<PriceSeries, 'opens' | 'highs' | 'lows' | 'volumes' | 'opensDiffer'>> & { closes: number[] },
): PriceSeries {
  const sessions = rows.closes.map((_, i) =>
    sessionDate(new Date(Date.UTC(2025, 6, 7 + i)).toISOString().slice(0, 10)),
  );
  const provenance = {
    source: 'file',
    label: 'A file',
    symbol: 'X',
    attribution: 'nobody',
    fetchedAt: '',
    zone: 'America/New_York',
    lastIsPartial: false,
  };
  return { instrument: 'X', exchange: 'XNAS', sessions, provenance, issues: [], ...rows };
}

/** The bundled series of the first study, with opens, highs, lows and volumes. */
export function bundledRows(study: Study): Map<string, PriceSeries> {
  return new Map(
    [...bundledSeries(study)].map(([id, series]) => {
      const opensDiffer = study.snapshot.series[id]?.opens?.differ ?? [];
      return [id, { ...series, ...studyRows(id), opensDiffer }];
    }),
  );
}
