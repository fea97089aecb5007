import { closeInstant } from '../../core/exchange.ts';
import { exchanges } from '../../core/exchanges/registry.ts';
import type { InstrumentId } from '../../core/series.ts';
import type { Instrument } from '../../core/study.ts';
import type { Instant } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import type { SessionRange } from './adapter.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What makes two requests the same one, so that charts that need one series cause one request. Holds no key. */
export function seriesKey(source: string, instrument: InstrumentId, { from, to }: SessionRange): readonly string[] {
  return ['series', source, instrument, from, to];
}

/**
 * Milliseconds for which an answer is not asked for again: a day where every
 * session of the range is over, a minute while the range holds a session that may
 * be running, and until its close is published at the latest an hour.
 */
export function freshFor(instrument: Instrument, { to }: SessionRange, now: Instant): number {
  const today = localDate(exchanges[instrument.exchange].zone, now);
  if (to < today) return DAY;
  return closeInstant(instrument.exchange, today) > now ? MINUTE : 60 * MINUTE;
}
