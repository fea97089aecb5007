import type { InstrumentId } from '../../core/series.ts';
import { type CarriedCloses, joinedCloses } from '../../draft/study/joined-closes.ts';
import type { Study } from '../../core/study.ts';
import type { ClosesAtHand, EditedStudy } from '../../draft/study/edited-study.ts';
import { loadStudy } from '../load-study.ts';
import type { Reader } from '../reader.ts';

/** The text of one instrument's closes in a study of this site; null where there is none. */
async function closesText(study: string, instrument: InstrumentId, reader: Reader): Promise<string | null> {
  const response = await reader.fetch(new URL(`closes/${instrument}.csv`, reader.studyUrl(study)).href);
  return response.ok ? response.text() : null;
}

/** The closes of every instrument of a study of this site. */
export async function closesOf(study: Study, reader: Reader): Promise<EditedStudy['closes']> {
  const closes: Record<InstrumentId, string> = {};
  for (const { id } of study.instruments) closes[id] = (await closesText(study.id, id, reader)) ?? '';
  return closes;
}

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
      const csv = await closesText(id, instrument.id, reader);
      if (csv === null) continue;
      const { source, symbol } = origin;
      found.set(instrument.id, { at: { instrument, source, symbol, csv }, snapshot });
    }
  }
  return joinedCloses([...found.values()]);
}
