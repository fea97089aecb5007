import type { MockRow } from '../mock-rows.ts';
import { fixed, json, type MockAnswer, type MockSource } from '../mock-source.ts';

const CODES: Readonly<Record<string, readonly [instrument: string, name: string]>> = {
  '100.NDX': ['IXIC', '纳斯达克'],
  '124.HSTECH': ['HSTECH', '恒生科技指数'],
  '100.HSI': ['HSI', '恒生指数'],
};

function dashed(compact: string): string {
  return `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6, 8)}`;
}

function answer(rows: readonly MockRow[], url: URL, code: string, name: string): MockAnswer {
  const width = (url.searchParams.get('fields2') ?? '').split(',').length;
  const klines = rows.map(({ date, open, close, high, low, volume }) =>
    [date, fixed(open), fixed(close, '-'), fixed(high), fixed(low), volume, '0.00', '1.20', '0.40', '91.00', '0.00']
      .slice(0, width)
      .join(','),
  );
  const value = {
    rc: 0,
    rt: 17,
    svr: 1,
    lt: 1,
    full: 0,
    data: { code, market: 100, name, decimal: 2, dktotal: klines.length, klines },
  };
  const callback = url.searchParams.get('cb');
  return callback === null
    ? json(value)
    : { body: `${callback}(${JSON.stringify(value)});`, type: 'application/javascript' };
}

export const eastmoney: MockSource = {
  id: 'eastmoney',
  address: 'push2his.eastmoney.com/api/qt/stock/kline/get',
  read({ searchParams }) {
    const known = CODES[searchParams.get('secid') ?? ''];
    if (known === undefined) return null;
    return {
      instrument: known[0],
      from: dashed(searchParams.get('beg') ?? ''),
      to: dashed(searchParams.get('end') ?? ''),
    };
  },
  answer(rows, _, url) {
    const secid = url.searchParams.get('secid') ?? '';
    return answer(rows, url, secid.split('.')[1] ?? '', CODES[secid]?.[1] ?? '');
  },
  unknownSymbol: json({ rc: 100, rt: 17, svr: 1, lt: 1, full: 0, data: null }),
  refused: json({ rc: 102, rt: 17, svr: 1, lt: 1, full: 0, data: null }),
  wrongIndex: (rows, _, url) => answer(rows, url, 'NDX100', '纳斯达克100'),
};
