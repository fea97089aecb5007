import { type GapReaction, gapReaction } from '../../core/gap/gap-reaction.ts';
import { checkClaims } from '../../core/claims/check-claims.ts';
import type { ClaimVerdict } from '../../core/claims/claim-verdict.ts';
import {
  type NoReaction,
  type Reaction,
  type ReactionRequest,
  studyReactions,
} from '../../core/reaction/study-reactions.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study, StudyEvent } from '../../core/study.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

type Available = ReadonlyMap<InstrumentId, PriceSeries>;
type Reactions = readonly (Reaction | NoReaction)[];

/** Requests that are kept per set of series: a reader goes to and fro between a few. */
const KEPT = 12;

const reactions = new WeakMap<Available, Map<string, Reactions>>();
const gaps = new WeakMap<Reaction, GapReaction>();
const claims = new WeakMap<Available, { readonly study: Study; readonly verdicts: readonly ClaimVerdict[] }>();

/** Every event of a study on every instrument whose series is at hand, computed once per request and set of series. */
export function reactionsOf(study: Study, available: Available, request: ReactionRequest): Reactions {
  let known = reactions.get(available);
  if (known === undefined) {
    known = new Map();
    reactions.set(available, known);
  }
  const key = `${study.id} ${JSON.stringify(request)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const ids = study.instruments.map(({ id }) => id);
  const made = studyReactions(study, available, ids, request);
  if (known.size >= KEPT) known.clear();
  known.set(key, made);
  return made;
}

/** What opens and volumes say of a reaction, computed once; null where nothing was measured. */
export function gapOf(available: Available, reaction: Reaction | NoReaction): GapReaction | null {
  const series = available.get(reaction.instrument.id);
  if (reaction.kind === 'no-reaction' || series === undefined) return null;
  const known = gaps.get(reaction) ?? gapReaction(reaction, series);
  gaps.set(reaction, known);
  return known;
}

/** The verdicts on a study's claims, computed once per set of series. */
export function verdictsOf(study: Study, available: Available): readonly ClaimVerdict[] {
  const found = claims.get(available);
  if (found?.study === study) return found.verdicts;
  const verdicts = checkClaims(study, available);
  claims.set(available, { study, verdicts });
  return verdicts;
}

/** The event in focus: the pinned one, else the one that lines count from, else the study's centre. */
export function eventInFocus({ study, view }: Pick<DashboardState, 'study' | 'view'>): StudyEvent | null {
  const named = (id: string | null): StudyEvent | undefined => study.events.find((event) => event.id === id);
  const base = view.base.kind === 'event' ? view.base.event : null;
  return named(view.event) ?? named(base) ?? named(study.centre) ?? null;
}

/** The instruments that the panel tells of: the study's own, then those that are charted besides. */
export function instrumentsTold({ study, view }: Pick<DashboardState, 'study' | 'view'>): readonly InstrumentId[] {
  return [...study.defaultInstruments, ...view.instruments.filter((id) => !study.defaultInstruments.includes(id))];
}
