import { dateOf } from './calendar-days.ts';
import { type SessionDate, sessionDate } from './units.ts';

/** Days of the lunar year on which Chinese exchanges may be closed: 1/1, 4/8, 5/5, 8/15 and 9/9. */
const festivals = ['new-year', 'buddha', 'tuen-ng', 'mid-autumn', 'chung-yeung'] as const;

export type LunarFestival = (typeof festivals)[number];

/**
 * Their dates, in that order, 2015 to 2030. Source: Hong Kong Observatory,
 * Gregorian–Lunar Calendar Conversion Table. A table, because the platform's own
 * Chinese calendar is a day off for the New Years of 2027 and 2030.
 */
const TABLE: Readonly<Record<number, readonly [string, string, string, string, string]>> = {
  2015: ['02-19', '05-25', '06-20', '09-27', '10-21'],
  2016: ['02-08', '05-14', '06-09', '09-15', '10-09'],
  2017: ['01-28', '05-03', '05-30', '10-04', '10-28'],
  2018: ['02-16', '05-22', '06-18', '09-24', '10-17'],
  2019: ['02-05', '05-12', '06-07', '09-13', '10-07'],
  2020: ['01-25', '04-30', '06-25', '10-01', '10-25'],
  2021: ['02-12', '05-19', '06-14', '09-21', '10-14'],
  2022: ['02-01', '05-08', '06-03', '09-10', '10-04'],
  2023: ['01-22', '05-26', '06-22', '09-29', '10-23'],
  2024: ['02-10', '05-15', '06-10', '09-17', '10-11'],
  2025: ['01-29', '05-05', '05-31', '10-06', '10-29'],
  2026: ['02-17', '05-24', '06-19', '09-25', '10-18'],
  2027: ['02-06', '05-13', '06-09', '09-15', '10-08'],
  2028: ['01-26', '05-02', '05-28', '10-03', '10-26'],
  2029: ['02-13', '05-20', '06-16', '09-22', '10-16'],
  2030: ['02-03', '05-09', '06-05', '09-12', '10-05'],
};

/** The years whose lunar days are known here, first and last. */
export const lunarYears = [2015, 2030] as const;

/** The date of a lunar festival in a Gregorian year. Throws a RangeError outside of `lunarYears`. */
export function lunarDate(year: number, festival: LunarFestival): SessionDate {
  const day = TABLE[year]?.[festivals.indexOf(festival)];
  if (day === undefined)
    throw new RangeError(`The lunar days of ${year} are not known; expected a year of ${lunarYears.join(' to ')}`);
  return sessionDate(`${year}-${day}`);
}

/**
 * Ching Ming, the solar term of 4 or 5 April: day = ⌊0.2422·y + 4.81⌋ − ⌊y/4⌋
 * with y the year in its century, for 2000 to 2099.
 */
export function chingMing(year: number): SessionDate {
  const y = year % 100;
  return dateOf(year, 4, Math.floor(0.2422 * y + 4.81) - Math.floor(y / 4));
}
