import { expect } from 'vitest';
import { mapAnnouncement } from '../../../src/core/session-mapping.ts';
import { completeness } from '../../../src/data/checks/completeness.ts';
import { findAdapter } from '../../../src/data/port/registry.ts';
import { crossCheck } from '../../../src/data/checks/cross-check.ts';
import { parseStudy } from '../../../src/data/study/study-schema.ts';
import { at, bundled, firstStudyJson, instrument, july, later, range, sessions } from '../first-study.ts';
import {
  ask,
  askFile,
  askWith,
  eastmoney,
  failureOf,
  issueOf,
  seriesOf,
  tencent,
  TWO_ROWS,
  twoDays,
  yahoo,
  type BadInput,
} from './ask.ts';
import { HttpResponse } from 'msw';

const csv = (rows: readonly (readonly [string, number])[]) =>
  `date,close\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const east = { source: 'eastmoney', range: twoDays } as const;

export const identityCases: readonly BadInput[] = [
  {
    number: 74,
    title: 'another index under a known name is refused by code, by name and by heading; by its level it is named',
    check: async () => {
      failureOf(await ask(east, eastmoney(TWO_ROWS, { code: 'NDX100', name: '纳斯达克100' })), 'identity-mismatch');
      failureOf(await ask(east, eastmoney(TWO_ROWS, { name: '纳斯达克100' })), 'identity-mismatch');
      failureOf(
        await ask({ ...east, instrument: 'HSTECH' }, eastmoney(TWO_ROWS, { code: 'HSI', name: '恒生指数' })),
        'identity-mismatch',
      );
      failureOf(await ask({ source: 'tencent', range: twoDays }, tencent([], 'usNDX')), 'identity-mismatch');
      failureOf(await ask({ source: 'yahoo' }, yahoo([1], { close: [1] }, { symbol: '^NDX' })), 'identity-mismatch');
      failureOf(
        await ask({ source: 'fred' }, 'observation_date,NASDAQ100\n2025-07-14,22855.63\n'),
        'identity-mismatch',
      );
      failureOf(await askFile('Price,Close\nTicker,^NDX\nDate,\n2025-07-14,22855.63\n'), 'identity-mismatch');
      // The Nasdaq-100 stood at 22,855.63, the Composite at 20,640.33 on 14 July 2025.
      const reference = seriesOf(await askFile(csv(bundled('IXIC', july))));
      const other = await ask({ ...east, env: { reference } }, eastmoney(['2025-07-14,22800,22855.63,22900,22700,0']));
      expect(issueOf(other, 'suspect-value').sentence).toContain('22,855.63 where Your file has 20,640.33');
      expect(findAdapter('eastmoney')?.resolve(instrument('IXIC'))?.code).toBe('100.NDX');
      expect(findAdapter('eastmoney')?.resolve(instrument('HSTECH'))?.code).toBe('124.HSTECH');
    },
  },
  {
    number: 75,
    title: 'a level rebased to 100 is named beside a reference, and a change of scale inside a series by itself',
    check: async () => {
      const reference = seriesOf(await askFile(csv(bundled('IXIC', july))));
      const rebased = eastmoney(['2025-07-14,100,100.00,100,100,0', '2025-07-15,100,100.18,101,100,0']);
      const told = await ask({ ...east, env: { reference } }, rebased);
      expect(issueOf(told, 'suspect-value').sentence).toContain('another instrument or another scale');
      const scaled = await ask(east, eastmoney([TWO_ROWS[0] ?? '', '2025-07-15,100,100.18,101,100,0']));
      expect(issueOf(scaled, 'change-of-scale').sentence).toContain('from 20,640.33 on 2025-07-14 to 100.18 on');
    },
  },
  {
    number: 76,
    title: 'a fund in place of the index is refused',
    check: async () => {
      const values = [{ datetime: '2025-07-15', close: '81.30' }];
      for (const meta of [
        { symbol: 'ONEQ', interval: '1day', type: 'ETF' },
        { symbol: 'IXIC', interval: '1day', type: 'ETF' },
      ]) {
        failureOf(await ask({ source: 'twelve-data' }, { meta, values, status: 'ok' }), 'identity-mismatch');
      }
      failureOf(
        await ask({ source: 'yahoo' }, yahoo([1], { close: [1] }, { instrumentType: 'ETF' })),
        'identity-mismatch',
      );
    },
  },
  {
    number: 77,
    title: 'the caret of a symbol is always encoded',
    check: async () => {
      const { urls } = await askWith({ source: 'yahoo', range: twoDays }, () => new HttpResponse('{}'));
      expect(urls[0]).toContain('/v8/finance/chart/%5EIXIC?');
      expect(urls.join()).not.toContain('^');
    },
  },
  {
    number: 78,
    title: 'a symbol with spaces or script is no instrument, and none is ever built into an address',
    check: () => {
      for (const id of ['IXIC X', '<script>', 'IXIC&x=1', '../x']) {
        expect(parseStudy({ ...firstStudyJson(), defaultInstruments: [id] }).kind).toBe('invalid');
        for (const source of ['eastmoney', 'tencent', 'twelve-data', 'fred', 'hsi', 'nasdaq', 'yahoo']) {
          const json = { ...firstStudyJson(), instruments: [{ id: 'IXIC', symbols: { [source]: id } }] };
          expect(parseStudy(json)).toMatchObject({
            problems: [{ path: `instruments[0].symbols.${source}` }],
          });
        }
      }
    },
  },
  {
    number: 79,
    title: 'a 404 for all history is an unknown symbol, in the source’s words',
    check: async () => {
      const error = { code: 'Not Found', description: 'No data found, symbol may be delisted' };
      const failure = failureOf(
        await ask({ source: 'yahoo' }, { chart: { result: null, error } }, 404),
        'unknown-symbol',
      );
      expect(failure.said).toBe('Not Found: No data found, symbol may be delisted');
      failureOf(await ask({ source: 'nasdaq' }, 'Not Found', 404), 'unknown-symbol');
    },
  },
];

const MONDAY_AND_TUESDAY = sessions('2025-07-11', '2025-07-14', '2025-07-15');

export const eventCases: readonly BadInput[] = [
  {
    number: 80,
    title: 'an event on a weekend or a holiday is mapped to the next session',
    check: () => {
      const onSaturday = { kind: 'instant', at: at('2025-07-12T15:00:00Z') } as const;
      const mapped = mapAnnouncement(onSaturday, 'America/New_York', 'XNAS', MONDAY_AND_TUESDAY);
      expect(mapped.kind === 'mapped' && [mapped.baseline, mapped.dayZero]).toEqual(['2025-07-11', '2025-07-14']);
      const onHoliday = { kind: 'instant', at: at('2025-07-04T15:00:00Z') } as const;
      const after = mapAnnouncement(onHoliday, 'America/New_York', 'XNAS', sessions('2025-07-03', '2025-07-07'));
      expect(after.kind === 'mapped' && after.dayZero).toBe('2025-07-07');
    },
  },
  {
    number: 81,
    title: 'one instant after New York’s close and before Hong Kong’s open has a different session in each',
    check: () => {
      // Monday 14 July, 18:00 in New York: Tuesday 15 July, 06:00 in Hong Kong.
      const evening = { kind: 'instant', at: at('2025-07-14T22:00:00Z') } as const;
      for (const exchange of ['XNAS', 'XHKG'] as const) {
        const mapped = mapAnnouncement(evening, 'America/New_York', exchange, MONDAY_AND_TUESDAY);
        expect(mapped.kind === 'mapped' && mapped.dayZero).toBe('2025-07-15');
      }
      // Tuesday 15 July, 17:00 in Hong Kong, after its close: 05:00 in New York, before its open.
      const between = { kind: 'instant', at: at('2025-07-15T09:00:00Z') } as const;
      const days = sessions('2025-07-14', '2025-07-15', '2025-07-16');
      const inHongKong = mapAnnouncement(between, 'Asia/Hong_Kong', 'XHKG', days);
      const inNewYork = mapAnnouncement(between, 'Asia/Hong_Kong', 'XNAS', days);
      expect(inHongKong.kind === 'mapped' && inHongKong.dayZero).toBe('2025-07-16');
      expect(inNewYork.kind === 'mapped' && inNewYork.dayZero).toBe('2025-07-15');
    },
  },
  {
    number: 82,
    title: 'a window that touches a missing session is told as incomplete, with the session',
    check: async () => {
      const rows = bundled('IXIC', july).filter(([session]) => session !== '2025-07-15');
      const result = await askFile(csv(rows));
      expect(issueOf(result, 'hole').sessions).toEqual(['2025-07-15']);
      const window = completeness(seriesOf(result), range('2025-07-14', '2025-07-17'), later);
      expect(window).toEqual({
        have: 3,
        of: 4,
        missing: ['2025-07-15'],
        words: '3 of 4 sessions; 2025-07-15 is missing',
      });
    },
  },
  {
    number: 83,
    title: 'one series stands while the other fails, and two are compared by session, never by row number',
    check: async () => {
      const ours = await askFile(csv(bundled('IXIC', july)));
      failureOf(await ask({ source: 'hsi', instrument: 'HSTECH' }, '', 200), 'malformed');
      expect(seriesOf(ours).sessions).toHaveLength(22);
      // Shifted by one row, every number would differ; by session, the 21 common ones agree.
      const shifted = seriesOf(await askFile(csv(bundled('IXIC', july).slice(1)), 'IXIC', {}, july));
      const opinion = crossCheck(seriesOf(ours), shifted, july);
      expect(opinion.common).toBe(21);
      expect(opinion.largest?.difference).toBe(0);
      expect(opinion.onlyFirst).toEqual(['2025-07-01']);
    },
  },
];
