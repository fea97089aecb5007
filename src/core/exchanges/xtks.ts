import { addDays, dateOf, nthWeekday, weekday } from '../calendar-days.ts';
import { clock, type ExchangeDefinition } from '../exchange-definition.ts';
import { type SessionDate, sessionDate } from '../units.ts';

/** Days of the year in which an equinox falls, by the formula of the calendar's computation; good for 1980 to 2099. */
function equinox(year: number, march: boolean): number {
  return Math.floor((march ? 20.8431 : 23.2488) + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4);
}

/** Holidays that the games of 2020 moved, and those of the change of emperor in 2019. */
const MOVED: Readonly<Record<number, Readonly<Record<'marine' | 'mountain' | 'sports', readonly [number, number]>>>> = {
  2020: { marine: [7, 23], mountain: [8, 10], sports: [7, 24] },
  2021: { marine: [7, 22], mountain: [8, 8], sports: [7, 23] },
};

const EMPEROR = 'the Emperor’s enthronement';

/** The national holidays by their own dates, before any is moved off a Sunday. */
function national(year: number): readonly (readonly [SessionDate, string])[] {
  const moved = MOVED[year];
  const day = (name: 'marine' | 'mountain' | 'sports', usual: SessionDate): SessionDate =>
    moved === undefined ? usual : dateOf(year, ...moved[name]);
  const named: (readonly [SessionDate, string])[] = [
    [dateOf(year, 1, 1), 'New Year’s Day'],
    [nthWeekday(year, 1, 1, 2), 'Coming of Age Day'],
    [dateOf(year, 2, 11), 'National Foundation Day'],
    [dateOf(year, 3, equinox(year, true)), 'the Vernal Equinox'],
    [dateOf(year, 4, 29), 'Shōwa Day'],
    [dateOf(year, 5, 3), 'Constitution Day'],
    [dateOf(year, 5, 4), 'Greenery Day'],
    [dateOf(year, 5, 5), 'Children’s Day'],
    [day('marine', nthWeekday(year, 7, 1, 3)), 'Marine Day'],
    [day('mountain', dateOf(year, 8, 11)), 'Mountain Day'],
    [nthWeekday(year, 9, 1, 3), 'Respect for the Aged Day'],
    [dateOf(year, 9, equinox(year, false)), 'the Autumnal Equinox'],
    [day('sports', nthWeekday(year, 10, 1, 2)), 'Sports Day'],
    [dateOf(year, 11, 3), 'Culture Day'],
    [dateOf(year, 11, 23), 'Labour Thanksgiving Day'],
  ];
  if (year <= 2018) named.push([dateOf(year, 12, 23), 'the Emperor’s Birthday']);
  if (year >= 2020) named.push([dateOf(year, 2, 23), 'the Emperor’s Birthday']);
  if (year === 2019) named.push([dateOf(2019, 5, 1), EMPEROR], [dateOf(2019, 10, 22), EMPEROR]);
  return named;
}

/**
 * National holidays (Act on National Holidays, 1948, as amended): one on a
 * Sunday is kept on the next day that is none, and a day between two is one.
 * The exchange is closed besides on 31 December and from 1 to 3 January.
 */
function holidays(year: number): ReadonlyMap<SessionDate, string> {
  const named = national(year);
  const days = new Map(named);
  for (const [date, name] of named) {
    if (weekday(date) !== 0) continue;
    let kept = date;
    while (days.has(kept)) kept = addDays(kept, 1);
    days.set(kept, name);
  }
  for (const [date] of named) {
    const between = addDays(date, 1);
    if (!days.has(between) && named.some(([other]) => other === addDays(date, 2)))
      days.set(between, 'a day between two holidays');
  }
  for (const date of [dateOf(year, 1, 2), dateOf(year, 1, 3), dateOf(year, 12, 31)]) {
    days.set(date, 'the turn of the year');
  }
  return days;
}

const UNTIL_2024 = {
  open: clock(9, 0),
  close: clock(15, 0),
  pause: [clock(11, 30), clock(12, 30)],
  halfDayClose: null,
  closingAuction: null,
} as const;

/**
 * Sources: Japan Exchange Group's trading hours (afternoons to 15:30, with a
 * closing auction, from 5 November 2024; mornings to 11:30 from 21 November
 * 2011); the Cabinet Office's lists of holidays, which reach to the next year.
 */
export const xtks: ExchangeDefinition<'XTKS'> = {
  id: 'XTKS',
  name: 'Tokyo Stock Exchange',
  place: 'Tokyo',
  zone: 'Asia/Tokyo',
  hours: [
    { from: null, ...UNTIL_2024, pause: [clock(11, 0), clock(12, 30)] },
    { from: sessionDate('2011-11-21'), ...UNTIL_2024 },
    { from: sessionDate('2024-11-05'), ...UNTIL_2024, close: clock(15, 30), closingAuction: [-5, 0] },
  ],
  calendar: {
    years: [2016, 2027],
    holidays,
    halfDays: () => [],
    unforeseen: { '2020-10-01': 'a failure of the trading system' },
    closesFor: null,
  },
};
