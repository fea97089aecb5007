import type { NoParts, SessionParts } from '../gap/move-parts.ts';
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
  | {
      readonly kind: 'moves';
      readonly moves: readonly WindowMove[];
      /** Of the moves of one session those of a size that most ordinary days have: they bear a claim out by chance. */
      readonly ordinary: readonly { readonly instrument: Instrument; readonly rank: RawRank }[];
      /** Indices of the study that the claim does not name and that moved the other way. */
      readonly contrary: readonly WindowMove[];
    }
  /** One session's move, and the figures between which the claim's has to lie; null where one end is open. */
  | {
      readonly kind: 'session-move';
      readonly move: WindowMove;
      readonly bounds: readonly [least: number | null, most: number | null];
    }
  | {
      readonly kind: 'extreme';
      readonly instrument: Instrument;
      readonly session: SessionDate;
      /** Of a move a fraction, of a close its level. */
      readonly value: number;
      /** The last session before it that was as extreme; null where the data hold none. */
      readonly last: { readonly session: SessionDate; readonly value: number } | null;
      readonly first: SessionDate;
    }
  | {
      readonly kind: 'open';
      readonly instrument: Instrument;
      readonly session: SessionDate;
      readonly parts: SessionParts;
    }
  | {
      readonly kind: 'off-high';
      readonly instrument: Instrument;
      readonly session: SessionDate;
      readonly close: number;
      readonly high: number;
      /** When the high was: the session itself, or the highest close before it. */
      readonly highSession: SessionDate;
      /** close / high − 1, never above zero. */
      readonly drop: number;
    }
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
  /** The instrument has no row of the session that the claim is about. */
  | { readonly kind: 'session-absent'; readonly instrument: Instrument; readonly session: SessionDate }
  /** The claim is about the open, which the series do not tell. Closes never answer for it. */
  | {
      readonly kind: 'no-open';
      readonly instrument: Instrument;
      readonly session: SessionDate;
      readonly because: NoParts;
    }
  /** The claim is about the session's high, which the series do not have. */
  | { readonly kind: 'no-high'; readonly instrument: Instrument; readonly session: SessionDate }
  /** The data begin after the date since which the claim speaks, and what they hold does not contradict it. */
  | { readonly kind: 'data-too-short'; readonly first: SessionDate; readonly since: SessionDate }
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
  /** The claim holds in part: it reaches beyond the series, or rests on moves that chance makes, or others contradict it. */
  readonly partial: boolean;
  /** Null only where nothing could be computed. */
  readonly evidence: Evidence | null;
  /** Null unless the claim cannot be checked. */
  readonly because: CannotCheck | null;
  /** Where in a chart to look; null where there is no session. */
  readonly place: { readonly event: string; readonly instrument: string; readonly session: SessionDate } | null;
}
