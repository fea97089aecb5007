import { addDays, dateOf, weekday } from '../../core/calendar-days.ts';
import { closedBecause, exchanges } from '../../core/exchange.ts';
import type { ExchangeId } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';

/** Before this day the closings known here are too few to call an absent row a hole. */
const JUDGED_FROM = dateOf(2000, 1, 1);

/**
 * Weekdays on which an exchange stayed closed outside its rules. New York:
 * September 2001, two presidents' funerals, the hurricane of October 2012. Hong
 * Kong: typhoons and black rain, until it began to trade through them on
 * 2024-09-23.
 */
const UNFORESEEN: Readonly<Record<'New York' | 'Hong Kong', ReadonlySet<string>>> = {
  'New York': new Set([
    '2001-09-11',
    '2001-09-12',
    '2001-09-13',
    '2001-09-14',
    '2004-06-11',
    '2007-01-02',
    '2012-10-29',
    '2012-10-30',
  ]),
  'Hong Kong': new Set(['2020-10-13', '2021-10-13', '2023-07-17', '2023-09-01', '2023-09-08', '2024-09-06']),
};

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese-nu-latn', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Month and day of the Chinese calendar, such as `5/5`; a leap month carries a suffix and matches nothing. */
function lunarDay(date: SessionDate): string {
  const parts = chinese.formatToParts(new Date(`${date}T00:00:00Z`));
  const month = parts.find(({ type }) => type === 'month')?.value ?? '';
  const day = parts.find(({ type }) => type === 'day')?.value ?? '';
  return `${month}/${day}`;
}

/** Buddha's birthday, Tuen Ng, the day after Mid-Autumn, Chung Yeung (Hong Kong's General Holidays Ordinance). */
const LUNAR_HOLIDAYS = new Set(['4/8', '5/5', '8/16', '9/9']);

/**
 * Ching Ming, on which Hong Kong is closed: the solar term of 4 or 5 April (day =
 * ⌊0.2422·y + 4.81⌋ − ⌊y/4⌋ with y the year in its century, valid 2000 to 2099),
 * moved on while it is a Sunday or another holiday.
 */
function chingMing(year: number): SessionDate {
  const y = year % 100;
  let date = dateOf(year, 4, Math.floor(0.2422 * y + 4.81) - Math.floor(y / 4));
  while (weekday(date) === 0 || (weekday(date) !== 6 && closedBecause('XHKG', date) !== null)) date = addDays(date, 1);
  return date;
}

function isHongKongLunarHoliday(date: SessionDate): boolean {
  if (date.slice(5, 7) === '04' && date === chingMing(Number(date.slice(0, 4)))) return true;
  return LUNAR_HOLIDAYS.has(lunarDay(date)) || (weekday(date) === 1 && LUNAR_HOLIDAYS.has(lunarDay(addDays(date, -1))));
}

/**
 * Whether the absence of a row on a date says that something is missing. No for
 * weekends, holidays, unforeseen closings, and for years before 2000. Meant for
 * single days: a row that is there is a session, whatever this says.
 */
export function isSessionExpected(exchange: ExchangeId, date: SessionDate): boolean {
  if (date < JUDGED_FROM) return false;
  if (closedBecause(exchange, date) !== null) return false;
  const { place } = exchanges[exchange];
  if (UNFORESEEN[place].has(date)) return false;
  return place === 'New York' || !isHongKongLunarHoliday(date);
}

/** Dates from `from` to `to`, both included, on which a session is expected, ascending. */
export function expectedSessions(exchange: ExchangeId, from: SessionDate, to: SessionDate): readonly SessionDate[] {
  const expected: SessionDate[] = [];
  for (let date = from < JUDGED_FROM ? JUDGED_FROM : from; date <= to; date = addDays(date, 1)) {
    if (isSessionExpected(exchange, date)) expected.push(date);
  }
  return expected;
}
