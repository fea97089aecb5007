import { checkClaims } from '../../core/claims/check-claims.ts';
import type { ClaimVerdict } from '../../core/claims/claim-verdict.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { sourceFailure } from '../../data/port/failure.ts';
import { bundledSeries } from '../../data/sources/snapshot.ts';
import { decidedStudy } from '../../draft/study/decided-study.ts';
import type { EditedStudy } from '../../draft/study/edited-study.ts';
import { failureSentence } from '../../words/en/failures.ts';

/** What can be shown of a study while it is written. */
export interface StudySoFar {
  /** Of what is decided; null while that is no study. */
  readonly study: Study | null;
  readonly problems: readonly string[];
  readonly available: ReadonlyMap<InstrumentId, PriceSeries>;
  /** Why the closes of an instrument cannot be used, by instrument. */
  readonly refusals: ReadonlyMap<InstrumentId, string>;
  readonly verdicts: ReadonlyMap<string, ClaimVerdict>;
}

/** The study of what is decided so far, its series and verdicts. */
export function studySoFar(edited: EditedStudy): StudySoFar {
  const parsed = decidedStudy(edited);
  const available = new Map<InstrumentId, PriceSeries>();
  const refusals = new Map<InstrumentId, string>();
  const empty = { study: null, available, refusals, verdicts: new Map<string, ClaimVerdict>() };
  if (parsed.kind === 'invalid') return { ...empty, problems: parsed.problems.map(({ message }) => message) };
  const { study } = parsed;
  for (const instrument of study.instruments) {
    const built = bundledSeries(instrument, edited.closes[instrument.id] ?? '', study);
    if (built.kind === 'series') available.set(instrument.id, built.series);
    else {
      const failure = sourceFailure(built.refusal, { id: 'file', label: instrument.name }, instrument);
      refusals.set(instrument.id, failureSentence(failure));
    }
  }
  const verdicts = checkClaims(study, available);
  return { study, problems: [], available, refusals, verdicts: new Map(verdicts.map((one) => [one.claim.id, one])) };
}
