import { expect } from 'vitest';
import { crossCheck } from '../../../src/data/checks/cross-check.ts';
import { range } from '../first-study.ts';
import {
  ask,
  askFile,
  eastmoney,
  failureOf,
  issueKinds,
  issueOf,
  rowsOf,
  seriesOf,
  TWO_ROWS,
  twoDays,
  type BadInput,
} from './ask.ts';

const threeDays = range('2025-07-14', '2025-07-16');
const east = { source: 'eastmoney', range: threeDays } as const;
const LAST = '2025-07-16,20690.00,20730.49,20800.00,20600.00,0';
const KEPT = [
  ['2025-07-14', 20640.33],
  ['2025-07-16', 20730.49],
] as const;

/** A file whose middle close is written as given. */
const withMiddle = (written: string) =>
  `date,close\n2025-07-14,20640.33\n2025-07-15,"${written}"\n2025-07-16,20730.49\n`;

export const valueCases: readonly BadInput[] = [
  {
    number: 36,
    title: 'no way of writing "missing" becomes a zero',
    check: async () => {
      for (const written of ['', '.', '-', '--', 'null', 'N/A', 'N/D', 'NaN', 'None']) {
        const result = await askFile(withMiddle(written), 'IXIC', {}, threeDays);
        expect(rowsOf(result)).toEqual(KEPT);
        expect(issueOf(result, 'missing-value').sessions).toEqual(['2025-07-15']);
      }
      for (const value of [null, '', '.', '--']) {
        const observations = [
          { date: '2025-07-14', value: '20640.33' },
          { date: '2025-07-15', value },
          { date: '2025-07-16', value: '20730.49' },
        ];
        const result = await ask({ source: 'fred', range: threeDays, env: { key: 'abc' } }, { observations });
        expect(rowsOf(result)).toEqual(KEPT);
        expect(issueOf(result, 'missing-value').sessions).toEqual(['2025-07-15']);
      }
    },
  },
  {
    number: 37,
    title: 'a close of "0" on a closed day is left out and named',
    check: async () => {
      // 4 July 2025 was a holiday.
      const text = 'date,close\n2025-07-03,20601.10\n2025-07-04,0\n2025-07-07,20412.52\n';
      const result = await askFile(text, 'IXIC', {}, range('2025-07-03', '2025-07-07'));
      expect(rowsOf(result)).toEqual([
        ['2025-07-03', 20601.1],
        ['2025-07-07', 20412.52],
      ]);
      expect(issueOf(result, 'invalid-row').sentence).toContain('2025-07-04 has a close of 0');
    },
  },
  {
    number: 38,
    title: 'a close that is zero or below is left out and named',
    check: async () => {
      for (const close of ['0.00', '-20677.80']) {
        const rows = [TWO_ROWS[0] ?? '', `2025-07-15,20700.00,${close},20836.00,20600.00,0`, LAST];
        const result = await ask(east, eastmoney(rows));
        expect(rowsOf(result)).toEqual(KEPT);
        expect(issueOf(result, 'invalid-row').sessions).toEqual(['2025-07-15']);
      }
    },
  },
  {
    number: 39,
    title: 'thousands, currency signs, percents and suffixes are read',
    check: async () => {
      const text = `Date,Close/Last,Volume,Open,High,Low
07/15/2025,"$20,677.80",940.97M,"$20,700.00","$20,836.00","$20,600.00"
07/14/2025,"$20,640.33",1.57B,"$20,585.00","$20,700.00","$20,500.00"
`;
      const series = seriesOf(await askFile(text, 'IXIC', {}, twoDays));
      expect(series.closes).toEqual([20640.33, 20677.8]);
      expect(series.volumes?.map((volume) => Math.round(volume))).toEqual([1_570_000_000, 940_970_000]);
    },
  },
  {
    number: 40,
    title: 'a decimal comma is read where the figures decide it, and asked for with both readings where they do not',
    check: async () => {
      const text = 'Datum;Schluss\n2025-07-14;20.640,33\n2025-07-15;20.677,80\n';
      expect(rowsOf(await askFile(text, 'IXIC', {}, twoDays))).toEqual([
        ['2025-07-14', 20640.33],
        ['2025-07-15', 20677.8],
      ]);
      const whole = 'Datum;Schluss\n2025-07-14;20.640\n2025-07-15;20.678\n';
      const failure = failureOf(await askFile(whole, 'IXIC', {}, twoDays), 'needs-choice');
      expect(failure.sentence).toContain('is 20.640 20.64 or 20,640?');
      expect(rowsOf(await askFile(whole, 'IXIC', { decimal: 'comma' }, twoDays))).toEqual([
        ['2025-07-14', 20640],
        ['2025-07-15', 20678],
      ]);
    },
  },
  {
    number: 41,
    title: 'the noise of 32-bit floats is kept as it came and counts as agreement',
    check: async () => {
      const noisy = seriesOf(
        await ask(
          { source: 'eastmoney', range: twoDays },
          eastmoney(TWO_ROWS.map((row) => row.replace('20677.80', '20677.80078125'))),
        ),
      );
      const exact = seriesOf(await ask({ source: 'eastmoney', range: twoDays }, eastmoney(TWO_ROWS)));
      expect(noisy.closes[1]).toBe(20677.80078125);
      expect(crossCheck(noisy, exact, twoDays).agrees).toBe(true);
    },
  },
  {
    number: 42,
    title: 'an impossible size is left out, a slip of units is kept and named',
    check: async () => {
      for (const close of ['1e21', 'Infinity', '20677.80.1']) {
        const result = await askFile(withMiddle(close), 'IXIC', {}, threeDays);
        expect(rowsOf(result)).toEqual(KEPT);
        expect(issueOf(result, 'invalid-row').sessions).toEqual(['2025-07-15']);
      }
      const slipped = await askFile(withMiddle('2067780'), 'IXIC', {}, threeDays);
      expect(rowsOf(slipped)).toHaveLength(3);
      expect(issueOf(slipped, 'change-of-scale').sentence).toContain(
        'to 2,067,780.00 on 2025-07-15, for that session alone',
      );
    },
  },
  {
    number: 43,
    title: 'a high below the low, or a close outside of both, is named',
    check: async () => {
      // Of ten sessions one is impossible, so that the columns as a whole are believed.
      const days = [7, 8, 9, 10, 11, 14, 15, 16, 17, 18].map((day) => `2025-07-${String(day).padStart(2, '0')}`);
      const rows = days.map((day) => `${day},20500,20600,20700,20400,0`);
      for (const wrong of ['2025-07-15,20500,20600,20400,20700,0', '2025-07-15,20500,20900,20700,20400,0']) {
        const sent = rows.map((row) => (row.startsWith('2025-07-15') ? wrong : row));
        const result = await ask({ source: 'eastmoney', range: range('2025-07-07', '2025-07-18') }, eastmoney(sent));
        expect(rowsOf(result)).toHaveLength(10);
        expect(issueOf(result, 'suspect-value').sessions).toEqual(['2025-07-15']);
      }
    },
  },
  {
    number: 44,
    title: 'open, close, high, low in this order is read so, and columns in another order are refused',
    check: async () => {
      const series = seriesOf(await ask({ source: 'eastmoney', range: twoDays }, eastmoney(TWO_ROWS)));
      expect([series.opens?.[0], series.closes[0], series.highs?.[0], series.lows?.[0]]).toEqual([
        20585, 20640.33, 20700, 20500,
      ]);
      const swapped = TWO_ROWS.map((row) => {
        const [date, open, close, high, low, volume] = row.split(',');
        return [date, open, high, low, close, volume].join(',');
      });
      const failure = failureOf(await ask({ source: 'eastmoney', range: twoDays }, eastmoney(swapped)), 'malformed');
      expect(failure.sentence).toContain('the columns are not what they seem');
    },
  },
  {
    number: 45,
    title: 'a volume may be null, "--", 0 or absent',
    check: async () => {
      for (const [volume, expected] of [
        [null, Number.NaN],
        ['--', Number.NaN],
        [0, 0],
        [undefined, Number.NaN],
      ] as const) {
        const value = { datetime: '2025-07-15', open: '20700', high: '20836', low: '20600', close: '20677.80' };
        const meta = { symbol: 'IXIC', interval: '1day', type: 'Index' };
        const values = [{ ...value, ...(volume === undefined ? {} : { volume }) }];
        const question = { source: 'twelve-data', range: range('2025-07-15', '2025-07-15') };
        const result = await ask(question, { meta, values, status: 'ok' });
        expect(seriesOf(result).volumes).toEqual([expected]);
        expect(issueKinds(result)).toEqual([]);
      }
    },
  },
];
