import { closedBecause, expectedSessions } from '../../../src/core/exchange.ts';
import type { ExchangeId } from '../../../src/core/exchanges/registry.ts';
import { addDays, weekday } from '../../../src/core/calendar-days.ts';
import { sessionDate } from '../../../src/core/units.ts';

/** Weekdays of a year on which an exchange is known to be closed, `MM-DD`. */
export function weekdaysClosed(exchange: ExchangeId, year: number): string {
  const closed: string[] = [];
  for (let day = sessionDate(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (weekday(day) % 6 !== 0 && closedBecause(exchange, day) !== null) closed.push(day.slice(5));
  }
  return closed.join(' ');
}

/** Number of sessions that an exchange is expected to have in each of the years from `first` to `last`. */
export function sessionsByYear(exchange: ExchangeId, first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return expectedSessions(exchange, sessionDate(`${year}-01-01`), sessionDate(`${year}-12-31`)).length;
  });
}
