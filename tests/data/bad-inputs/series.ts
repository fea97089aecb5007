import { issueSentence } from '../../../src/words/en/series-issues.ts';
import { expect } from 'vitest';
import { simpleReturns } from '../../../src/core/returns.ts';
import { revisions, withRevisions } from '../../../src/data/checks/revision.ts';
import { at, bundled, july, range } from '../first-study.ts';
import {
  ask,
  askFile,
  eastmoney,
  failureOf,
  issueKinds,
  issueOf,
  rowsOf,
  seriesOf,
  tencent,
  twoDays,
  yahoo,
  type BadInput,
} from './ask.ts';

const csv = (rows: readonly (readonly [string, number | string])[]) =>
  `date,close\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const JULY = bundled('IXIC', july);
/** A row as EastMoney sends it, with one value for all prices. */
const flat = (date: string, close: number) => `${date},${close},${close},${close},${close},0`;
const seconds = (iso: string): number => Date.parse(iso) / 1000;

export const seriesCases: readonly BadInput[] = [
  {
    number: 59,
    title: 'newest first is turned round and is no fault',
    check: async () => {
      const result = await askFile(csv(JULY.toReversed()));
      expect(rowsOf(result)).toEqual(JULY);
      expect(issueKinds(result)).toEqual([]);
    },
  },
  {
    number: 60,
    title: 'rows without order are sorted, and that is said',
    check: async () => {
      const shuffled = [...JULY.slice(9), ...JULY.slice(0, 9)];
      const result = await askFile(csv(shuffled));
      expect(rowsOf(result)).toEqual(JULY);
      expect(issueKinds(result)).toEqual(['out-of-order']);
    },
  },
  {
    number: 61,
    title: 'a live row after the day’s own replaces it, and both values are told',
    check: async () => {
      const times = ['2025-07-14T13:30:00Z', '2025-07-15T13:30:00Z', '2025-07-15T20:10:07Z'].map(seconds);
      const body = yahoo(times, { close: [20640.33, 20600, 20677.8] });
      const result = await ask({ source: 'yahoo', range: twoDays }, body);
      expect(rowsOf(result)).toEqual(JULY.slice(8, 10));
      expect(issueOf(result, 'duplicate').sentence).toContain('2025-07-15 (20,600.00 and 20,677.80)');
    },
  },
  {
    number: 62,
    title: 'a session that has not ended is marked as partial, in the row and in a sentence',
    check: async () => {
      // 14:00 in Hong Kong, two hours before the close.
      const env = { now: () => at('2025-07-15T06:00:00Z') };
      const body = eastmoney(['2025-07-14,5250,5283.50,5300,5240,0', '2025-07-15,5320,5390.00,5440,5300,0'], {
        code: 'HSTECH',
        name: '恒生科技指数',
      });
      const result = await ask({ source: 'eastmoney', instrument: 'HSTECH', range: twoDays, env }, body);
      expect(seriesOf(result).provenance.lastIsPartial).toBe(true);
      expect(issueOf(result, 'partial-last-bar').sessions).toEqual(['2025-07-15']);
    },
  },
  {
    number: 63,
    title: 'a newest close that is null is missing until it is filled',
    check: async () => {
      const times = ['2025-07-14T13:30:00Z', '2025-07-15T13:30:00Z'].map(seconds);
      const question = { source: 'yahoo', range: twoDays };
      const first = await ask(question, yahoo(times, { close: [20640.33, null] }, { regularMarketPrice: 20677.8 }));
      expect(rowsOf(first)).toEqual(JULY.slice(8, 9));
      expect(issueOf(first, 'missing-value').sessions).toEqual(['2025-07-15']);
      const filled = await ask(question, yahoo(times, { close: [20640.33, 20677.8] }));
      expect(rowsOf(filled)).toEqual(JULY.slice(8, 10));
      expect(revisions(seriesOf(first), seriesOf(filled))).toEqual([]);
    },
  },
  {
    number: 64,
    title: 'rows outside of the window are left out, and that is said',
    check: async () => {
      const body = tencent(JULY.slice(7, 11).map(([date, close]) => [date, close, close, close, close, '0']));
      const result = await ask({ source: 'tencent', range: twoDays }, body);
      expect(rowsOf(result)).toEqual(JULY.slice(8, 10));
      expect(issueOf(result, 'outside-window').sessions).toEqual(['2025-07-11', '2025-07-16']);
    },
  },
  {
    number: 65,
    title: 'an answer that was silently cut is told, at its start, at its end and by its own count',
    check: async () => {
      const source = { source: 'eastmoney' };
      const late = await ask(source, eastmoney(JULY.slice(3).map(([date, close]) => flat(date, close))));
      // 1, 2 and 3 July were sessions; 4 July was not.
      expect(issueOf(late, 'truncated').sessions).toEqual(['2025-07-01', '2025-07-02', '2025-07-03']);
      const early = await ask(source, eastmoney(JULY.slice(0, -2).map(([date, close]) => flat(date, close))));
      expect(issueOf(early, 'truncated').sessions).toEqual(['2025-07-30', '2025-07-31']);
      const rows = JULY.slice(8, 10).map(([date, close]) => ({
        date: `${date.slice(5, 7)}/${date.slice(8)}/2025`,
        close: String(close),
      }));
      const counted = await ask(
        { source: 'nasdaq', range: twoDays },
        { data: { symbol: 'COMP', totalRecords: 23, tradesTable: { rows } }, status: { rCode: 200 } },
      );
      expect(issueOf(counted, 'truncated').sentence).toBe('The source speaks of 23 rows and sent 2 of them.');
    },
  },
  {
    number: 66,
    title: 'a hole in the middle is named with its session: Hong Kong’s 25 April 2022',
    check: async () => {
      const text = csv([
        ['2022-04-22', 4272.6],
        ['2022-04-26', 4000.2],
        ['2022-04-27', 4032.1],
      ]);
      const result = await askFile(text, 'HSTECH', {}, range('2022-04-22', '2022-04-27'));
      const hole = issueOf(result, 'hole');
      expect(hole.sessions).toEqual(['2022-04-25']);
      expect(hole.sentence).toContain('spans more than one session');
    },
  },
  {
    number: 67,
    title: 'FRED’s phantom row of Good Friday 2019 is left out, and makes no move of zero',
    check: async () => {
      const body = 'observation_date,NASDAQCOM\n2019-04-18,7998.063\n2019-04-19,7998.063\n2019-04-22,8015.270\n';
      const result = await ask({ source: 'fred', range: range('2019-04-18', '2019-04-22') }, body);
      expect(rowsOf(result)).toEqual([
        ['2019-04-18', 7998.063],
        ['2019-04-22', 8015.27],
      ]);
      expect(issueOf(result, 'phantom-session').sentence).toContain('2019-04-19 (Good Friday)');
    },
  },
  {
    number: 68,
    title: 'closes from before Hang Seng TECH was launched are said to be computed afterwards',
    check: async () => {
      const body = eastmoney([flat('2020-07-23', 7031), flat('2020-07-24', 6733), flat('2020-07-27', 6764)], {
        code: 'HSTECH',
        name: '恒生科技指数',
      });
      const question = { source: 'eastmoney', instrument: 'HSTECH', range: range('2020-07-23', '2020-07-27') };
      const result = await ask(question, body);
      expect(issueOf(result, 'back-filled').sessions).toEqual(['2020-07-23', '2020-07-24']);
      expect(issueOf(result, 'back-filled').sentence).toContain('launched on 2020-07-27');
    },
  },
  {
    number: 69,
    title: 'a source that has stopped is told to be stale',
    check: async () => {
      const env = { now: () => at('2025-08-05T20:00:00Z') };
      const body = eastmoney(JULY.slice(0, 5).map(([date, close]) => flat(date, close)));
      const result = await ask({ source: 'eastmoney', env }, body);
      // The range ends on 31 July, five days before now; rows end on 8 July, 16 sessions after which are over.
      expect(issueOf(result, 'stale').sessions.length).toBe(JULY.length - 5);
      expect(issueOf(result, 'stale').sentence).toContain('The rows end on 2025-07-08');
    },
  },
  {
    number: 70,
    title: 'a past close that has changed is reported with both values',
    check: async () => {
      const question = { source: 'fred', range: range('2023-08-03', '2023-08-04') };
      const fred = (close: string) => `observation_date,NASDAQCOM\n2023-08-03,13959.72\n2023-08-04,${close}\n`;
      const before = seriesOf(await ask(question, fred('13909.24')));
      const after = seriesOf(await ask(question, fred('13892.07')));
      const issue = withRevisions(before, after).issues.find(({ kind }) => kind === 'revised');
      expect(issue?.sessions).toEqual(['2023-08-04']);
      expect(issue === undefined ? '' : issueSentence(issue)).toContain('from 13,909.24 to 13,892.07');
    },
  },
  {
    number: 71,
    title: 'weekly rows are not taken for daily ones',
    check: async () => {
      const weekly = ['2025-07-03', '2025-07-11', '2025-07-18', '2025-07-25'].map((date) => flat(date, 20_600));
      failureOf(await ask({ source: 'eastmoney' }, eastmoney(weekly)), 'wrong-interval');
      failureOf(
        await ask(
          { source: 'yahoo' },
          yahoo([seconds('2025-07-14T13:30:00Z')], { close: [1] }, { dataGranularity: '1wk' }),
        ),
        'wrong-interval',
      );
    },
  },
  {
    number: 72,
    title: 'no row is empty, and one row is a series without a move',
    check: async () => {
      failureOf(await askFile('date,close\n'), 'empty');
      const one = seriesOf(await askFile(csv(JULY.slice(9, 10)), 'IXIC', {}, range('2025-07-15', '2025-07-15')));
      expect(one.closes).toHaveLength(1);
      expect(simpleReturns(one.closes).filter((move) => !Number.isNaN(move))).toHaveLength(0);
    },
  },
  {
    number: 73,
    title: 'the first row has no move, and none is made up from outside the window',
    check: async () => {
      const body = eastmoney(
        JULY.slice(8, 10).map(([date, close]) => flat(date, close)),
        { preKPrice: 20585.53 },
      );
      const series = seriesOf(await ask({ source: 'eastmoney', range: twoDays }, body));
      expect(series.sessions).toEqual(['2025-07-14', '2025-07-15']);
      // 20677.80 / 20640.33 − 1 = 0.18 %: the only move that two closes have.
      const moves = [...simpleReturns(series.closes)].filter((move) => !Number.isNaN(move));
      expect(moves).toHaveLength(1);
      expect(moves[0]).toBeCloseTo(0.0018154, 6);
    },
  },
];
