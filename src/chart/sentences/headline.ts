import { reachesBackTo, recordClose } from '../../core/records.ts';
import { moveBetween } from '../../core/returns.ts';
import { mapAnnouncement } from '../../core/session-mapping.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Instrument, Study, StudyEvent } from '../../core/study.ts';
import { localDate } from '../../core/zone-time.ts';
import {
  dayAsClause,
  type HeadlineFacts,
  headlineWords,
  type MoveFacts,
  type SentencePart,
  shortHeadlineWords,
  titleAsClause,
} from '../../words/en/headline.ts';
import type { Formats } from '../text/formats.ts';

export type { SentencePart } from '../../words/en/headline.ts';

/** The name of an instrument in a headline: its own for that, else the one inside sentences. */
export function headlineName({ name, proseName = name, headlineName: own = proseName }: Instrument): string {
  return own;
}

function moveOf(study: Study, event: StudyEvent, series: PriceSeries): MoveFacts | 'waiting' | null {
  const position = study.instruments.findIndex(({ id }) => id === series.instrument);
  const instrument = study.instruments[position];
  if (instrument === undefined) return null;
  const mapping = mapAnnouncement(event.time, event.zone, series.exchange, series.sessions);
  if (mapping.kind !== 'mapped') return mapping.kind === 'after-data' ? 'waiting' : null;
  const { baselineIndex, dayZeroIndex, ambiguous } = mapping;
  const sessions = ambiguous && dayZeroIndex + 1 < series.sessions.length ? 2 : 1;
  const last = dayZeroIndex + sessions - 1;
  const session = series.sessions[last];
  const [base, close] = [series.closes[baselineIndex ?? -1], series.closes[last]];
  if (session === undefined || base === undefined || close === undefined) return null;
  const reaches = reachesBackTo(study.snapshot.from, series);
  return {
    name: headlineName(instrument),
    shortName: instrument.shortName,
    slot: position + 1,
    move: moveBetween(base, close),
    session,
    sessions,
    record: recordClose(series.sessions, series.closes, last, instrument.highestCloseBefore, reaches),
  };
}

/**
 * What the default instruments did in the first session that could react to the study's central event, the larger
 * move first: over that session and the next where the news may have come after the first one's close. Nothing
 * follows from what a reader chose. An instrument without closes at hand is left out.
 */
export function headlineFacts(
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  formats: Formats,
): HeadlineFacts {
  const event = study.events.find(({ id }) => id === study.centre);
  if (event === undefined) throw new RangeError(`the study ${study.id} has no event "${study.centre}"`);
  const { time, zone, title } = event;
  const day = time.kind === 'date' ? time.date : localDate(zone, time.kind === 'instant' ? time.at : time.from);
  const moves: MoveFacts[] = [];
  const waiting: string[] = [];
  for (const id of study.defaultInstruments) {
    const [series, instrument] = [available.get(id), study.instruments.find((one) => one.id === id)];
    if (series === undefined || instrument === undefined) continue;
    const move = moveOf(study, event, series);
    if (move === 'waiting') waiting.push(headlineName(instrument));
    else if (move !== null) moves.push(move);
  }
  return {
    clause: event.clause ?? titleAsClause(title),
    shortClause: event.shortClause ?? dayAsClause(day, formats),
    moves: moves.toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move)),
    waiting,
  };
}

/** The finding of a study as a sentence without its full stop: what happened, to whom, after what. */
export function headline(
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  formats: Formats,
): SentencePart[] {
  return headlineWords(headlineFacts(study, available, formats), formats);
}

/** The same in at most 60 characters. */
export function shortHeadline(
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  formats: Formats,
): SentencePart[] {
  return shortHeadlineWords(headlineFacts(study, available, formats), formats);
}
