import { checkClaims } from '../../core/claims/check-claims.ts';
import type { ClaimVerdict } from '../../core/claims/claim-verdict.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { sourceFailure } from '../../data/port/failure.ts';
import { bundledSeries } from '../../data/sources/snapshot.ts';
import { decidedStudy } from '../../draft/study/decided-study.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import { failureSentence } from '../../words/en/failures.ts';

/** The closes of a study, read. */
interface ReadCloses {
  readonly available: ReadonlyMap<InstrumentId, PriceSeries>;
  /** Why the closes of an instrument cannot be used, by instrument. */
  readonly refusals: ReadonlyMap<InstrumentId, string>;
}

/** What can be shown of a study while it is written. */
export interface StudySoFar extends ReadCloses {
  /** Of what is decided; null while that is no study. */
  readonly study: Study | null;
  readonly problems: readonly string[];
  readonly verdicts: ReadonlyMap<string, ClaimVerdict>;
  /** Names the closes: another number for other ones. */
  readonly closes: number;
}

interface Reading extends ReadCloses {
  readonly instruments: EditedStudy['instruments'];
  readonly snapshot: EditedStudy['snapshot'];
  readonly count: number;
}

let readings = 0;
const read = new WeakMap<EditedStudy['closes'], Reading>();

/** The series of a study; read once for as long as its closes, and what it says of them, are the same. */
function readingOf({ closes, instruments, snapshot }: EditedStudy, study: Study): Reading {
  const known = read.get(closes);
  if (known?.instruments === instruments && known.snapshot === snapshot) return known;
  const available = new Map<InstrumentId, PriceSeries>();
  const refusals = new Map<InstrumentId, string>();
  for (const instrument of study.instruments) {
    const built = bundledSeries(instrument, closes[instrument.id] ?? '', study);
    if (built.kind === 'series') available.set(instrument.id, built.series);
    else {
      const failure = sourceFailure(built.refusal, { id: 'file', label: instrument.name }, instrument);
      refusals.set(instrument.id, failureSentence(failure));
    }
  }
  readings += 1;
  const made = { instruments, snapshot, available, refusals, count: readings };
  read.set(closes, made);
  return made;
}

/** The study of what is decided so far, its series and verdicts. */
export function studySoFar(edited: EditedStudy): StudySoFar {
  const parsed = decidedStudy(edited);
  if (parsed.kind === 'invalid') {
    const problems = parsed.problems.map(({ message }) => message);
    return { study: null, problems, available: new Map(), refusals: new Map(), verdicts: new Map(), closes: 0 };
  }
  const { study } = parsed;
  const { available: series, refusals, count } = readingOf(edited, study);
  // What is worked out of series is kept by their map: another study has one of its own.
  const available = new Map(series);
  const verdicts = checkClaims(study, available);
  return {
    study,
    problems: [],
    available,
    refusals,
    verdicts: new Map(verdicts.map((one) => [one.claim.id, one])),
    closes: count,
  };
}
