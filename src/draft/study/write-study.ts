import type { ClaimCheck, Instrument } from '../../core/study.ts';
import type { InstrumentId } from '../../core/series.ts';
import { catalogued } from '../../data/instruments/find-instrument.ts';
import { STUDY_VERSION } from '../../data/study/study-version.ts';
import type { EditedClaim, EditedEvent, EditedStudy } from './edited-study.ts';
import { writeTime } from './write-time.ts';

/** What of an event in its author's hands is no field of a study. */
const OWN_FIELDS = new Set(['isDecided', 'drafted', 'time']);

function eventJson(event: EditedEvent): unknown {
  const fields = Object.entries(event).filter(([field, value]) => !OWN_FIELDS.has(field) && value !== '');
  const time = event.isDecided && event.time !== null ? writeTime(event.time, event.zone) : null;
  return { ...Object.fromEntries(fields), time };
}

function claimJson(claim: EditedClaim, check: ClaimCheck): unknown {
  const fields = Object.entries(claim).filter(([field]) => field !== 'because' && field !== 'check');
  return { ...Object.fromEntries(fields), check };
}

/** An instrument by its id, with what the catalogue does not say of it. */
function instrumentJson(instrument: Instrument): unknown {
  const known = new Map<string, unknown>(Object.entries(catalogued(instrument.id) ?? {}));
  const isOwn = ([field, value]: [string, unknown]): boolean =>
    field === 'id' || JSON.stringify(value) !== JSON.stringify(known.get(field));
  return Object.fromEntries(Object.entries(instrument).filter(isOwn));
}

const instrumentsOf = (check: ClaimCheck): readonly InstrumentId[] =>
  'instruments' in check ? check.instruments : [check.instrument];

/**
 * The check of a claim as far as the study has what it speaks of: a list of instruments keeps those that are there.
 * Null where nothing is left to check.
 */
function checkHere(
  check: ClaimCheck,
  instruments: ReadonlySet<string>,
  events: ReadonlySet<string>,
): ClaimCheck | null {
  if (!events.has(check.event)) return null;
  if (check.kind === 'sign') {
    const here = check.instruments.filter((id) => instruments.has(id));
    return here.length === 0 ? null : { ...check, instruments: here };
  }
  return instrumentsOf(check).every((id) => instruments.has(id)) ? check : null;
}

/** The claims of a study that it can check: those with a check whose event and instruments it has. */
export function checkedClaims(
  study: EditedStudy,
): readonly { readonly claim: EditedClaim; readonly check: ClaimCheck }[] {
  const instruments = new Set(study.instruments.map(({ id }) => id));
  const events = new Set(study.events.map(({ id }) => id));
  return study.claims.flatMap((claim) => {
    const check = claim.check === null ? null : checkHere(claim.check, instruments, events);
    return check === null ? [] : [{ claim, check }];
  });
}

/**
 * What `study.json` holds of a study that is being written. An event whose date is not decided has `null` for its
 * time, which no study may have: the file is valid once all are decided.
 */
export function studyJson(study: EditedStudy): unknown {
  const { id, language, title, article, instruments, defaultInstruments, events, centre } = study;
  return {
    schemaVersion: STUDY_VERSION,
    id,
    language,
    title,
    article,
    instruments: instruments.map(instrumentJson),
    defaultInstruments,
    events: events.map(eventJson),
    centre: centre ?? '',
    confounders: study.confounders.map(({ time, ...rest }) => ({ ...rest, time: writeTime(time, rest.zone) })),
    context: study.context,
    claims: checkedClaims(study).map(({ claim, check }) => claimJson(claim, check)),
    shocks: study.shocks,
    snapshot: study.snapshot,
  };
}
