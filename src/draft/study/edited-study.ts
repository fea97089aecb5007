import type { Claim, Confounder, Instrument, Study, StudyEvent } from '../../core/study.ts';
import type { AnnouncementTime } from '../../core/study.ts';
import type { InstrumentId } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import { startOfDate } from '../../core/zone-time.ts';
import { centralEvent } from '../claims/find-claims.ts';
import type { DateReading, DateStatus, DayPart, Draft, DraftEvent, NoCheck } from '../draft.ts';

/** An event in the author's hands. Its time counts once it is `decided`. */
export interface EditedEvent extends Omit<StudyEvent, 'time'> {
  readonly time: AnnouncementTime | null;
  /** The text gives the date with one reading, or the author has chosen. */
  readonly isDecided: boolean;
  /** What the text gave; null for an event that the author has added. */
  readonly drafted: {
    readonly phrase: string;
    readonly status: DateStatus;
    readonly reading: DateReading;
    readonly candidates: readonly AnnouncementTime[];
  } | null;
}

/** A claim in the author's hands: with its check, or the reason why there is none. */
export interface EditedClaim extends Omit<Claim, 'check'> {
  readonly check: Claim['check'] | null;
  readonly because: NoCheck | null;
}

/** A study while it is written. It becomes a study once nothing is undecided. */
export interface EditedStudy {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly article: Study['article'];
  readonly published: SessionDate;
  readonly instruments: readonly Instrument[];
  readonly defaultInstruments: readonly InstrumentId[];
  readonly events: readonly EditedEvent[];
  /** Id of the event that the study is about; null while there is none. */
  readonly centre: string | null;
  readonly confounders: readonly Confounder[];
  readonly context: Study['context'];
  readonly claims: readonly EditedClaim[];
  readonly shocks: Study['shocks'];
  readonly snapshot: Study['snapshot'];
  /** The closes of each instrument, as CSV. */
  readonly closes: Readonly<Record<InstrumentId, string>>;
}

/** The words that a draft needs to become a study, in the reader's language. */
export interface DraftWords {
  /** How the time of an event is known. */
  known(event: DraftEvent): string;
  timeNote(part: DayPart): string;
  beyond(what: 'other-markets'): string;
  /** For an outlet that the text does not name. */
  readonly noOutlet: string;
  /** What the article says, until the author has put it in words. */
  says(title: string): string;
  /** For a study without closes yet. */
  readonly noCloses: string;
}

/** An instrument with where its closes come from. */
export interface InstrumentAtHand {
  readonly instrument: Instrument;
  readonly source: string;
  readonly symbol: string;
  readonly csv: string;
}

/** When closes were retrieved, the dates that they reach over, and the notice that they are carried under. */
export type ClosesReach = Pick<Study['snapshot'], 'retrieved' | 'from' | 'to' | 'notice'>;

/** The instruments of a draft whose closes are at hand, and about those closes. */
export interface ClosesAtHand extends ClosesReach {
  readonly instruments: readonly InstrumentAtHand[];
}

const LONGEST_ID = 48;

/** A name for a study's folder: the first words of its title, or its date where they are not English. */
export function studyId(title: string, published: SessionDate): string {
  const words =
    title
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[a-z0-9]+/g) ?? [];
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word : `${id}-${word}`;
    if (longer.length > LONGEST_ID || longer.split('-').length > 6) break;
    id = longer;
  }
  return id.length >= 6 ? id : `article-${published}`;
}

/** The instruments to chart first: two indices that the text names, or else what there is. */
function firstCharted(instruments: readonly Instrument[], named: ReadonlySet<InstrumentId>): readonly InstrumentId[] {
  const own = instruments.filter(({ id }) => named.has(id));
  const indices = own.filter(({ kind }) => kind === 'index');
  const exchanges = new Set<string>();
  const apart = indices.filter(({ exchange }) => !exchanges.has(exchange) && exchanges.add(exchange));
  const chosen = apart.length > 0 ? apart : own.length > 0 ? own : instruments;
  return chosen.slice(0, 2).map(({ id }) => id);
}

function editedEvent(event: DraftEvent, words: DraftWords): EditedEvent {
  const { id, title, kind, time, zone, quote, phrase, status, reading, candidates, part } = event;
  return {
    id,
    title,
    kind,
    time,
    zone,
    ...(part === null ? {} : { timeNote: words.timeNote(part) }),
    quote,
    known: words.known(event),
    isDecided: status === 'stated',
    drafted: { phrase, status, reading, candidates: status === 'inferred' && time !== null ? [time] : candidates },
  };
}

/** When an event begins, or can have begun; milliseconds since 1970. */
function beginning({ time, zone, candidates }: DraftEvent): number {
  const first = time ?? candidates[0];
  if (first === undefined) return Number.POSITIVE_INFINITY;
  if (first.kind === 'date') return startOfDate(zone, first.date);
  return first.kind === 'span' ? first.from : first.at;
}

/** A draft as a study to be edited, with the instruments whose closes are at hand; null where there are none. */
export function editedStudy(draft: Draft, atHand: ClosesAtHand | null, words: DraftWords): EditedStudy {
  const { published } = draft;
  const closes = atHand ?? {
    instruments: [],
    retrieved: published,
    from: published,
    to: published,
    notice: words.noCloses,
  };
  const instruments = closes.instruments.map(({ instrument }) => instrument);
  const named = new Set(draft.instruments.map(({ id }) => id));
  return {
    id: studyId(draft.title, draft.published),
    language: draft.language,
    title: draft.title,
    article: { title: draft.title, outlet: draft.outlet ?? words.noOutlet, says: words.says(draft.title) },
    published: draft.published,
    instruments,
    defaultInstruments: firstCharted(instruments, named),
    events: draft.events.toSorted((a, b) => beginning(a) - beginning(b)).map((event) => editedEvent(event, words)),
    centre: centralEvent(draft.events, draft.published)?.id ?? draft.events[0]?.id ?? null,
    confounders: [],
    context: [],
    claims: draft.claims.map(({ id, quote, check, because, beyond }) => ({
      id,
      quote,
      check,
      because,
      ...(beyond === null ? {} : { beyond: words.beyond(beyond) }),
    })),
    shocks: [],
    snapshot: {
      retrieved: closes.retrieved,
      from: closes.from,
      to: closes.to,
      notice: closes.notice,
      series: Object.fromEntries(
        closes.instruments.map(({ instrument, source, symbol }) => [instrument.id, { source, symbol }]),
      ),
    },
    closes: Object.fromEntries(closes.instruments.map(({ instrument, csv }) => [instrument.id, csv])),
  };
}

/** A study that was opened, to be edited again: all of it is decided. */
export function reopenedStudy(study: Study, closes: EditedStudy['closes'], published: SessionDate): EditedStudy {
  return {
    ...study,
    published,
    events: study.events.map((event) => ({ ...event, isDecided: true, drafted: null })),
    claims: study.claims.map((claim) => ({ ...claim, because: null })),
    closes,
  };
}
