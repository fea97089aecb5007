import type { RawMove, RawRank } from '../reaction/analysis.ts';
import type { RecordClose } from '../records.ts';
import type { Claim, Instrument } from '../study.ts';
import type { Ratio, SessionDate } from '../units.ts';

/** A move over a window: from the close before it to its last close. */
export interface WindowMove {
  readonly instrument: Instrument;
  /** The session before the window, whose close is the base. */
  readonly baseline: SessionDate;
  readonly to: SessionDate;
  readonly move: Ratio;
}

/** The figures that a verdict rests on. */
export type Evidence =
  | { readonly kind: 'record-close'; readonly instrument: Instrument; readonly record: RecordClose }
  | {
      readonly kind: 'notable-move';
      readonly instrument: Instrument;
      readonly move: RawMove;
      /** Size of the session's log return, and the robust sigma of ordinary days, as fractions. */
      readonly size: number;
      readonly robustSigma: number;
      readonly rank: RawRank;
    }
  | { readonly kind: 'moves'; readonly moves: readonly WindowMove[] }
  | {
      readonly kind: 'level';
      readonly instrument: Instrument;
      readonly session: SessionDate;
      readonly close: number;
      /** The close times what the study multiplies it with; the close itself where that is nothing. */
      readonly value: number;
    };

/** Why a claim cannot be checked. */
export type CannotCheck =
  | { readonly kind: 'no-session'; readonly instrument: Instrument; readonly sentence: string }
  | { readonly kind: 'window-incomplete'; readonly instrument: Instrument; readonly have: number; readonly L: number }
  /** Too few ordinary days, or days without any spread, to tell a notable move. */
  | { readonly kind: 'no-ordinary-days'; readonly instrument: Instrument; readonly T: number }
  /** The close is the highest in the data, and the study does not know what was before them. */
  | { readonly kind: 'before-data-unknown'; readonly first: SessionDate }
  /** The claim is about something other than the close, and the study does not say what makes it of a close. */
  | { readonly kind: 'factor-unknown'; readonly measure: string };

/** What the series say of one claim of the article. */
export interface ClaimVerdict {
  readonly claim: Claim;
  readonly status: 'holds' | 'does-not-hold' | 'cannot-be-checked';
  /** The claim reaches beyond the series: the verdict is on the part that they speak to. */
  readonly partial: boolean;
  /** Null only where nothing could be computed. */
  readonly evidence: Evidence | null;
  /** Null unless the claim cannot be checked. */
  readonly because: CannotCheck | null;
  /** Where in a chart to look; null where there is no session. */
  readonly place: { readonly event: string; readonly instrument: string; readonly session: SessionDate } | null;
}
