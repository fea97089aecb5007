import type { PriceSeries } from '../../core/series.ts';
import type { BundledSeries } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { SessionRange } from '../../data/port/adapter.ts';
import { sourceOf } from '../../data/study/closes-file.ts';
import { STUDY_VERSION } from '../../data/study/study-version.ts';

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
