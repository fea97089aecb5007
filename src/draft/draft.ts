import type { ExchangeId } from '../core/exchanges/registry.ts';
import type { InstrumentId } from '../core/series.ts';
import type { AnnouncementTime, ClaimCheck, StudyEvent } from '../core/study.ts';
import type { SessionDate, ZoneId } from '../core/units.ts';

/** The languages that drafts are made from; Chinese by its script. */
export type DraftLanguage = 'en' | 'zh-Hans' | 'zh-Hant';

/**
 * How sure a date is. `stated`: the text gives it, with one reading only. `inferred`: one reading is far likelier than
 * the others. `ambiguous`: several readings, or only a month. The last two count once the author has chosen.
 */
export type DateStatus = 'stated' | 'inferred' | 'ambiguous';

/** How a date was read, for the words beside it. */
export type DateReading =
  /** With its month and day, and a year that is given or the only one possible. */
  | { readonly kind: 'calendar-date' }
  /** Month and day without a year, more than half a year before the publication. */
  | { readonly kind: 'year-assumed' }
  /** A day without its month: the latest such day. */
  | { readonly kind: 'day-of-month' }
  /** A day without its month, after another month was named: either of the two. */
  | { readonly kind: 'day-of-two-months' }
  /** The last such day of the week up to the publication. */
  | { readonly kind: 'weekday' }
  /** "Last Friday" within the week of that Friday: that one, or the one before. */
  | { readonly kind: 'last-weekday' }
  /** "Today", "yesterday", "two days ago": counted from the publication. */
  | { readonly kind: 'from-publication' }
  /** "A day earlier", "a day after the announcement": counted from a date that the text gives. */
  | { readonly kind: 'from-date-in-text'; readonly anchor: SessionDate }
  /** Counted from something whose date the text does not give. */
  | { readonly kind: 'from-unknown' }
  /** A time without a day, told of the day that the text spoke of last. */
  | { readonly kind: 'same-day'; readonly anchor: SessionDate }
  /** Only a month, or a part of it. */
  | { readonly kind: 'month-only' }
  /** Two figures that can each be the month. */
  | { readonly kind: 'day-or-month-first' };

/** An event that a text tells, before an author has looked at it. */
export interface DraftEvent {
  readonly id: string;
  /** A short title, from the quote. */
  readonly title: string;
  readonly kind: StudyEvent['kind'];
  /** The words that give the date and time, as in the text; several places are joined by " … ". */
  readonly phrase: string;
  /** The shortest part of the text that tells the event: at most a sentence. */
  readonly quote: string;
  readonly status: DateStatus;
  readonly reading: DateReading;
  /** Null where the date is ambiguous. */
  readonly time: AnnouncementTime | null;
  readonly zone: ZoneId;
  /** The part of the day in words of a trading day, where the text gives one. */
  readonly part: DayPart | null;
  /** The readings of an ambiguous date: both, or the first and the last day of a month. Empty for others. */
  readonly candidates: readonly AnnouncementTime[];
}

/** A part of a day that texts name. The first four are told by an exchange's hours, the others by the clock. */
export type DayPart =
  | 'before-open'
  | 'in-session'
  | 'lunch'
  | 'after-close'
  | 'night'
  | 'morning'
  | 'afternoon'
  | 'evening';

/** A date after the publication, or a plan: nothing that can have moved the closes. */
export interface FutureMention {
  readonly phrase: string;
  readonly quote: string;
  /** Null where the text gives no day. */
  readonly date: SessionDate | null;
}

/** Why a sentence about markets is no check of the schema. */
export type NoCheck =
  /** It names no index or share of the catalogue: "technology shares". */
  | { readonly kind: 'no-instrument' }
  /** No event of the draft has its reaction session on that day. */
  | { readonly kind: 'no-event-on-session'; readonly session: SessionDate; readonly instrument: InstrumentId }
  /** The draft has no dated event to tie it to. */
  | { readonly kind: 'no-event' }
  /** It compares with something that is not dated or not named. */
  | { readonly kind: 'not-expressible' };

/** A sentence about markets: the check that holds it against the closes, or why there is none. */
export interface DraftClaim {
  readonly id: string;
  readonly quote: string;
  readonly check: ClaimCheck | null;
  /** Null where there is a check. */
  readonly because: NoCheck | null;
  /** What the closes cannot speak to, where the check covers a part only. */
  readonly beyond: 'other-markets' | null;
}

/** An instrument of the catalogue that a text names. */
export interface DraftInstrument {
  readonly id: InstrumentId;
  readonly name: string;
  readonly exchange: ExchangeId;
  /** The words by which the text names it, as they stand there. */
  readonly phrase: string;
}

/** What a text says, as a draft of a study. */
export interface Draft {
  readonly language: DraftLanguage;
  readonly title: string;
  /** Null where the text does not say. */
  readonly outlet: string | null;
  readonly published: SessionDate;
  /** Where the text was published: of its dateline, or as asked. */
  readonly zone: ZoneId;
  /** In the order of the text. */
  readonly events: readonly DraftEvent[];
  readonly future: readonly FutureMention[];
  readonly claims: readonly DraftClaim[];
  readonly instruments: readonly DraftInstrument[];
  /** The text as it was read: of these an author chooses another quote. */
  readonly sentences: readonly string[];
}

/** Why a text gives no draft. */
export type DraftFailure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly characters: number; readonly limit: number }
  /** Neither English nor Chinese. */
  | { readonly kind: 'language' }
  /** No sentences: a list of links, a menu. */
  | { readonly kind: 'no-sentences' }
  /** No date of publication, in the text or asked with it. */
  | { readonly kind: 'no-publication-date'; readonly title: string };

export type Drafted =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'failed'; readonly failure: DraftFailure };
