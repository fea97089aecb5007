import { confoundersOf, type SharedConfounder } from '../confounders.ts';
import type { InstrumentId, PriceSeries } from '../series.ts';
import { mapAnnouncement, type SessionMapping } from '../session-mapping.ts';
import type { Instrument, Study, StudyEvent } from '../study.ts';
import type { SessionDate } from '../units.ts';
import { analyse, type Analysis } from './analysis.ts';
import { holm } from './holm.ts';
import { leftOutFor, type LeftOut } from './left-out.ts';
import { type Fallback, panelForEvent } from './panel-for-event.ts';
import type { Model, OffsetRange, ReactionParameters } from './parameters.ts';

/**
 * How unusual: `unusual` when the empirical p is at most 0.05 after Holm's
 * correction, `large` when only the raw one is, `ordinary` otherwise.
 */
export type Verdict = 'unusual' | 'large' | 'ordinary';

/** Greatest p that is called unusual. */
export const SIGNIFICANCE = 0.05;

/** One event on one instrument, with everything that has to be said beside the figures. */
export interface Reaction {
  readonly kind: 'reaction';
  readonly event: StudyEvent;
  readonly instrument: Instrument;
  readonly mapping: Extract<SessionMapping, { kind: 'mapped' }>;
  readonly analysis: Analysis;
  /** The model that was used, and why it is not the one asked for. */
  readonly model: Model;
  readonly fallback: Fallback | null;
  readonly benchmark: Instrument | null;
  readonly leftOut: readonly LeftOut[];
  /** Those that can be in the prices of the leading window. */
  readonly confounders: readonly SharedConfounder[];
  /** The window that leads: day 0, or [0, +1] where the reaction may be in either session. */
  readonly lead: OffsetRange;
  /** Empirical p of the leading window, and after Holm. Null without enough history. */
  readonly p: number | null;
  readonly holmP: number | null;
  /** Number of p-values in the family that Holm's correction counted. */
  readonly looks: number;
  readonly verdict: Verdict | null;
}

/** An event that cannot be measured on an instrument, and why, in one sentence. */
export interface NoReaction {
  readonly kind: 'no-reaction';
  readonly event: StudyEvent;
  readonly instrument: Instrument;
  readonly because: 'no-series' | 'no-baseline' | 'before-data' | 'after-data' | 'no-sessions';
  readonly sentence: string;
}

export interface ReactionRequest {
  readonly parameters: ReactionParameters;
  /** An instrument of the study in place of each instrument's own benchmark. */
  readonly benchmark?: InstrumentId;
  /** Estimate on the sessions around the other events too. */
  readonly keepOtherEvents?: boolean;
  /** Sessions to keep out of the estimation besides. Dates that are no session are of no effect. */
  readonly leaveOut?: readonly SessionDate[];
}

type Unjudged = Omit<Reaction, 'holmP' | 'looks' | 'verdict'>;

function leadingP(analysis: Analysis, lead: OffsetRange): number | null {
  if (analysis.kind !== 'measured') return null;
  if (lead[1] === 0) return analysis.dayZero.standing.absolute;
  const window = analysis.windows.find((one) => one.window[0] === lead[0] && one.window[1] === lead[1]);
  return window?.kind === 'complete' ? window.rolling.two : null;
}

function measure(
  study: Study,
  event: StudyEvent,
  instrument: Instrument,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  request: ReactionRequest,
): Unjudged | NoReaction {
  const series = available.get(instrument.id);
  const none = (because: NoReaction['because'], sentence: string): NoReaction => {
    return { kind: 'no-reaction', event, instrument, because, sentence };
  };
  if (series === undefined) return none('no-series', `There are no closes of ${instrument.name}.`);
  const { exchange, sessions } = series;
  const mapping = mapAnnouncement(event.time, event.zone, exchange, sessions);
  if (mapping.kind !== 'mapped') return none(mapping.kind, mapping.sentence);
  if (mapping.baselineIndex === null) {
    return none('no-baseline', `The data begin with ${mapping.dayZero}: there is no close before it to measure from.`);
  }
  const benchmarkId = request.benchmark ?? instrument.benchmark;
  const benchmark = study.instruments.find(({ id }) => id === benchmarkId && id !== instrument.id) ?? null;
  const leftOut = [
    ...(request.keepOtherEvents === true ? [] : leftOutFor(event, study.events, exchange, sessions)),
    ...(request.leaveOut === undefined ? [] : [{ event: null, sessions: request.leaveOut }]),
  ];
  const lead: OffsetRange = mapping.ambiguous ? [0, 1] : [0, 0];
  const asked = request.parameters;
  const leads = mapping.ambiguous && !asked.windows.some((one) => one[0] === lead[0] && one[1] === lead[1]);
  const windows = leads ? [...asked.windows, lead] : asked.windows;
  const parameters = { ...asked, windows };
  const {
    panel,
    dayZero,
    model,
    fallback,
    leftOut: rows,
  } = panelForEvent(
    series,
    benchmark === null ? null : (available.get(benchmark.id) ?? null),
    mapping.dayZeroIndex,
    parameters,
    leftOut.flatMap((one) => one.sessions),
  );
  const analysis = analyse(panel, dayZero, { ...parameters, model }, rows);
  return {
    kind: 'reaction',
    event,
    instrument,
    mapping,
    analysis,
    model,
    fallback,
    benchmark,
    leftOut,
    confounders: confoundersOf(study, exchange, sessions, mapping.dayZero, sessions[mapping.dayZeroIndex + lead[1]]),
    lead,
    p: leadingP(analysis, lead),
  };
}

function verdictOf(p: number, holmP: number): Verdict {
  if (holmP <= SIGNIFICANCE) return 'unusual';
  return p <= SIGNIFICANCE ? 'large' : 'ordinary';
}

/**
 * Measures every event of a study on the given instruments, in the order events
 * × instruments. The family of Holm's correction is the study's events × its
 * default instruments, whatever is asked for; an instrument outside it is
 * judged as if it belonged to it. Parameters have been checked with
 * `parameterProblem`.
 */
export function studyReactions(
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  instruments: readonly InstrumentId[],
  request: ReactionRequest,
): readonly (Reaction | NoReaction)[] {
  const measured = new Map<string, Unjudged | NoReaction>();
  const cell = (event: StudyEvent, id: InstrumentId): Unjudged | NoReaction | null => {
    const key = `${event.id} ${id}`;
    const known = measured.get(key);
    if (known !== undefined) return known;
    const instrument = study.instruments.find((one) => one.id === id);
    if (instrument === undefined) return null;
    const made = measure(study, event, instrument, available, request);
    measured.set(key, made);
    return made;
  };
  const judge = (one: Unjudged): Reaction => {
    const { defaultInstruments } = study;
    const ids = defaultInstruments.includes(one.instrument.id)
      ? defaultInstruments
      : [...defaultInstruments, one.instrument.id];
    const family = study.events.flatMap((event) => ids.flatMap((id) => cell(event, id) ?? []));
    const tested = family.filter((member): member is Unjudged => member.kind === 'reaction' && member.p !== null);
    if (one.p === null) return { ...one, holmP: null, looks: tested.length, verdict: null };
    const adjusted = holm(tested.map((member) => member.p ?? 1));
    const holmP = adjusted[tested.indexOf(one)] ?? 1;
    return { ...one, holmP, looks: tested.length, verdict: verdictOf(one.p, holmP) };
  };
  return study.events.flatMap((event) =>
    instruments.flatMap((id) => {
      const one = cell(event, id);
      if (one === null) return [];
      return [one.kind === 'reaction' ? judge(one) : one];
    }),
  );
}
