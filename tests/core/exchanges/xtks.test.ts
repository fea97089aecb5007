import { describe, expect, it } from 'vitest';
import {
  closeInstant,
  closedBecause,
  expectedSessions,
  hoursOn,
  isSessionExpected,
} from '../../../src/core/exchange.ts';
import { mapAnnouncement } from '../../../src/core/session-mapping.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { sessionsByYear, weekdaysClosed } from './closings.ts';

describe('Tokyo', () => {
  it('closes at 15:00 until 1 November 2024 and at 15:30 from 5 November on', () => {
    expect(closeInstant('XTKS', sessionDate('2024-11-01'))).toBe(instant('2024-11-01T15:00:00+09:00'));
    expect(closeInstant('XTKS', sessionDate('2024-11-05'))).toBe(instant('2024-11-05T15:30:00+09:00'));
    expect(closedBecause('XTKS', sessionDate('2024-11-04'))).toBe('Culture Day');
  });

  it('pauses at midday, from 11:00 before 21 November 2011', () => {
    expect(hoursOn('XTKS', sessionDate('2011-11-18')).pause).toEqual([11 * 60, 12 * 60 + 30]);
    expect(hoursOn('XTKS', sessionDate('2011-11-21')).pause).toEqual([11 * 60 + 30, 12 * 60 + 30]);
  });

  it('tells the share of a session by the hours of its date', () => {
    const sessions = ['2024-10-31', '2024-11-01', '2024-11-05', '2024-11-06'].map(sessionDate);
    const map = (iso: string) => mapAnnouncement({ kind: 'instant', at: instant(iso) }, 'UTC', 'XTKS', sessions);
    // 15:15 is after the close of 1 November, and in the session of the 5th: 150 + 165 of 330 minutes.
    expect(map('2024-11-01T15:15:00+09:00')).toMatchObject({
      dayZero: '2024-11-05',
      phases: { first: { kind: 'closed' } },
    });
    expect(map('2024-11-05T15:15:00+09:00')).toMatchObject({
      dayZero: '2024-11-05',
      phases: { first: { kind: 'in-session', share: 315 / 330 } },
      auction: null,
    });
    expect(map('2024-11-05T15:27:00+09:00')).toMatchObject({ auction: { session: '2024-11-05', certain: true } });
    expect(map('2024-11-05T12:00:00+09:00')).toMatchObject({ phases: { first: { kind: 'lunch', share: 150 / 330 } } });
  });

  it('keeps the national holidays and the turn of the year', () => {
    // The Cabinet Office's lists, weekdays only, with 1 to 3 January and 31 December.
    expect(weekdaysClosed('XTKS', 2019)).toBe(
      '01-01 01-02 01-03 01-14 02-11 03-21 04-29 04-30 05-01 05-02 05-03 05-06 07-15 08-12 09-16 09-23 10-14 10-22 11-04 12-31',
    );
    expect(weekdaysClosed('XTKS', 2021)).toBe(
      '01-01 01-11 02-11 02-23 04-29 05-03 05-04 05-05 07-22 07-23 08-09 09-20 09-23 11-03 11-23 12-31',
    );
    expect(weekdaysClosed('XTKS', 2024)).toBe(
      '01-01 01-02 01-03 01-08 02-12 02-23 03-20 04-29 05-03 05-06 07-15 08-12 09-16 09-23 10-14 11-04 12-31',
    );
    expect(weekdaysClosed('XTKS', 2025)).toBe(
      '01-01 01-02 01-03 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24 12-31',
    );
    // Respect for the Aged Day and the equinox enclose 22 September.
    expect(closedBecause('XTKS', sessionDate('2026-09-22'))).toBe('a day between two holidays');
  });

  it('has as many sessions a year as its publisher counts', () => {
    // Japan Exchange Group's yearly numbers of trading days, 2016 to 2024; 2020 without the day of the failure.
    expect(sessionsByYear('XTKS', 2016, 2024)).toEqual([245, 247, 245, 241, 242, 245, 244, 246, 245]);
    expect(closedBecause('XTKS', sessionDate('2020-10-01'))).toBe('a failure of the trading system');
  });

  it('judges no absence outside of 2016 to 2027', () => {
    expect(expectedSessions('XTKS', sessionDate('2015-12-28'), sessionDate('2016-01-05'))).toEqual([
      '2016-01-04',
      '2016-01-05',
    ]);
    expect(isSessionExpected('XTKS', sessionDate('2028-01-11'))).toBe(false);
    expect(closedBecause('XTKS', sessionDate('2028-01-03'))).toBeNull();
  });
});
