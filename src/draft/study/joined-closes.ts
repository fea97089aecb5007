import type { Study } from '../../core/study.ts';
import type { ClosesAtHand, InstrumentAtHand } from './edited-study.ts';

/** An instrument of a study that is at hand, and what that study says of its closes. */
export interface CarriedCloses {
  readonly at: InstrumentAtHand;
  readonly snapshot: Study['snapshot'];
}

/** Instruments of several studies together; a benchmark that is not among them is left out. Null for none. */
export function joinedCloses(carried: readonly CarriedCloses[]): ClosesAtHand | null {
  const [first] = carried;
  if (first === undefined) return null;
  const present = new Set(carried.map(({ at }) => at.instrument.id));
  const widest = carried.reduce<Pick<Study['snapshot'], 'retrieved' | 'from' | 'to'>>(
    ({ retrieved, from, to }, { snapshot }) => ({
      retrieved: snapshot.retrieved > retrieved ? snapshot.retrieved : retrieved,
      from: snapshot.from < from ? snapshot.from : from,
      to: snapshot.to > to ? snapshot.to : to,
    }),
    first.snapshot,
  );
  return {
    instruments: carried.map(({ at }) => {
      const { benchmark, ...rest } = at.instrument;
      return benchmark === undefined || present.has(benchmark) ? at : { ...at, instrument: rest };
    }),
    retrieved: widest.retrieved,
    from: widest.from,
    to: widest.to,
    notice: first.snapshot.notice,
  };
}
