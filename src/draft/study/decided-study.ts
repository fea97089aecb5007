import { parseStudy, type ParsedStudy } from '../../data/study/study-schema.ts';
import type { EditedStudy } from './edited-study.ts';
import { studyJson } from './write-study.ts';

/** The events that an author has yet to decide. */
export function undecidedEvents({ events }: EditedStudy): readonly string[] {
  return events.filter(({ isDecided, time }) => !isDecided || time === null).map(({ id }) => id);
}

/**
 * The study of what is decided so far, for the chart and the verdicts: an event without a time that counts is not in
 * it, and neither are claims about that event. Invalid while it has no event, or no instrument with closes.
 */
export function decidedStudy(study: EditedStudy): ParsedStudy {
  const undecided = new Set(undecidedEvents(study));
  const events = study.events.filter(({ id }) => !undecided.has(id));
  const centre = events.some(({ id }) => id === study.centre) ? study.centre : (events[0]?.id ?? null);
  const here = new Set(study.instruments.map(({ id }) => id));
  const defaultInstruments = study.defaultInstruments.filter((id) => here.has(id));
  return parseStudy(studyJson({ ...study, events, centre, defaultInstruments }));
}
