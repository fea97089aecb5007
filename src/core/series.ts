import type { ExchangeId } from './exchanges/registry.ts';
import type { SessionDate } from './units.ts';

/** An instrument's short name in a study and in URLs, such as `IXIC`. Upper-case letters, digits, `.` and `-`. */
export type InstrumentId = string;

/** Where a series came from. Every series carries one. */
export interface Provenance {
  /** Adapter id, such as `snapshot`. */
  readonly source: string;
  /** What a reader calls the source, such as "Bundled snapshot". */
  readonly label: string;
  /** The name under which the source knows the instrument. */
  readonly symbol: string;
  /** Who publishes the figures, and who owns the index. */
  readonly attribution: string;
  /** When the figures were fetched: an ISO instant, or a date for a snapshot. */
  readonly fetchedAt: string;
  /** The zone in which the session dates are dates. */
  readonly zone: string;
  /** Where opens, highs, lows and volumes come from, where that is elsewhere. */
  readonly opens?: { readonly symbol: string; readonly attribution: string; readonly fetchedAt: string };
  /** Whether the last row is a session that has not ended. */
  readonly lastIsPartial: boolean;
}

/** How a file was read where that is not plain to see. Nothing is wrong with it. */
export type FileNote =
  | {
      readonly kind: 'rows-left-out';
      readonly where: 'above' | 'below' | 'between';
      readonly rows: number;
      /** The first of them, as it is written. */
      readonly first: string;
    }
  | { readonly kind: 'columns-left-out'; readonly names: readonly string[] }
  | { readonly kind: 'excel-days'; readonly cell: string; readonly date: string }
  /** The one column of figures was taken for the close. */
  | { readonly kind: 'only-column'; readonly name: string }
  | { readonly kind: 'adjusted-close'; readonly name: string }
  /** Of several instruments in one file the rows of one were taken. */
  | { readonly kind: 'rows-of'; readonly written: string; readonly others: readonly string[] };

/** A place at which closes go on at another scale, so that no return across it is a move of the market. */
export interface ScaleChange {
  readonly before: { readonly session: SessionDate; readonly close: number };
  readonly after: { readonly session: SessionDate; readonly close: number };
  /** `split` where the ratio is near that of one, `units` where it is near a power of ten, `leap` for any other. */
  readonly reason: 'split' | 'units' | 'leap';
  /** How many times the smaller of the two closes the larger one is, as the split or the power of ten has it. */
  readonly factor: number;
  /** Last session on the new scale where the old one comes back; null where it does not. */
  readonly until: SessionDate | null;
}

interface IssueOf<Kind extends string> {
  readonly kind: Kind;
  /** The sessions concerned, ascending; empty when the whole series is. */
  readonly sessions: readonly SessionDate[];
}

/** An issue that brings its own sentence for a reader: what, where, what was done. */
interface ToldIssue extends IssueOf<
  | 'missing-value'
  | 'invalid-row'
  | 'duplicate'
  | 'out-of-order'
  | 'outside-window'
  | 'phantom-session'
  | 'hole'
  | 'partial-last-bar'
  | 'truncated'
  | 'back-filled'
  | 'revised'
  | 'stale'
  | 'suspect-value'
  | 'repaired'
> {
  readonly sentence: string;
}

/** Something a source got wrong or left out, said rather than hidden. The series is usable with it. */
export type SeriesIssue =
  | ToldIssue
  | (IssueOf<'change-of-scale'> & { readonly changes: readonly ScaleChange[] })
  | (IssueOf<'reading'> & { readonly note: FileNote });

/**
 * Daily closes of one instrument. All arrays have one entry per session.
 * Sessions ascend strictly, closes are positive and finite: a row without a
 * usable close is not in the series but named in `issues`.
 */
export interface PriceSeries {
  readonly instrument: InstrumentId;
  readonly exchange: ExchangeId;
  readonly sessions: readonly SessionDate[];
  readonly closes: readonly number[];
  /** Present only when the source gives them; NaN where a row has none. */
  readonly opens?: readonly number[];
  readonly highs?: readonly number[];
  readonly lows?: readonly number[];
  readonly volumes?: readonly number[];
  /** Where opens and closes are of two publishers: sessions on which the opens' publisher has another close. */
  readonly opensDiffer?: readonly SessionDate[];
  readonly provenance: Provenance;
  readonly issues: readonly SeriesIssue[];
}
