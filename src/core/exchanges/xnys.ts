import { addDays, dateOf, easterSunday, nthWeekday, weekday } from '../calendar-days.ts';
import { clock, type ExchangeDefinition } from '../exchange-definition.ts';
import type { SessionDate } from '../units.ts';

/** The Friday before a Saturday, the Monday after a Sunday, else the date itself. */
function observed(date: SessionDate): SessionDate {
  const day = weekday(date);
  if (day === 6) return addDays(date, -1);
  return day === 0 ? addDays(date, 1) : date;
}

function holidays(year: number): ReadonlyMap<SessionDate, string> {
  const days = new Map<SessionDate, string>([
    [nthWeekday(year, 1, 1, 3), 'Martin Luther King Jr. Day'],
    [nthWeekday(year, 2, 1, 3), 'Washington’s Birthday'],
    [addDays(easterSunday(year), -2), 'Good Friday'],
    [nthWeekday(year, 5, 1, -1), 'Memorial Day'],
    [observed(dateOf(year, 7, 4)), 'Independence Day'],
    [nthWeekday(year, 9, 1, 1), 'Labor Day'],
    [nthWeekday(year, 11, 4, 4), 'Thanksgiving Day'],
    [observed(dateOf(year, 12, 25)), 'Christmas Day'],
  ]);
  // A New Year's Day on a Saturday is not observed: 31 December is a session.
  const newYear = dateOf(year, 1, 1);
  if (weekday(newYear) !== 6) days.set(observed(newYear), 'New Year’s Day');
  if (year >= 2022) days.set(observed(dateOf(year, 6, 19)), 'Juneteenth');
  return days;
}

/**
 * The day after Thanksgiving, and 3 July and 24 December where they fall on
 * Monday to Thursday: on a Friday they are the observed holiday itself, or no
 * eve of one.
 */
function halfDays(year: number): readonly SessionDate[] {
  const eves = [dateOf(year, 7, 3), dateOf(year, 12, 24)].filter((date) => weekday(date) >= 1 && weekday(date) <= 4);
  return [...eves, addDays(nthWeekday(year, 11, 4, 4), 1)];
}

const ATTACKS = 'the attacks of 11 September';
const HURRICANE = 'Hurricane Sandy';

/** Source: the exchange's published calendars. The rule for half days holds from 2013 on. */
export const xnys: ExchangeDefinition<'XNYS'> = {
  id: 'XNYS',
  name: 'New York Stock Exchange',
  place: 'New York',
  zone: 'America/New_York',
  hours: [
    {
      from: null,
      open: clock(9, 30),
      close: clock(16, 0),
      pause: null,
      halfDayClose: clock(13, 0),
      closingAuction: null,
    },
  ],
  calendar: {
    years: [2000, 2030],
    holidays,
    halfDays,
    unforeseen: {
      '2001-09-11': ATTACKS,
      '2001-09-12': ATTACKS,
      '2001-09-13': ATTACKS,
      '2001-09-14': ATTACKS,
      '2004-06-11': 'the day of mourning for Ronald Reagan',
      '2007-01-02': 'the day of mourning for Gerald Ford',
      '2012-10-29': HURRICANE,
      '2012-10-30': HURRICANE,
      '2018-12-05': 'the day of mourning for George H. W. Bush',
      '2025-01-09': 'the day of mourning for Jimmy Carter',
    },
    closesFor: null,
  },
};
