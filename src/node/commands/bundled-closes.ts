import { fileURLToPath } from 'node:url';
import type { InstrumentId } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { ClosesAtHand, InstrumentAtHand } from '../../draft/study/edited-study.ts';
import { joinedCloses } from '../../draft/study/joined-closes.ts';
import type { CommandIo } from '../command.ts';
import { listStudies } from '../study-files.ts';
import { readStudyAt } from './study-at.ts';

/**
 * The closes that the bundled studies carry of the instruments asked for, and of the benchmarks of those; null where
 * they carry none. An instrument that no study carries is not in the answer.
 */
export async function bundledCloses(
  wanted: readonly InstrumentId[],
  io: Pick<CommandIo, 'readFile'>,
): Promise<ClosesAtHand | null> {
  const found = new Map<InstrumentId, { readonly at: InstrumentAtHand; readonly snapshot: Study['snapshot'] }>();
  const bundled = fileURLToPath(new URL('../../studies', import.meta.url));
  for (const id of await listStudies([bundled])) {
    const read = await readStudyAt(id, io);
    if (read.kind !== 'study') continue;
    const { study, folder } = read.at;
    const benchmarks = study.instruments.flatMap((one) =>
      wanted.includes(one.id) && one.benchmark !== undefined ? [one.benchmark] : [],
    );
    for (const instrument of study.instruments) {
      const origin = study.snapshot.series[instrument.id];
      const isWanted = wanted.includes(instrument.id) || benchmarks.includes(instrument.id);
      if (!isWanted || found.has(instrument.id) || origin === undefined) continue;
      const csv = await io.readFile(`${folder}/closes/${instrument.id}.csv`);
      const { source, symbol } = origin;
      found.set(instrument.id, { at: { instrument, source, symbol, csv }, snapshot: study.snapshot });
    }
  }
  return joinedCloses([...found.values()]);
}
