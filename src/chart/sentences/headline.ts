import { moveBetween } from '../../core/returns.ts';
import { reachesBackTo, type RecordClose, recordClose } from '../../core/records.ts';
import { mapAnnouncement } from '../../core/session-mapping.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import type { Ratio, SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { dayWords } from './event-words.ts';

/** A stretch of a sentence; `slot` is the colour of the instrument that it names, or null. */
export interface SentencePart {
  readonly text: string;
  readonly slot: number | null;
}

interface Reaction {
  /** What stands before the name inside a sentence, such as "the ". */
  readonly article: string;
  readonly name: string;
  readonly slot: number;
  readonly session: SessionDate;
  readonly move: Ratio;
  readonly record: RecordClose | null;
}

/**
 * ", to a record close" where the study gives the highest close before the data
 * and this one beats it; else how far back it is the highest. Empty when it is not.
 */
function recordWords(record: RecordClose | null, formats: Formats): string {
  if (record === null || !record.highest) return '';
  if (record.since.kind === 'all-time') return ', to a record close';
  return `, to the highest close since ${formats.date(record.since.first)}`;
}

/**
 * The verb for a move that is written with one decimal: it rose or fell by what
 * is written, and what rounds to nothing was unchanged. No stronger word is used.
 */
export function moveWords(move: Ratio, formats: Formats): string {
  const written = formats.percent(Math.abs(move));
  if (Number((Math.abs(move) * 100).toFixed(1)) === 0) return 'was little changed';
  return `${move > 0 ? 'rose' : 'fell'} ${written}`;
}

/** The name of an instrument inside a sentence, and the article before it. */
function named({ name, proseName = name }: Instrument): { article: string; name: string } {
  if (!proseName.endsWith(name)) return { article: '', name: proseName };
  return { article: proseName.slice(0, -name.length), name };
}

function reactionsOf(study: Study, available: ReadonlyMap<InstrumentId, PriceSeries>): Reaction[] {
  const centre = study.events.find(({ id }) => id === study.centre);
  if (centre === undefined) return [];
  return study.defaultInstruments.flatMap((id): Reaction[] => {
    const series = available.get(id);
    const position = study.instruments.findIndex((instrument) => instrument.id === id);
    const instrument = study.instruments[position];
    if (series === undefined || instrument === undefined) return [];
    const mapping = mapAnnouncement(centre.time, centre.zone, series.exchange, series.sessions);
    if (mapping.kind !== 'mapped' || mapping.baselineIndex === null) return [];
    const [base, close] = [series.closes[mapping.baselineIndex], series.closes[mapping.dayZeroIndex]];
    if (base === undefined || close === undefined) return [];
    return [
      {
        ...named(instrument),
        slot: position + 1,
        session: mapping.dayZero,
        move: moveBetween(base, close),
        record: recordClose(
          series.sessions,
          series.closes,
          mapping.dayZeroIndex,
          instrument.highestCloseBefore,
          reachesBackTo(study.snapshot.from, series),
        ),
      },
    ];
  });
}

/**
 * What the default instruments did in the first session that could react to the
 * study's central event, the larger move first. Says that there is nothing to
 * tell where no session has reacted yet.
 */
export function headline(
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  formats: Formats,
): SentencePart[] {
  const reactions = reactionsOf(study, available).toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move));
  if (reactions.length === 0) return [{ text: 'No session has reacted to the news yet.', slot: null }];
  const days = [...new Set(reactions.map(({ session }) => session))];
  const together = days.length === 1;
  const lead = together
    ? `In the first session that could react, ${dayWords(days, formats)}, `
    : 'In the first sessions that could react, ';
  return [
    { text: lead, slot: null },
    ...reactions.flatMap(({ article, name, slot, session, move, record }, index): SentencePart[] => [
      { text: `${index === 0 ? '' : '; '}${article}`, slot: null },
      { text: name, slot },
      {
        text: ` ${moveWords(move, formats)}${together ? '' : ` on ${formats.dayMonth(session)}`}${recordWords(record, formats)}`,
        slot: null,
      },
    ]),
    { text: '.', slot: null },
  ].filter(({ text }) => text !== '');
}
