import type { ExchangeId } from './exchanges/registry.ts';
import type { InstrumentId } from './series.ts';
import type { Instant, SessionDate, ZoneId } from './units.ts';

/** When something became known: exactly, within [from, to), or only by its date. */
export type AnnouncementTime =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'span'; readonly from: Instant; readonly to: Instant }
  | { readonly kind: 'date'; readonly date: SessionDate };

interface Dated {
  readonly id: string;
  readonly title: string;
  readonly time: AnnouncementTime;
  /** The zone in which the event's own date and time are told. */
  readonly zone: ZoneId;
  /** The time in words where the clock is not known: "morning", "after New York's close". */
  readonly timeNote?: string;
}

/** An event of the article. */
export interface StudyEvent extends Dated {
  readonly kind: 'policy' | 'announcement' | 'speech';
  /** What happened, to stand after "after" in a headline: "Nvidia said that …". The title, quoted, where absent. */
  readonly clause?: string;
  /** The same in a few words, for tiny places: "Nvidia’s H20 news". The event's day where absent. */
  readonly shortClause?: string;
  /** At most a sentence of the article. */
  readonly quote: string;
  /** How the time is known. */
  readonly known: string;
  readonly url?: string;
}

/** Something else that day, off the article's list, that could have moved prices. */
export interface Confounder extends Dated {
  readonly detail: string;
  readonly url?: string;
}

/** A close before the data that a record has to beat. */
export interface HighestCloseBefore {
  readonly close: number;
  readonly session: SessionDate;
  readonly source: string;
}

/** The name under which a source knows an instrument. */
export interface SymbolAtSource {
  /** As it is written in a request, unencoded: `124.HSTECH`. */
  readonly code: string;
  /** Words in the name that an answer gives itself that show another instrument under this code. */
  readonly foreignNames?: readonly string[];
}

/** A market index or a share, as a study charts it. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly name: string;
  /** For tight places, such as "Nasdaq". */
  readonly shortName: string;
  /** How it is called inside a sentence, such as "the Nasdaq Composite"; `name` where absent. */
  readonly proseName?: string;
  /** How a headline calls it, such as "Hong Kong tech"; as inside a sentence where absent. */
  readonly headlineName?: string;
  readonly exchange: ExchangeId;
  readonly kind: 'index' | 'share';
  /** Unit of a level: "points" for an index, a currency code for a share. */
  readonly unit: string;
  /** Who owns the index or lists the share, for the notice. */
  readonly owner: string;
  /** The instrument of the market model. */
  readonly benchmark?: InstrumentId;
  readonly highestCloseBefore?: HighestCloseBefore;
  /** First day on which the index could be seen; closes before it are back-filled. */
  readonly launched?: SessionDate;
  /** By source: its symbol, or why it does not have the instrument, as the end of a sentence. */
  readonly symbols?: Readonly<Record<string, SymbolAtSource | { readonly because: string }>>;
  /** Why sources that are not among `symbols` do not have it, as the end of a sentence. */
  readonly notCovered?: string;
  /** Other names under which files know it. */
  readonly fileNames?: readonly string[];
}

/** Which session of an instrument a claim is about. */
interface OnSession {
  readonly instrument: InstrumentId;
  readonly event: string;
  /** Date of the session in the exchange's zone; the event's reaction session where absent. */
  readonly session?: SessionDate;
}

/** A percentage as the article writes it, and the words before it. */
export interface WrittenSize {
  /** Without a sign and the percent sign, with its decimals: "3.6", "5". They say how exact it is. */
  readonly percent: string;
  /** "3.6 %", "about 3 %", "almost 5 %", "more than 3 %", "less than 2 %". */
  readonly hedge: 'exactly' | 'about' | 'almost' | 'more-than' | 'less-than';
}

