import { describe, expect, it } from 'vitest';
import { closeInstant, closedBecause, isHalfDay, openInstant } from '../../src/core/exchange.ts';
import { instant, sessionDate } from '../../src/core/units.ts';
import { studySessions } from './study-closes.ts';

const iso = (time: number) => new Date(time).toISOString();
const halfDays = (exchange: 'XNAS' | 'XHKG', dates: string[]) =>
  dates.filter((d) => isHalfDay(exchange, sessionDate(d)));

describe('half days', () => {
  it('are kept in New York after Thanksgiving and before Independence Day and Christmas', () => {
    // The Nasdaq's published early closes, 2015 to 2026.
    const published = (
      '2015-11-27 2015-12-24 2016-11-25 2017-07-03 2017-11-24 2018-07-03 2018-11-23 2018-12-24 ' +
      '2019-07-03 2019-11-29 2019-12-24 2020-11-27 2020-12-24 2021-11-26 2022-11-25 2023-07-03 ' +
      '2023-11-24 2024-07-03 2024-11-29 2024-12-24 2025-07-03 2025-11-28 2025-12-24 2026-11-27 ' +
      '2026-12-24'
    ).split(' ');
    expect(halfDays('XNAS', published)).toEqual(published);
  });

  it('are not kept in New York where the eve is a weekend, the observed holiday, or a Friday before a weekend one', () => {
    // Sat, Fri (holiday on Friday), Sun, Sat, Fri (observed Christmas), Fri (holiday on Saturday), Sun.
    const full = ['2016-12-24', '2020-07-03', '2016-07-03', '2022-12-24', '2021-12-24', '2015-07-03', '2017-12-24'];
    expect(halfDays('XNAS', full)).toEqual([]);
  });

  it('are kept in Hong Kong on the eves of Christmas, New Year and the Lunar New Year', () => {
    const eves = (
      '2015-02-18 2017-01-27 2018-02-15 2019-02-04 2020-01-24 2021-02-11 2022-01-31 2024-02-09 ' +
      '2024-12-24 2024-12-31 2025-01-28 2025-12-24 2025-12-31 2026-02-16'
    ).split(' ');
    expect(halfDays('XHKG', eves)).toEqual(eves);
  });

  it('are not kept in Hong Kong where the eve is on a weekend', () => {
    // The Lunar New Years of 2016 and 2023 began on a Monday and a Sunday.
    expect(halfDays('XHKG', ['2016-02-07', '2023-01-20', '2023-01-21', '2022-12-24', '2022-12-31'])).toEqual([]);
  });
});

describe('holidays', () => {
  it('contradict no row of the bundled closes', () => {
    for (const exchange of ['XNAS', 'XHKG'] as const) {
      expect(studySessions(exchange).filter((session) => closedBecause(exchange, session) !== null)).toEqual([]);
    }
  });

  it('explain every weekday on which New York has no row', () => {
    const rows = new Set<string>(studySessions('XNAS'));
    const unexplained: string[] = [];
    for (let time = Date.UTC(2024, 6, 1); time <= Date.UTC(2025, 11, 31); time += 86_400_000) {
      const date = sessionDate(new Date(time).toISOString().slice(0, 10));
      if (!rows.has(date) && closedBecause('XNAS', date) === null) unexplained.push(date);
    }
    expect(unexplained).toEqual([]);
  });

  it('name why an exchange is closed', () => {
    expect(closedBecause('XNAS', sessionDate('2019-04-19'))).toBe('Good Friday');
    expect(closedBecause('XNAS', sessionDate('2025-01-09'))).toBe('the day of mourning for Jimmy Carter');
    expect(closedBecause('XNAS', sessionDate('2025-07-19'))).toBe('a Saturday');
    expect(closedBecause('XHKG', sessionDate('2025-07-20'))).toBe('a Sunday');
    expect(closedBecause('XHKG', sessionDate('2025-01-30'))).toBe('the Lunar New Year holidays');
    // The Lunar New Year's second day of 2017 was a Sunday, so the fourth was a holiday.
    expect(closedBecause('XHKG', sessionDate('2017-01-31'))).toBe('the Lunar New Year holidays');
    expect(closedBecause('XHKG', sessionDate('2025-07-15'))).toBeNull();
  });

  it('are not observed in New York on 31 December for a New Year’s Day on a Saturday', () => {
    expect(closedBecause('XNAS', sessionDate('2021-12-31'))).toBeNull();
    expect(closedBecause('XNAS', sessionDate('2023-01-02'))).toBe('New Year’s Day');
  });

  it('include Juneteenth from 2022 on', () => {
    expect(closedBecause('XNAS', sessionDate('2021-06-18'))).toBeNull();
    expect(closedBecause('XNAS', sessionDate('2022-06-20'))).toBe('Juneteenth');
  });
});

describe('open and close', () => {
  it('follow daylight saving in New York', () => {
    expect(iso(closeInstant('XNAS', sessionDate('2025-07-15')))).toBe('2025-07-15T20:00:00.000Z');
    expect(iso(closeInstant('XNYS', sessionDate('2025-01-15')))).toBe('2025-01-15T21:00:00.000Z');
    expect(iso(openInstant('XNAS', sessionDate('2025-03-07')))).toBe('2025-03-07T14:30:00.000Z');
    expect(iso(openInstant('XNAS', sessionDate('2025-03-10')))).toBe('2025-03-10T13:30:00.000Z');
    expect(iso(openInstant('XNAS', sessionDate('2025-11-03')))).toBe('2025-11-03T14:30:00.000Z');
  });

  it('stand at eight hours ahead of UTC in Hong Kong', () => {
    expect(closeInstant('XHKG', sessionDate('2025-07-15'))).toBe(instant('2025-07-15T16:00:00+08:00'));
    expect(openInstant('XHKG', sessionDate('2025-12-15'))).toBe(instant('2025-12-15T09:30:00+08:00'));
  });

  it('come early on half days', () => {
    expect(iso(closeInstant('XNAS', sessionDate('2025-07-03')))).toBe('2025-07-03T17:00:00.000Z');
    expect(iso(closeInstant('XHKG', sessionDate('2024-12-24')))).toBe('2024-12-24T04:00:00.000Z');
  });
});
