import { instantOfLocal } from '../../src/core/zone-time.ts';
import { sessionDate } from '../../src/core/units.ts';
import type { MockRow } from '../mock-rows.ts';
import { json, type MockAnswer, type MockSource } from '../mock-source.ts';

const CODES: Readonly<Record<string, readonly [instrument: string, type: string]>> = {
  '^IXIC': ['IXIC', 'INDEX'],
  '^GSPC': ['SPX', 'INDEX'],
  NVDA: ['NVDA', 'EQUITY'],
};
const NEW_YORK = 'America/New_York';
/** 09:30, at which the source dates a session's row. */
const OPEN = 9 * 60 + 30;

function dayOf(seconds: string | null): string {
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

function answer(rows: readonly MockRow[], symbol: string, instrumentType: string): MockAnswer {
  const column = (name: 'open' | 'high' | 'low' | 'close' | 'volume') =>
    rows.map((row) => (row.close === null ? null : row[name]));
  const meta = {
    currency: 'USD',
    symbol,
    instrumentType,
    firstTradeDate: 34_612_200,
    gmtoffset: -18_000,
    exchangeTimezoneName: NEW_YORK,
    dataGranularity: '1d',
    validRanges: ['1d', '5d', '1mo', 'max'],
  };
  const timestamp = rows.map(({ date }) => instantOfLocal(NEW_YORK, sessionDate(date), OPEN) / 1000);
  const indicators = {
    quote: [
      {
        volume: column('volume'),
        close: column('close'),
        open: column('open'),
        low: column('low'),
        high: column('high'),
      },
    ],
    adjclose: [{ adjclose: column('close') }],
  };
  const result =
    rows.length === 0 ? { meta, indicators: { quote: [{}], adjclose: [{}] } } : { meta, timestamp, indicators };
  return json({ chart: { result: [result], error: null } });
}

function codeOf(url: URL): string {
  return decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
}

export const yahoo: MockSource = {
  id: 'yahoo',
  address: 'query1.finance.yahoo.com/v8/finance/chart/*',
  read(url) {
    const known = CODES[codeOf(url)];
    if (known === undefined) return null;
    // The end is not included: rows carry the opening of their session.
    const end = String(Number(url.searchParams.get('period2')) - 86_400);
    return { instrument: known[0], from: dayOf(url.searchParams.get('period1')), to: dayOf(end) };
  },
  answer: (rows, _, url) => answer(rows, codeOf(url), CODES[codeOf(url)]?.[1] ?? 'INDEX'),
  unknownSymbol: json(
    { chart: { result: null, error: { code: 'Not Found', description: 'No data found, symbol may be delisted' } } },
    404,
  ),
  refused: json({ chart: { result: null, error: { code: 'Unauthorized', description: 'Invalid Crumb' } } }, 401),
  wrongIndex: (rows) => answer(rows, '^NDX', 'INDEX'),
};
