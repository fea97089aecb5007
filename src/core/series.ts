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
  /** Whether the last row is a session that has not ended. */
  readonly lastIsPartial: boolean;
}

/** Something a source got wrong or left out, said rather than hidden. The series is usable with it. */
export interface SeriesIssue {
  readonly kind:
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
    | 'repaired';
  /** The sessions concerned, ascending; empty when the whole series is. */
  readonly sessions: readonly SessionDate[];
  /** One sentence for a reader: what, where, what was done. */
  readonly sentence: string;
}

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
  readonly provenance: Provenance;
  readonly issues: readonly SeriesIssue[];
}
