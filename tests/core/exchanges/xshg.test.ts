import { describe, expect, it } from 'vitest';
import { closeInstant, closedBecause, closingAuction, isSessionExpected } from '../../../src/core/exchange.ts';
import { mapAnnouncement } from '../../../src/core/session-mapping.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { sessionsByYear, weekdaysClosed } from './closings.ts';

describe.each(['XSHG', 'XSHE'] as const)('%s', (exchange) => {
  it('closes for the Spring Festival and the National Day as the State Council sets it', () => {
    // The exchanges' yearly notices, weekdays only.
    expect(weekdaysClosed(exchange, 2020)).toBe(
      '01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 10-07 10-08',
    );
    expect(weekdaysClosed(exchange, 2023)).toBe(
      '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
    );
    expect(weekdaysClosed(exchange, 2024)).toBe(
      '01-01 02-09 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    );
    expect(weekdaysClosed(exchange, 2025)).toBe(
      '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    );
    expect(closedBecause(exchange, sessionDate('2024-02-09'))).toBe('the Spring Festival');
  });

  it('stays closed on the weekends on which China works to make up for a holiday', () => {
    expect(closedBecause(exchange, sessionDate('2024-02-18'))).toBe('a Sunday');
    expect(closedBecause(exchange, sessionDate('2025-01-26'))).toBe('a Sunday');
  });

  it('has as many sessions a year as its publisher counts', () => {
    // The Shanghai Stock Exchange's yearly numbers of trading days, 2016 to 2025.
    expect(sessionsByYear(exchange, 2016, 2025)).toEqual([244, 244, 243, 244, 243, 243, 242, 242, 242, 243]);
  });

  it('judges no absence outside of 2016 to 2026', () => {
    expect(isSessionExpected(exchange, sessionDate('2015-12-31'))).toBe(false);
    expect(isSessionExpected(exchange, sessionDate('2027-01-04'))).toBe(false);
    expect(closedBecause(exchange, sessionDate('2027-01-02'))).toBe('a Saturday');
  });

  it('trades from 9:30 to 11:30 and from 13:00 to 15:00', () => {
    const sessions = ['2025-07-14', '2025-07-15'].map(sessionDate);
    const map = (iso: string) => mapAnnouncement({ kind: 'instant', at: instant(iso) }, 'UTC', exchange, sessions);
    expect(closeInstant(exchange, sessionDate('2025-07-15'))).toBe(instant('2025-07-15T15:00:00+08:00'));
    expect(map('2025-07-15T10:30:00+08:00')).toMatchObject({ phases: { first: { kind: 'in-session', share: 0.25 } } });
    expect(map('2025-07-15T12:00:00+08:00')).toMatchObject({ phases: { first: { kind: 'lunch', share: 0.5 } } });
    expect(map('2025-07-15T14:00:00+08:00')).toMatchObject({ phases: { first: { kind: 'in-session', share: 0.75 } } });
  });
});

describe('the closing auction from 14:57 on', () => {
  it('is held in Shanghai from 20 August 2018, in Shenzhen before', () => {
    const day = sessionDate('2018-08-17');
    expect(closingAuction('XSHG', day)).toBeNull();
    expect(closingAuction('XSHE', day)).toEqual([
      instant('2018-08-17T14:57:00+08:00'),
      instant('2018-08-17T15:00:00+08:00'),
    ]);
    expect(closingAuction('XSHG', sessionDate('2018-08-20'))?.[0]).toBe(instant('2018-08-20T14:57:00+08:00'));
  });
});
