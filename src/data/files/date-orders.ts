import { closedBecause } from '../../core/exchange.ts';
import type { ExchangeId } from '../../core/exchanges/registry.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Instant, ZoneId } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import { dayNumber, isRealDate, weekdayOf } from '../checks/calendar-date.ts';
import type { DateOrder } from './file-choices.ts';

/** What is known of the instrument of a file besides the file. */
export interface Known {
  readonly zone: ZoneId;
  readonly exchange?: ExchangeId;
  readonly now?: Instant;
  /** Closes of the instrument from a trusted source. */
  readonly reference?: PriceSeries;
}

/** The same close, but for the rounding of two publishers. */
const SAME_CLOSE = 0.0005;
/** So many of the common sessions have to agree with the known closes. */
const AGREEING = 0.8;

/** One order of the dates with what it makes of them. */
interface Candidate {
  readonly order: DateOrder;
  readonly dates: readonly string[];
}

/** Rows that no session can have produced: new closes on days without trading, and days to come. */
function impossibleRows({ dates }: Candidate, closes: readonly number[], { exchange, zone, now }: Known): number {
  const today = now === undefined ? '9999' : localDate(zone, now);
  const rows = dates.flatMap((date, i) => (isRealDate(date) ? [{ date, close: closes[i] ?? Number.NaN }] : []));
  rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  let impossible = 0;
  for (const [i, { date, close }] of rows.entries()) {
    if (Number.isNaN(close)) continue;
    if (date > today) impossible++;
    else {
      const weekday = weekdayOf(dayNumber(date));
      const isClosed = weekday % 6 === 0 || (exchange !== undefined && closedBecause(exchange, date) !== null);
      if (isClosed && close !== rows[i - 1]?.close) impossible++;
    }
  }
  return impossible;
}

/** The share of the sessions that are known besides on which the file has the known close. */
function agreement({ dates }: Candidate, closes: readonly number[], reference: PriceSeries): number {
  const known = new Map<string, number>(reference.sessions.map((session, i) => [session, reference.closes[i] ?? 0]));
  let [common, same] = [0, 0];
  for (const [i, date] of dates.entries()) {
    const expected = known.get(date);
    if (expected === undefined) continue;
    common++;
    if (Math.abs((closes[i] ?? 0) / expected - 1) <= SAME_CLOSE) same++;
  }
  return common < 2 ? 0 : same / common;
}

/**
 * The orders that are left once the calendar and the known level have spoken. An
 * order with new closes on days without trading is out where another has none;
 * one that gives the known closes of the instrument is the only one left.
 */
export function remainingOrders(
  candidates: readonly Candidate[],
  closes: readonly number[],
  known: Known,
): readonly DateOrder[] {
  const judged = candidates.map((candidate) => ({
    order: candidate.order,
    impossible: impossibleRows(candidate, closes, known),
    agreement: known.reference === undefined ? 0 : agreement(candidate, closes, known.reference),
  }));
  const possible = judged.some(({ impossible }) => impossible === 0)
    ? judged.filter(({ impossible }) => impossible === 0)
    : judged;
  const agreeing = possible.filter((one) => one.agreement >= AGREEING);
  return (agreeing.length === 1 ? agreeing : possible).map(({ order }) => order);
}
