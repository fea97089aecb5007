import type { InstrumentId } from '../../core/series.ts';
import { type CarriedCloses, joinedCloses } from '../../draft/study/joined-closes.ts';
import type { ClosesAtHand } from '../../draft/study/edited-study.ts';
import { loadStudy } from '../load-study.ts';
import type { Reader } from '../reader.ts';

/**
 * The closes that this site's studies carry of the instruments asked for, with the benchmarks of those; null where
 * they carry none.
 */
export async function carriedCloses(
  wanted: readonly InstrumentId[],
  studies: readonly string[],
  reader: Reader,
): Promise<ClosesAtHand | null> {
  const found = new Map<InstrumentId, CarriedCloses>();
  for (const id of studies) {
    const loaded = await loadStudy(id, reader);
    if (loaded.kind === 'failed') continue;
    const { instruments, snapshot } = loaded.study;
    const benchmarks = instruments.flatMap((one) => (wanted.includes(one.id) ? [one.benchmark] : []));
    for (const instrument of instruments) {
      const origin = snapshot.series[instrument.id];
      const isWanted = wanted.includes(instrument.id) || benchmarks.includes(instrument.id);
      if (!isWanted || found.has(instrument.id) || origin === undefined) continue;
      const response = await reader.fetch(new URL(`closes/${instrument.id}.csv`, reader.studyUrl(id)).href);
      if (!response.ok) continue;
      const { source, symbol } = origin;
      found.set(instrument.id, { at: { instrument, source, symbol, csv: await response.text() }, snapshot });
    }
  }
  return joinedCloses([...found.values()]);
}
