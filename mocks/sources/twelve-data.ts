import type { MockRow } from '../mock-rows.ts';
import { json, type MockAnswer, type MockSource } from '../mock-source.ts';

function answer(rows: readonly MockRow[], symbol: string, type: string): MockAnswer {
  const written = (value: number | null): string | null => value?.toFixed(5) ?? null;
  return json({
    meta: {
      symbol,
      interval: '1day',
      currency: 'USD',
      exchange_timezone: 'America/New_York',
      exchange: 'NASDAQ',
      mic_code: 'XNAS',
      type,
    },
    values: rows.map(({ date, open, high, low, close }) => ({
      datetime: date,
      open: written(open),
      high: written(high),
      low: written(low),
      close: written(close),
    })),
    status: 'ok',
  });
}

export const twelveData: MockSource = {
  id: 'twelve-data',
  address: 'api.twelvedata.com/time_series',
  read({ searchParams }) {
    if (searchParams.get('symbol') !== 'IXIC') return null;
    return { instrument: 'IXIC', from: searchParams.get('start_date') ?? '', to: searchParams.get('end_date') ?? '' };
  },
  answer: (rows) =>
    rows.length === 0
      ? json({
          code: 400,
          message: 'No data is available on the specified dates. Try setting different start/end dates.',
          status: 'error',
        })
      : answer(rows, 'IXIC', 'Index'),
  unknownSymbol: json({
    code: 404,
    message: '**symbol** not found: IXIC. Please specify it correctly.',
    status: 'error',
  }),
  refused: json(
    {
      code: 403,
      message: 'This symbol is available starting with a higher plan. Consider upgrading.',
      status: 'error',
    },
    200,
  ),
  wrongIndex: (rows) => answer(rows, 'ONEQ', 'ETF'),
};
