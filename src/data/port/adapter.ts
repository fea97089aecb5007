import type { PriceSeries, Provenance, SeriesIssue } from '../../core/series.ts';
import type { Instrument, Study, SymbolAtSource } from '../../core/study.ts';
import type { Instant, SessionDate } from '../../core/units.ts';
import type { FileChoices } from '../files/file-choices.ts';
import type { DailyRows } from './daily-rows.ts';
import type { Refusal } from './failure.ts';

/** Sessions asked for, both ends included, as dates in the exchange's zone. */
export interface SessionRange {
  readonly from: SessionDate;
  readonly to: SessionDate;
}

/** One thing that has to be fetched. Several are pages of one series, in order of time. */
export type SourceRequest =
  /** An address on the open network. `isWhole` where the answer is all that the source has, whatever was asked for. */
  | { readonly kind: 'http'; readonly url: string; readonly format: string; readonly isWhole?: boolean }
  /** A file that is published beside the study, such as `closes/IXIC.csv`. */
  | { readonly kind: 'study-file'; readonly path: string; readonly format: string }
  /** A file that the reader gave. */
  | { readonly kind: 'given-file'; readonly format: string };

export interface RequestContext {
  readonly now: Instant;
  /** The reader's own key for this source and no other. */
  readonly key?: string;
}

/** An answer as it came, decoded to text. */
export interface SourceResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The `format` of the request that it answers. */
  readonly format: string;
}

export interface ParseContext {
  readonly symbol: SymbolAtSource;
  readonly instrument: Instrument;
  readonly range: SessionRange;
  readonly now: Instant;
  /** The study that a bundled series belongs to. */
  readonly study?: Study;
  /** The same instrument from a trusted source, for files that leave the order of their dates open. */
  readonly reference?: PriceSeries;
  /** How the reader wants an ambiguous file read. */
  readonly choices?: FileChoices;
}

/** What an answer holds: rows with what is to be said about them, or the reason why there are none. */
export type Parsed =
  | {
      readonly kind: 'rows';
      readonly rows: DailyRows;
      readonly issues: readonly SeriesIssue[];
      /** What the answer itself says about its origin, over what is known beforehand. */
      readonly provenance?: Partial<Pick<Provenance, 'symbol' | 'attribution' | 'fetchedAt' | 'label' | 'opens'>>;
      /** Sessions on which the publisher of the opens has another close. */
      readonly opensDiffer?: readonly SessionDate[];
    }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/**
 * A public source of daily closes. `resolve`, `request` and `parse` are pure and
 * never see the network or a clock, so that a recorded answer can be replayed.
 */
export interface MarketDataAdapter {
  /** Lower-case letters, digits and hyphens; stands in URLs and on the command line. */
  readonly id: string;
  readonly label: string;
  /** Who publishes the figures and on which terms they may be used. */
  readonly attribution: string;
  /** Where the source states its terms; null where it states none. */
  readonly termsUrl: string | null;
  readonly needs: {
    readonly key: 'none' | 'optional' | 'required';
    /** Whether browsers may not call it, so that a proxy has to. */
    readonly proxy: boolean;
    readonly file: boolean;
  };
  /** Whether it is used only when the reader asks for it by name. */
  readonly optIn: boolean;
  readonly capabilities: {
    readonly fields: 'close' | 'ohlc' | 'ohlcv';
    /** First session that the source is known to have; null where that is not known. */
    readonly earliest: SessionDate | null;
    /** Rows that one request can bring at most; null where no limit is known. */
    readonly maxRowsPerRequest: number | null;
  };
  /** The source's explicit symbol for an instrument, or null: the instrument's own `symbols` say which. */
  resolve(instrument: Instrument): SymbolAtSource | null;
  /** What to ask for. Dates that no session can have, such as those of the future, are left to the source. */
  request(symbol: SymbolAtSource, range: SessionRange, context: RequestContext): readonly SourceRequest[];
  parse(response: SourceResponse, context: ParseContext): Parsed;
}
