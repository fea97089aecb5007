import type { MockRow } from '../mock-rows.ts';
import { json, type MockAnswer, type MockSource } from '../mock-source.ts';

function american(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}/${day}/${year}`;
}

function grouped(value: number | null): string {
  return value === null ? 'N/A' : value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function answer(rows: readonly MockRow[], symbol: string): MockAnswer {
  return json({
    data: {
      symbol,
      totalRecords: rows.length,
      tradesTable: {
        asOf: null,
        headers: { date: 'Date', close: 'Close/Last', volume: 'Volume', open: 'Open', high: 'High', low: 'Low' },
        rows: rows
          .map(({ date, open, high, low, close }) => ({
            date: american(date),
            close: grouped(close),
            volume: '--',
            open: grouped(open),
            high: grouped(high),
            low: grouped(low),
          }))
          .toReversed(),
      },
    },
    message: null,
    status: { rCode: 200, bCodeMessage: null, developerMessage: null },
  });
}

function refusal(errorMessage: string): MockAnswer {
  return json({ data: null, message: null, status: { rCode: 400, bCodeMessage: [{ code: 1001, errorMessage }] } });
}

export const nasdaq: MockSource = {
  id: 'nasdaq',
  address: 'api.nasdaq.com/api/quote/*/historical',
  read({ pathname, searchParams }) {
    if (!pathname.includes('/COMP/')) return null;
    return { instrument: 'IXIC', from: searchParams.get('fromdate') ?? '', to: searchParams.get('todate') ?? '' };
  },
  answer: (rows) => answer(rows, 'COMP'),
  unknownSymbol: refusal('Symbol not exists.'),
  refused: refusal('Request not allowed.'),
  wrongIndex: (rows) => answer(rows, 'NDX'),
};
