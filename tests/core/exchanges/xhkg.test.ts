import { describe, expect, it } from 'vitest';
import {
  closeInstant,
  closedBecause,
  expectedSessions,
  hoursOn,
  isSessionExpected,
} from '../../../src/core/exchange.ts';
import { chingMing, lunarDate } from '../../../src/core/lunar-calendar.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { sessionsByYear, weekdaysClosed } from './closings.ts';

describe('Hong Kong', () => {
  it('keeps the general holidays as the government lists them', () => {
    // Weekdays of the gazetted lists, with the typhoons and the black rain of 2023 and 2024.
    expect(weekdaysClosed('XHKG', 2021)).toBe(
      '01-01 02-12 02-15 04-02 04-05 04-06 05-19 06-14 07-01 09-22 10-01 10-13 10-14 12-27',
    );
    expect(weekdaysClosed('XHKG', 2022)).toBe(
      '02-01 02-02 02-03 04-05 04-15 04-18 05-02 05-09 06-03 07-01 09-12 10-04 12-26 12-27',
    );
    expect(weekdaysClosed('XHKG', 2023)).toBe(
      '01-02 01-23 01-24 01-25 04-05 04-07 04-10 05-01 05-26 06-22 07-17 09-01 09-08 10-02 10-23 12-25 12-26',
    );
    expect(weekdaysClosed('XHKG', 2024)).toBe(
      '01-01 02-12 02-13 03-29 04-01 04-04 05-01 05-15 06-10 07-01 09-06 09-18 10-01 10-11 12-25 12-26',
    );
    expect(weekdaysClosed('XHKG', 2025)).toBe(
      '01-01 01-29 01-30 01-31 04-04 04-18 04-21 05-01 05-05 07-01 10-01 10-07 10-29 12-25 12-26',
    );
  });

  it('moves the day after Christmas off a Sunday, to 27 December', () => {
    // Christmas 2016 and 2022 was a Sunday, the day after it in 2021.
    for (const year of [2016, 2021, 2022]) {
      expect(closedBecause('XHKG', sessionDate(`${year}-12-27`))).toMatch(/Christmas/);
    }
    expect(isSessionExpected('XHKG', sessionDate('2023-12-27'))).toBe(true);
  });

  it('had typhoons before 2020 too', () => {
    for (const date of ['2016-08-02', '2016-10-21', '2017-08-23']) {
      expect(closedBecause('XHKG', sessionDate(date))).toBe('a typhoon');
    }
    expect(closedBecause('XHKG', sessionDate('2023-09-08'))).toBe('black rain');
  });

  it('has as many sessions a year as its publisher counts', () => {
    // Hong Kong Exchanges and Clearing's yearly numbers of trading days, 2016 to 2022.
    expect(sessionsByYear('XHKG', 2016, 2022)).toEqual([245, 246, 246, 246, 248, 247, 246]);
  });

  it('judges no absence before 2015', () => {
    expect(expectedSessions('XHKG', sessionDate('2014-12-29'), sessionDate('2015-01-02'))).toEqual(['2015-01-02']);
  });

  it('opened at 10:00 until March 2011, and paused longer until March 2012', () => {
    expect(hoursOn('XHKG', sessionDate('2011-03-04'))).toMatchObject({ open: 600, pause: [750, 870] });
    expect(hoursOn('XHKG', sessionDate('2011-03-07'))).toMatchObject({ open: 570, pause: [720, 810] });
    expect(hoursOn('XHKG', sessionDate('2012-03-05'))).toMatchObject({ open: 570, pause: [720, 780] });
    expect(closeInstant('XHKG', sessionDate('2010-07-15'))).toBe(instant('2010-07-15T16:00:00+08:00'));
  });
});

describe('the lunar calendar', () => {
  it('begins the years of 2027 and 2030 as the Hong Kong Observatory does', () => {
    expect(lunarDate(2027, 'new-year')).toBe('2027-02-06');
    expect(lunarDate(2030, 'new-year')).toBe('2030-02-03');
  });

  it('agrees with the platform’s Chinese calendar from 2015 to 2026', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese-nu-latn', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const of = (date: string) =>
      chinese
        .formatToParts(new Date(`${date}T00:00:00Z`))
        .filter(({ type }) => type === 'month' || type === 'day')
        .map(({ value }) => value)
        .join('/');
    const days = {
      'new-year': '1/1',
      buddha: '4/8',
      'tuen-ng': '5/5',
      'mid-autumn': '8/15',
      'chung-yeung': '9/9',
    } as const;
    for (let year = 2015; year <= 2026; year++) {
      for (const festival of ['new-year', 'buddha', 'tuen-ng', 'mid-autumn', 'chung-yeung'] as const) {
        expect(of(lunarDate(year, festival))).toBe(days[festival]);
      }
    }
  });

  it('says that it does not know another year', () => {
    expect(() => lunarDate(2031, 'new-year')).toThrow(
      'The lunar days of 2031 are not known; expected a year of 2015 to 2030',
    );
  });

  it('puts Ching Ming on 4 or 5 April', () => {
    expect([2015, 2020, 2021, 2023, 2024].map(chingMing)).toEqual([
      '2015-04-05',
      '2020-04-04',
      '2021-04-04',
      '2023-04-05',
      '2024-04-04',
    ]);
  });
});
