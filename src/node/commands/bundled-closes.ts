import { fileURLToPath } from 'node:url';
import type { InstrumentId } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import type { ClosesAtHand, InstrumentAtHand } from '../../draft/study/edited-study.ts';
import type { CommandIo } from '../command.ts';
import { listStudies } from '../study-files.ts';
import { readStudyAt } from './study-at.ts';

interface Closes {
  readonly about: ClosesAtHand;
  readonly files: readonly { readonly id: InstrumentId; readonly csv: string }[];
}

/**
 * The closes that the bundled studies carry of the instruments asked for, and of the benchmarks of those. An
 * instrument that none of them carries is not in the answer.
 */
export async function bundledCloses(wanted: readonly InstrumentId[], io: Pick<CommandIo, 'readFile'>): Promise<Closes> {
  const found = new Map<InstrumentId, { readonly at: InstrumentAtHand; readonly csv: string }>();
  const spans: { retrieved: SessionDate; from: SessionDate; to: SessionDate; notice: string }[] = [];
  const bundled = fileURLToPath(new URL('../../studies', import.meta.url));
  for (const id of await listStudies([bundled])) {
    const read = await readStudyAt(id, io);
    if (read.kind !== 'study') continue;
    const { study, folder } = read.at;
    const benchmarks = study.instruments.flatMap((one) =>
      wanted.includes(one.id) && one.benchmark !== undefined ? [one.benchmark] : [],
    );
    const here = study.instruments.filter((one) => [...wanted, ...benchmarks].includes(one.id) && !found.has(one.id));
    for (const instrument of here) {
      const origin = study.snapshot.series[instrument.id];
      if (origin === undefined) continue;
      const csv = await io.readFile(`${folder}/closes/${instrument.id}.csv`);
      found.set(instrument.id, { at: { instrument, ...origin }, csv });
    }
    const { retrieved, from, to, notice } = study.snapshot;
    if (here.length > 0) spans.push({ retrieved, from, to, notice });
  }
  const [first = { retrieved: '', from: '', to: '', notice: '' }] = spans;
  const earliest = (dates: readonly string[]) => dates.toSorted()[0] as SessionDate;
  const latest = (dates: readonly string[]) => dates.toSorted().at(-1) as SessionDate;
  const list = spans.length === 0 ? [first] : spans;
  const present = new Set(found.keys());
  return {
    about: {
      instruments: [...found.values()].map(({ at }) => ({
        ...at,
        instrument: withBenchmarkHere(at.instrument, present),
      })),
      retrieved: latest(list.map((one) => one.retrieved)),
      from: earliest(list.map((one) => one.from)),
      to: latest(list.map((one) => one.to)),
      notice: first.notice,
    },
    files: [...found].map(([id, { csv }]) => ({ id, csv })),
  };
}

function withBenchmarkHere(instrument: InstrumentAtHand['instrument'], present: ReadonlySet<InstrumentId>) {
  const { benchmark, ...rest } = instrument;
  return benchmark === undefined || !present.has(benchmark) ? rest : instrument;
}
