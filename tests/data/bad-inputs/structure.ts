import { expect } from 'vitest';
import {
  ask,
  askFile,
  eastmoney,
  failureOf,
  rowsOf,
  seriesOf,
  tencent,
  TWO_CLOSES,
  TWO_ROWS,
  twoDays,
  yahoo,
  type BadInput,
} from './ask.ts';

/** 09:30 in New York on 14 and 15 July 2025, which is 13:30 UTC: 1752499800 = 2025-07-14T13:30:00Z. */
const OPENINGS = [1_752_499_800, 1_752_586_200];
const QUOTE = {
  close: [20640.33, 20677.8],
  open: [20585, 20700],
  high: [20700, 20836],
  low: [20500, 20600],
  volume: [1, 2],
};
const east = { source: 'eastmoney', range: twoDays } as const;
const yahoos = { source: 'yahoo', range: twoDays } as const;
const tencents = { source: 'tencent', range: twoDays } as const;
const DAYS = [
  ['2025-07-14', '20585.00', '20640.33', '20700.00', '20500.00', '1'],
  ['2025-07-15', '20700.00', '20677.80', '20836.00', '20600.00', '2'],
];

export const structureCases: readonly BadInput[] = [
  {
    number: 25,
    title: 'Yahoo’s answer without times is empty, or no history where only days are offered',
    check: async () => {
      failureOf(await ask(yahoos, yahoo(undefined, {})), 'empty');
      failureOf(
        await ask(yahoos, yahoo(undefined, {}, { validRanges: ['1d', '5d'], firstTradeDate: null })),
        'no-history',
      );
    },
  },
  {
    number: 26,
    title: 'columns of unequal length end as malformed and are not lined up by guess',
    check: async () => {
      const failure = failureOf(await ask(yahoos, yahoo(OPENINGS, { ...QUOTE, close: [20640.33] })), 'malformed');
      expect(failure.sentence).toContain('not of one length');
    },
  },
  {
    number: 27,
    title: 'members that nobody knows yet change nothing',
    check: async () => {
      const body = yahoo(OPENINGS, { ...QUOTE, fulldayClose: [1, 2] }, { fulldayPrice: 1, currency: null });
      expect(rowsOf(await ask(yahoos, body))).toEqual(TWO_CLOSES);
      expect(rowsOf(await ask(east, eastmoney(TWO_ROWS, { prePrice: 7, preKPrice: 20585.53 })))).toEqual(TWO_CLOSES);
    },
  },
  {
    number: 28,
    title: 'an error beside a null result, and an empty result without an error, are told apart',
    check: async () => {
      const gone = { code: 'Not Found', description: 'No data found, symbol may be delisted' };
      const failure = failureOf(await ask(yahoos, { chart: { result: null, error: gone } }, 404), 'unknown-symbol');
      expect(failure.said).toContain('may be delisted');
      failureOf(await ask(yahoos, { chart: { result: [], error: null } }), 'empty');
      const none = {
        code: 'Bad Request',
        description: "Data doesn't exist for startDate = 1577836800, endDate = 1578009600",
      };
      failureOf(await ask(yahoos, { chart: { result: null, error: none } }, 400), 'empty');
    },
  },
  {
    number: 29,
    title: 'trading periods in any of three shapes change nothing',
    check: async () => {
      for (const tradingPeriods of [[[{ start: 1 }]], { pre: [], post: [] }, { regular: [[{ start: 1 }]] }]) {
        expect(rowsOf(await ask(yahoos, yahoo(OPENINGS, QUOTE, { tradingPeriods })))).toEqual(TWO_CLOSES);
      }
    },
  },
  {
    number: 30,
    title: 'EastMoney’s rows of 7, 11 and 14 fields are read alike',
    check: async () => {
      for (const more of [1, 5, 8]) {
        const rows = TWO_ROWS.map((row) => row + ',9'.repeat(more));
        expect(rowsOf(await ask(east, eastmoney(rows)))).toEqual(TWO_CLOSES);
      }
    },
  },
  {
    number: 31,
    title: 'Tencent’s seventh entry, its qfqday and its empty list are known',
    check: async () => {
      const withDividend = DAYS.map((row) => [...row, { nd: '2025', fh_sh: '0.1' }]);
      expect(rowsOf(await ask(tencents, tencent(withDividend)))).toEqual(TWO_CLOSES);
      expect(rowsOf(await ask(tencents, tencent(DAYS, 'usIXIC', 'qfqday')))).toEqual(TWO_CLOSES);
      failureOf(await ask(tencents, { code: 0, msg: '', data: [] }), 'unknown-symbol');
      failureOf(await ask(tencents, tencent([])), 'empty');
    },
  },
  {
    number: 32,
    title: 'yfinance’s three header lines and its order of columns are read',
    check: async () => {
      const text = `Price,Close,High,Low,Open,Volume
Ticker,^IXIC,^IXIC,^IXIC,^IXIC,^IXIC
Date,,,,,
2025-07-14,20640.330078125,20700.0,20500.0,20585.0,7000
2025-07-15,20677.80078125,20836.0,20600.0,20700.0,8000
`;
      const series = seriesOf(await askFile(text, 'IXIC', {}, twoDays));
      expect(series.closes).toEqual([20640.330078125, 20677.80078125]);
      expect(series.opens).toEqual([20585, 20700]);
      expect(series.provenance.symbol).toBe('^IXIC');
    },
  },
  {
    number: 33,
    title: 'investing.com’s Chinese file is read: quotes, newest first, unpadded dates, closes before opens',
    check: async () => {
      const text = `\uFEFF"日期","收盘","开盘","高","低","交易量","涨跌幅"
"2025-7-15","5,431.29","5,320.10","5,440.00","5,300.00","1.57B","2.80%"
"2025-7-14","5,283.50","5,250.00","5,300.00","5,240.00","","0.67%"
`;
      const series = seriesOf(await askFile(text, 'HSTECH', {}, twoDays));
      expect(series.sessions).toEqual(['2025-07-14', '2025-07-15']);
      expect(series.closes).toEqual([5283.5, 5431.29]);
      expect(series.volumes).toEqual([Number.NaN, 1.57e9]);
    },
  },
  {
    number: 34,
    title: 'FRED’s header of today and of before 2025 are both read',
    check: async () => {
      const rows = '2025-07-14,20640.33\n2025-07-15,20677.80\n';
      const fred = { source: 'fred', range: twoDays };
      for (const header of ['DATE', 'observation_date']) {
        expect(rowsOf(await ask(fred, `${header},NASDAQCOM\n${rows}`))).toEqual(TWO_CLOSES);
        expect(rowsOf(await askFile(`${header},NASDAQCOM\n${rows}`, 'IXIC', {}, twoDays))).toEqual(TWO_CLOSES);
      }
    },
  },
  {
    number: 35,
    title: 'CRLF, blank lines at the end, quoted cells and semicolons are read',
    check: async () => {
      for (const text of [
        'date,close\r\n2025-07-14,20640.33\r\n2025-07-15,20677.80\r\n\r\n',
        '"Date","Close"\n"2025-07-14","20640.33"\n"2025-07-15","20677.80"\n\n\n',
        'Date;Close\n2025-07-14;20640.33\n2025-07-15;20677.80\n',
        'Date\tClose\n2025-07-14\t20640.33\n2025-07-15\t20677.80',
      ]) {
        expect(rowsOf(await askFile(text, 'IXIC', {}, twoDays))).toEqual(TWO_CLOSES);
      }
    },
  },
];
