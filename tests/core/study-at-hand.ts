import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstrumentId, PriceSeries } from '../../src/core/series.ts';
import type { Study } from '../../src/core/study.ts';
import { parseStudy } from '../../src/data/study/study-schema.ts';
import { studyCloses } from './study-closes.ts';

/** The first study, as it is loaded. */
export function firstStudy(): Study {
  const file = join(import.meta.dirname, '../../src/studies/nvidia-h20/study.json');
  const parsed = parseStudy(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.study;
}

/** The bundled series of every instrument of a study; `cut` keeps a number of the first rows. */
export function bundledSeries(
  study: Study,
  cut: Readonly<Record<InstrumentId, number>> = {},
): Map<InstrumentId, PriceSeries> {
  return new Map(
    study.instruments.map(({ id, exchange }) => {
      const { sessions, closes } = studyCloses(id);
      const series: PriceSeries = {
        instrument: id,
        exchange,
        sessions: sessions.slice(0, cut[id]),
        closes: closes.slice(0, cut[id]),
        provenance: {
          source: 'snapshot',
          label: 'Bundled snapshot',
          symbol: id,
          attribution: 'as the study says',
          fetchedAt: '2026-11-23',
          zone: exchange === 'XHKG' ? 'Asia/Hong_Kong' : 'America/New_York',
          lastIsPartial: false,
        },
        issues: [],
      };
      return [id, series];
    }),
  );
}
