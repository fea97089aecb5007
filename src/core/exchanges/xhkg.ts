import { addDays, dateOf, easterSunday, weekday } from '../calendar-days.ts';
import { clock, type ExchangeDefinition } from '../exchange-definition.ts';
import { chingMing, lunarDate } from '../lunar-calendar.ts';
import { type SessionDate, sessionDate } from '../units.ts';

const LUNAR_NEW_YEAR = 'the Lunar New Year holidays';
const TYPHOON = 'a typhoon';

/**
 * The general holidays other than Sundays (General Holidays
 * Ordinance, chapter 149). One that falls on a Sunday or on another of them is
 * kept on the next day that is neither.
 */
function holidays(year: number): ReadonlyMap<SessionDate, string> {
  const easter = easterSunday(year);
  const newYear = lunarDate(year, 'new-year');
  const named: (readonly [SessionDate, string])[] = [
    [dateOf(year, 1, 1), 'New Year’s Day'],
    [newYear, LUNAR_NEW_YEAR],
    [addDays(newYear, 1), LUNAR_NEW_YEAR],
    [addDays(newYear, 2), LUNAR_NEW_YEAR],
    [chingMing(year), 'Ching Ming'],
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [dateOf(year, 5, 1), 'Labour Day'],
    [lunarDate(year, 'buddha'), 'the Birthday of the Buddha'],
    [lunarDate(year, 'tuen-ng'), 'Tuen Ng'],
    [dateOf(year, 7, 1), 'Establishment Day'],
    [addDays(lunarDate(year, 'mid-autumn'), 1), 'the day after Mid-Autumn'],
    [dateOf(year, 10, 1), 'National Day'],
    [lunarDate(year, 'chung-yeung'), 'Chung Yeung'],
    [dateOf(year, 12, 25), 'Christmas Day'],
    [dateOf(year, 12, 26), 'the day after Christmas'],
  ];
  if (year === 2015) named.push([dateOf(2015, 9, 3), 'the seventieth anniversary of the victory']);
  const days = new Map<SessionDate, string>();
  const moved: (readonly [SessionDate, string])[] = [];
  for (const holiday of named) {
    if (weekday(holiday[0]) === 0 || days.has(holiday[0])) moved.push(holiday);
    else days.set(...holiday);
  }
  for (const [date, name] of moved) {
    let kept = date;
    while (weekday(kept) === 0 || days.has(kept)) kept = addDays(kept, 1);
    days.set(kept, name);
  }
  return days;
}

/** The eves of Christmas, New Year and the Lunar New Year where they are weekdays. */
function halfDays(year: number): readonly SessionDate[] {
  const eves = [dateOf(year, 12, 24), dateOf(year, 12, 31), addDays(lunarDate(year, 'new-year'), -1)];
  return eves.filter((date) => weekday(date) >= 1 && weekday(date) <= 5);
}

/**
 * Sources: Hong Kong Exchanges and Clearing's trading hours and circulars; the
 * government's yearly lists of general holidays.
 */
export const xhkg: ExchangeDefinition<'XHKG'> = {
  id: 'XHKG',
  name: 'Hong Kong Stock Exchange',
  place: 'Hong Kong',
  zone: 'Asia/Hong_Kong',
  hours: [
    {
      from: null,
      open: clock(10, 0),
      close: clock(16, 0),
      pause: [clock(12, 30), clock(14, 30)],
      halfDayClose: clock(12, 30),
      closingAuction: null,
    },
    {
      from: sessionDate('2011-03-07'),
      open: clock(9, 30),
      close: clock(16, 0),
      pause: [clock(12, 0), clock(13, 30)],
      halfDayClose: clock(12, 0),
      closingAuction: null,
    },
    {
      from: sessionDate('2012-03-05'),
      open: clock(9, 30),
      close: clock(16, 0),
      pause: [clock(12, 0), clock(13, 0)],
      halfDayClose: clock(12, 0),
      closingAuction: null,
    },
    {
      from: sessionDate('2016-07-25'),
      open: clock(9, 30),
      close: clock(16, 0),
      pause: [clock(12, 0), clock(13, 0)],
      halfDayClose: clock(12, 0),
      closingAuction: [0, 10],
    },
  ],
  calendar: {
    years: [2015, 2030],
    holidays,
    halfDays,
    unforeseen: {
      '2016-08-02': TYPHOON,
      '2016-10-21': TYPHOON,
      '2017-08-23': TYPHOON,
      '2020-10-13': TYPHOON,
      '2021-10-13': TYPHOON,
      '2023-07-17': TYPHOON,
      '2023-09-01': TYPHOON,
      '2023-09-08': 'black rain',
      '2024-09-06': TYPHOON,
    },
    // It trades through them since 23 September 2024.
    closesFor: { reason: 'typhoons and black rain', until: sessionDate('2024-09-22') },
  },
};
