import { addDays } from '../../core/calendar-days.ts';
import { closeInstant } from '../../core/exchange.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Instant, SessionDate } from '../../core/units.ts';
import type { SessionRange } from '../port/adapter.ts';
import { sessionsBetween } from './calendar-checks.ts';
import { counted, sessionList } from './session-list.ts';

/** How much of a window a series has. */
export interface Completeness {
  readonly have: number;
  /** Sessions that are there or were expected by `now`. */
  readonly of: number;
  readonly missing: readonly SessionDate[];
  /** "all 22 sessions", "21 of 22 sessions; 2025-07-15 is missing". */
  readonly words: string;
}

/** What a series has of the sessions between two dates that were over by `now`. Rows count as sessions whatever the calendar says. */
export function completeness(series: PriceSeries, { from, to }: SessionRange, now: Instant): Completeness {
  const present = series.sessions.filter((session) => session >= from && session <= to);
  const missing = sessionsBetween(series.exchange, [addDays(from, -1), ...present, addDays(to, 1)]).filter(
    (session) => closeInstant(series.exchange, session) <= now,
  );
  const have = present.length;
  const of = have + missing.length;
  const words =
    missing.length === 0
      ? `all ${counted(have, 'session')}`
      : `${have} of ${counted(of, 'session')}; ${sessionList(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
  return { have, of, missing, words };
}
