import type { PriceSeries } from '../../core/series.ts';
import type { BundledSeries } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { SessionRange } from '../../data/port/adapter.ts';
import { STUDY_VERSION } from '../../data/study/study-version.ts';

/** A study's file of an instrument: a column for everything that its series has, empty cells where a row has nothing. */
export function closesCsv({ sessions, opens, highs, lows, closes, volumes }: PriceSeries): string {
  const cell = (value: number | undefined, decimals: number): string =>
    value === undefined || Number.isNaN(value) ? '' : value.toFixed(decimals);
  const columns = [
    ['open', opens, 2],
    ['high', highs, 2],
    ['low', lows, 2],
    ['close', closes, 2],
    ['volume', volumes, 0],
  ] as const;
  const present = columns.filter(([, values]) => values?.some((value) => !Number.isNaN(value)) === true);
  const header = ['date', ...present.map(([name]) => name)].join(',');
  const rows = sessions.map((session, row) =>
    [session, ...present.map(([, values, decimals]) => cell(values?.[row], decimals))].join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

/** Who the closes are from, and on which terms; most attributions begin with the name. */
function sourceOf({ label, attribution }: PriceSeries['provenance']): string {
  return attribution.startsWith(label) ? attribution : `${label}. ${attribution}`;
}

/** The study's file with the new origin of its closes; everything else as it was. */
export function updatedStudy(
  text: string,
  series: readonly PriceSeries[],
  range: SessionRange,
  retrieved: SessionDate,
): string {
  const study: { schemaVersion?: number; snapshot: { series: Record<string, BundledSeries> } } = JSON.parse(text);
  // What is written here is of the newest form, and a file of an older one is brought up to it by its version alone.
  study.schemaVersion = STUDY_VERSION;
  Object.assign(study.snapshot, { retrieved, ...range });
  for (const { instrument, provenance, opensDiffer } of series) {
    const { symbol, opens } = provenance;
    study.snapshot.series[instrument] = {
      source: sourceOf(provenance),
      symbol,
      ...(opens === undefined
        ? {}
        : { opens: { source: opens.attribution, symbol: opens.symbol, retrieved, differ: opensDiffer ?? [] } }),
    };
  }
  return `${JSON.stringify(study, null, 2)}\n`;
}
