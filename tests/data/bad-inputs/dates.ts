import { expect } from 'vitest';
import { fetchSeries } from '../../../src/data/port/fetch-series.ts';
import { eastmoney as eastmoneyAdapter } from '../../../src/data/sources/eastmoney.ts';
import { file } from '../../../src/data/sources/file.ts';
import { at, instrument, range } from '../first-study.ts';
import { ask, askFile, failureOf, issueOf, rowsOf, seriesOf, twoDays, yahoo, type BadInput } from './ask.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const quote = (...close: number[]) => ({ close });
const yahoos = (from: string, to: string) => ({ source: 'yahoo', range: range(from, to) });

/** Session dates of a file that holds these two dates, in a column of dates and one of closes. */
async function datesOf(first: string, second: string, id = 'IXIC'): Promise<readonly string[]> {
  const result = await askFile(`date,close\n${first},100\n${second},101\n`, id, {}, twoDays);
  return seriesOf(result).sessions;
}

const BOTH = ['2025-07-14', '2025-07-15'];

export const dateCases: readonly BadInput[] = [
  {
    number: 46,
    title: 'milliseconds where seconds belong end as malformed, not as the year 57,000',
    check: async () => {
      const times = [seconds('2025-07-14T13:30:00Z') * 1000, seconds('2025-07-15T13:30:00Z') * 1000];
      const result = await ask(yahoos('2025-07-14', '2025-07-15'), yahoo(times, quote(20640.33, 20677.8)));
      expect(failureOf(result, 'malformed').sentence).toContain('not seconds since 1970');
    },
  },
  {
    number: 47,
    title: 'midnight in Hong Kong, which is 16:00 UTC of the day before, is dated in Hong Kong',
    check: async () => {
      expect(await datesOf('2025-07-13T16:00:00Z', '2025-07-14T16:00:00Z', 'HSTECH')).toEqual(BOTH);
    },
  },
  {
    number: 48,
    title: 'midnight in Chicago, which is 05:00 UTC, is dated in New York',
    check: async () => {
      expect(await datesOf('2025-07-14T05:00:00Z', '2025-07-15T05:00:00Z')).toEqual(BOTH);
    },
  },
  {
    number: 49,
    title: 'midnight with a Z is a label of the day and is not converted',
    check: async () => {
      expect(await datesOf('2025-07-14T00:00:00.000Z', '2025-07-15T00:00:00.000Z')).toEqual(BOTH);
      expect(await datesOf('2025-07-14 00:00:00-04:00', '2025-07-15 00:00:00-04:00')).toEqual(BOTH);
    },
  },
  {
    number: 50,
    title: 'a session’s opening is dated alike in summer and in winter time',
    check: async () => {
      // New York opens at 13:30 UTC in summer, at 14:30 in winter.
      const times = ['2024-11-01T13:30:00Z', '2024-11-04T14:30:00Z'].map(seconds);
      const result = await ask(yahoos('2024-11-01', '2024-11-04'), yahoo(times, quote(18239.92, 18179.98)));
      expect(seriesOf(result).sessions).toEqual(['2024-11-01', '2024-11-04']);
    },
  },
  {
    number: 51,
    title: 'the offset in an answer, which is today’s, dates nothing',
    check: async () => {
      const times = ['2025-07-14T13:30:00Z', '2025-07-15T13:30:00Z'].map(seconds);
      for (const gmtoffset of [-18_000, 50_400, -50_400]) {
        const body = yahoo(times, quote(20640.33, 20677.8), { gmtoffset });
        expect(seriesOf(await ask(yahoos('2025-07-14', '2025-07-15'), body)).sessions).toEqual(BOTH);
      }
    },
  },
  {
    number: 52,
    title: 'a reader in Auckland, Honolulu or at UTC+14 gets the same sessions',
    check: async () => {
      const before = process.env['TZ'];
      try {
        for (const zone of ['Pacific/Auckland', 'Pacific/Honolulu', 'Pacific/Kiritimati']) {
          process.env['TZ'] = zone;
          expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
          const times = ['2025-07-14T13:30:00Z', '2025-07-15T13:30:00Z'].map(seconds);
          const body = yahoo(times, quote(20640.33, 20677.8));
          expect(seriesOf(await ask(yahoos('2025-07-14', '2025-07-15'), body)).sessions).toEqual(BOTH);
          expect(await datesOf('07/14/2025', '07/15/2025')).toEqual(BOTH);
        }
      } finally {
        process.env['TZ'] = before ?? 'UTC';
      }
    },
  },
  {
    number: 53,
    title: 'day and month are asked for where both orders are possible, and read where only one is',
    check: async () => {
      const open = 'date,close\n07/08/2025,20418.46\n07/10/2025,20630.66\n';
      const failure = failureOf(await askFile(open), 'needs-choice');
      expect(failure.sentence).toContain('07/08/2025 8 July 2025 or 7 August 2025?');
      expect(seriesOf(await askFile(open, 'IXIC', { dateOrder: 'month-day-year' })).sessions).toEqual([
        '2025-07-08',
        '2025-07-10',
      ]);
      expect(await datesOf('14/07/2025', '15/07/2025')).toEqual(BOTH);
      expect(await datesOf('07/14/2025', '07/15/2025')).toEqual(BOTH);
      const mixed = await askFile('date,close\n07/14/2025,100\n15/07/2025,101\n');
      expect(failureOf(mixed, 'malformed').sentence).toContain(
        'some of the dates have the month first and some the day: 15/07/2025 and 07/14/2025',
      );
    },
  },
  {
    number: 54,
    title: 'unpadded and Chinese dates are read',
    check: async () => {
      expect(await datesOf('2025-7-14', '2025-7-15')).toEqual(BOTH);
      expect(await datesOf('2025/7/14', '2025/7/15')).toEqual(BOTH);
      expect(await datesOf('2025年7月14日', '2025年7月15日')).toEqual(BOTH);
      expect(await datesOf('20250714', '20250715')).toEqual(BOTH);
    },
  },
  {
    number: 55,
    title: 'a day that does not exist is left out and named, and none is ever asked for',
    check: async () => {
      const text = 'date,close\n2020-02-28,8567.37\n2020-02-30,9999\n2020-03-02,8952.17\n';
      const result = await askFile(text, 'IXIC', {}, range('2020-02-28', '2020-03-02'));
      expect(rowsOf(result)).toEqual([
        ['2020-02-28', 8567.37],
        ['2020-03-02', 8952.17],
      ]);
      expect(issueOf(result, 'invalid-row').sentence).toContain('"2020-02-30" is not a date');
      const [request] = eastmoneyAdapter.request({ code: '100.NDX' }, twoDays, { now: at('2026-11-23T12:00:00Z') });
      expect(request?.kind === 'http' && new URL(request.url).searchParams.get('end')).toBe('20250715');
    },
  },
  {
    number: 56,
    title: 'times before 1970 are dated',
    check: async () => {
      // −1325583000 s is 30 December 1927, 14:30 UTC: 09:30 in New York.
      const result = await ask(yahoos('1927-12-30', '1927-12-30'), yahoo([-1_325_583_000], quote(17.66)));
      expect(rowsOf(result)).toEqual([['1927-12-30', 17.66]]);
    },
  },
  {
    number: 57,
    title: 'rows of 23:00 UTC, as currencies have them, are dated in the exchange’s zone',
    check: async () => {
      expect(await datesOf('2025-07-13T23:00:00Z', '2025-07-14T23:00:00Z', 'HSTECH')).toEqual(BOTH);
      expect(await datesOf('2025-07-14T23:00:00Z', '2025-07-15T23:00:00Z', 'IXIC')).toEqual(BOTH);
    },
  },
  {
    number: 58,
    title: 'on a half day the close comes early: the row is final after 13:00 in New York',
    check: async () => {
      const partialAt = async (iso: string) => {
        const text = 'date,close\n2025-11-26,23214.69\n2025-11-28,23365.69\n';
        const result = await fetchSeries(file, instrument('IXIC'), range('2025-11-26', '2025-11-28'), {
          fetch: () => Promise.reject(new Error('nothing is fetched')),
          now: () => at(iso),
          random: () => 0,
          file: { name: 'closes.csv', text },
        });
        return seriesOf(result).provenance.lastIsPartial;
      };
      expect(await partialAt('2025-11-28T17:59:00Z')).toBe(true);
      expect(await partialAt('2025-11-28T18:01:00Z')).toBe(false);
    },
  },
];
