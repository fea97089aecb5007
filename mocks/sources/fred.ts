import { fixed, json, type MockSource } from '../mock-source.ts';

const CODES: Readonly<Record<string, string>> = { NASDAQCOM: 'IXIC', SP500: 'SPX' };
const PAGE = '<html><head><title>Error - St. Louis Fed</title></head><body>The series does not exist.</body></html>';

/** The keyless CSV. */
export const fredCsv: MockSource = {
  id: 'fred',
  address: 'fred.stlouisfed.org/graph/fredgraph.csv',
  read({ searchParams }) {
    const instrument = CODES[searchParams.get('id') ?? ''];
    if (instrument === undefined) return null;
    return { instrument, from: searchParams.get('cosd') ?? '', to: searchParams.get('coed') ?? '' };
  },
  answer(rows, _, url) {
    const lines = rows.map(({ date, close }) => `${date},${fixed(close)}`);
    return {
      body: [`observation_date,${url.searchParams.get('id')}`, ...lines, ''].join('\n'),
      type: 'application/csv',
    };
  },
  unknownSymbol: { body: PAGE, type: 'text/html', status: 404 },
  refused: { body: 'Access denied by policy', type: 'text/plain', status: 403 },
  wrongIndex(rows) {
    const lines = rows.map(({ date, close }) => `${date},${fixed(close)}`);
    return { body: ['observation_date,NASDAQ100', ...lines, ''].join('\n'), type: 'application/csv' };
  },
};

/** The API, for readers with a key. */
export const fredApi: MockSource = {
  id: 'fred',
  address: 'api.stlouisfed.org/fred/series/observations',
  read({ searchParams }) {
    const instrument = CODES[searchParams.get('series_id') ?? ''];
    if (instrument === undefined) return null;
    return {
      instrument,
      from: searchParams.get('observation_start') ?? '',
      to: searchParams.get('observation_end') ?? '',
    };
  },
  answer: (rows) =>
    json({
      realtime_start: '2026-11-23',
      realtime_end: '2026-11-23',
      observations: rows.map(({ date, close }) => ({
        realtime_start: '2026-11-23',
        realtime_end: '2026-11-23',
        date,
        value: fixed(close, '.'),
      })),
    }),
  unknownSymbol: json({ error_code: 400, error_message: 'Bad Request.  The series does not exist.' }, 400),
  refused: json({ error_code: 400, error_message: 'Bad Request.  Variable api_key is not set.' }, 400),
  // The API's rows do not name their series, so that the nearest it has is a refusal.
  wrongIndex: () => json({ error_code: 400, error_message: 'Bad Request.  The series does not exist.' }, 400),
};