/** One check that the data can make of a sentence of the article. */
export type ClaimCheck =
  /** "Fell 3.6 %": from the close before to the close. */
  | (OnSession & { readonly kind: 'move'; readonly sign: 'up' | 'down' } & WrittenSize)
  /** "Was little changed": from close to close. */
  | (OnSession & { readonly kind: 'little-changed' })
  /** "Its worst day since April", "the highest close since June". */
  | (OnSession & {
      readonly kind: 'extreme-since';
      readonly of: 'move' | 'close';
      readonly sign: 'up' | 'down';
      /** The last date that the comparison leaves out: 30 April for "since April". */
      readonly since: SessionDate;
    })
  /** "Opened higher": the open against the close before. */
  | (OnSession & { readonly kind: 'opened'; readonly relation: 'higher' | 'lower' })
  /** "Closed 2 % below its high": the high of the session, or the highest close up to it. */
  | (OnSession & { readonly kind: 'off-high'; readonly high: 'session' | 'close' } & Partial<WrittenSize>)
  | {
      readonly kind: 'record-close';
      readonly instrument: InstrumentId;
      readonly event: string;
      readonly another: boolean;
    }
  | {
      readonly kind: 'notable-move';
      readonly instrument: InstrumentId;
      readonly event: string;
      /** "A rally" is a move up; absent where the sentence leaves the direction open. */
      readonly sign?: 'up' | 'down';
    }
  | {
      readonly kind: 'sign';
      readonly instruments: readonly InstrumentId[];
      readonly event: string;
      readonly window: readonly [number, number];
      readonly sign: 'up' | 'down';
    }
  | {
      readonly kind: 'level';
      readonly instrument: InstrumentId;
      readonly event: string;
      readonly relation: 'above' | 'below';
      readonly level: number;
      /** What a close is multiplied with before it is compared, such as the number of shares. */
      readonly times?: { readonly value: number; readonly what: string; readonly source: string };
      /** What the product of the two is, and its unit: "market value", "USD". */
      readonly measure: string;
    }
  | {
      readonly kind: 'comparison';
      readonly instruments: readonly [InstrumentId, InstrumentId];
      readonly event: string;
      readonly window: readonly [number, number];
      readonly relation: 'more' | 'less';
    };

export interface Claim {
  readonly id: string;
  readonly quote: string;
  /** The claim in a few words, such as "record high"; the beginning of the quote where absent. */
  readonly short?: string;
  readonly check: ClaimCheck;
  /** What the series cannot speak to, as a sentence: makes the verdict a partial one. */
  readonly beyond?: string;
}

/** Sessions whose size is known by a name, such as a market crash. */
export interface NamedShock {
  readonly name: string;
  readonly from: SessionDate;
  readonly to: SessionDate;
}

/** Where the bundled rows of an instrument come from. */
export interface BundledSeries {
  readonly source: string;
  readonly symbol: string;
  /** Origin of opens, highs, lows and volumes, where that is another than of the closes. */
  readonly opens?: {
    readonly source: string;
    readonly symbol: string;
    readonly retrieved: SessionDate;
    /** Sessions on which this source has another close. */
    readonly differ: readonly SessionDate[];
  };
}

/** One news article and the markets that it is held against. Data, validated on load. */
export interface Study {
  readonly id: string;
  /** BCP 47 tag of the words inside its charts. */
  readonly language: string;
  readonly title: string;
  readonly article: {
    readonly title: string;
    readonly outlet: string;
    readonly says: string;
    readonly url?: string;
  };
  readonly instruments: readonly Instrument[];
  /** Charted first, and the family of the multiple-testing correction. */
  readonly defaultInstruments: readonly InstrumentId[];
  readonly events: readonly StudyEvent[];
  /** The event that the study is about. */
  readonly centre: string;
  readonly confounders: readonly Confounder[];
  /** What the article states without a date. */
  readonly context: readonly { readonly quote: string; readonly note: string }[];
  readonly claims: readonly Claim[];
  readonly shocks: readonly NamedShock[];
  /** Where the bundled closes come from, per instrument. */
  readonly snapshot: {
    readonly retrieved: SessionDate;
    /** The stretch of dates that the study needs, both ends included; live sources are asked for it too. */
    readonly from: SessionDate;
    readonly to: SessionDate;
    readonly notice: string;
    readonly series: Readonly<Record<InstrumentId, BundledSeries>>;
  };
}
