import { addDays } from './calendar-days.ts';
import { closedBecause } from './exchange.ts';
import type { PriceSeries } from './series.ts';
import type { HighestCloseBefore } from './study.ts';
import type { SessionDate } from './units.ts';

/** Whether a close was higher than every close before it, and how far back that is known. */
export interface RecordClose {
  readonly session: SessionDate;
  readonly close: number;
  /** The highest close before it in the data, if there is one. */
  readonly previous: { readonly session: SessionDate; readonly close: number } | null;
  /** Higher than every close before it in the data. */
  readonly highest: boolean;
  /**
   * `all-time` only where the study gives the highest close before the data, and
   * this one is higher than that too; else the data's first session, since which
   * the word "highest" holds.
   */
  readonly since:
    | { readonly kind: 'all-time'; readonly before: HighestCloseBefore }
    | { readonly kind: 'data'; readonly first: SessionDate };
  /** The session before was a record by the same rule: this one is "another". */
  readonly another: boolean;
}

function isHighest(closes: readonly number[], index: number, before: HighestCloseBefore | undefined): boolean {
  const close = closes[index] ?? Number.NaN;
  if (before !== undefined && close <= before.close) return false;
  for (let i = 0; i < index; i++) if ((closes[i] ?? 0) >= close) return false;
  return true;
}

/** Whether a series begins with the first session from a date on: each day between the two is a weekend or a holiday. */
export function reachesBackTo(from: SessionDate, { exchange, sessions }: PriceSeries): boolean {
  const [first] = sessions;
  if (first === undefined) return false;
  for (let day = from; day < first; day = addDays(day, 1)) if (closedBecause(exchange, day) === null) return false;
  return true;
}

/**
 * How the close at `index` stands among all closes up to it. Null when there is
 * no such row. Equalling an earlier close is no record. With a higher close
 * before the data it is no record at all, however it stands within them. The
 * study's highest close before its own data says nothing of the closes between
 * them and data that do not reach as far back: `reaches` is false for those.
 */
export function recordClose(
  sessions: readonly SessionDate[],
  closes: readonly number[],
  index: number,
  before: HighestCloseBefore | undefined,
  reaches = true,
): RecordClose | null {
  const session = sessions[index];
  const close = closes[index];
  const first = sessions[0];
  if (session === undefined || close === undefined || first === undefined) return null;
  let best = -1;
  for (let i = 0; i < index; i++) if (best < 0 || (closes[i] ?? 0) > (closes[best] ?? 0)) best = i;
  const bestSession = sessions[best];
  const bestClose = closes[best];
  return {
    session,
    close,
    previous: bestSession === undefined || bestClose === undefined ? null : { session: bestSession, close: bestClose },
    highest: isHighest(closes, index, before),
    since:
      before === undefined || (!reaches && close > before.close)
        ? { kind: 'data', first }
        : { kind: 'all-time', before },
    another: index > 0 && isHighest(closes, index - 1, before),
  };
}
