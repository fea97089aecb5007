import Papa from 'papaparse';
import type { MockRow } from '../../mocks/mock-rows.ts';
import type { MockSource } from '../../mocks/mock-source.ts';
import { eastmoney } from '../../mocks/sources/eastmoney.ts';
import { fredApi, fredCsv } from '../../mocks/sources/fred.ts';
import { hsi } from '../../mocks/sources/hsi.ts';
import { nasdaq } from '../../mocks/sources/nasdaq.ts';
import { tencent } from '../../mocks/sources/tencent.ts';
import { twelveData } from '../../mocks/sources/twelve-data.ts';
import { yahoo } from '../../mocks/sources/yahoo.ts';

/** A body to be read, and the bare reading that the product is held against. */
export interface Body {
  readonly name: string;
  readonly adapter: string;
  readonly instrument: string;
  readonly exchange: 'XNAS' | 'XHKG';
  readonly format: string;
  readonly text: string;
  /** Reads every figure and throws nothing away: gives the sum of the closes, so that no engine skips the work. */
  bare(text: string): number;
  /** How much longer the product may take. */
  readonly limit: number;
}

const JSON_LIMIT = 3;
const CSV_LIMIT = 1.5;

type Cells = Readonly<Record<string, unknown>>;

/** A body as it comes: decoded from bytes, one flat text and not the pieces that it was put together from. */
const received = (body: string): string => new TextDecoder().decode(new TextEncoder().encode(body));

/** JSON.parse and a loop over its rows that reads the numbers of each. */
function jsonBody(
  source: MockSource,
  instrument: string,
  address: string,
  rows: readonly MockRow[],
  bare: (json: never) => number,
): Body {
  const question = { instrument, from: '', to: '' };
  const { body } = source.answer(rows, question, new URL(address));
  const name = `${source.id} (JSON)`;
  return {
    name,
    adapter: source.id,
    instrument,
    exchange: instrument === 'HSTECH' ? 'XHKG' : 'XNAS',
    format: 'json',
    text: received(body),
    bare: (text) => bare(JSON.parse(text) as never),
    limit: JSON_LIMIT,
  };
}

function sumOfLists(rows: readonly (readonly unknown[])[]): number {
  let sum = 0;
  for (const row of rows) for (let i = 1; i < 6; i++) sum += Number(row[i]);
  return sum;
}

function sumOfObjects(
  rows: readonly Cells[],
  names: readonly string[],
  read: (cell: unknown) => number = Number,
): number {
  let sum = 0;
  for (const row of rows) for (const name of names) sum += read(row[name]);
  return sum;
}

function csvBody(name: string, text: string, adapter = 'file'): Body {
  const bare = (body: string): number => Papa.parse<string[]>(body, { skipEmptyLines: 'greedy' }).data.length;
  return {
    name: `${name} (CSV)`,
    adapter,
    instrument: 'IXIC',
    exchange: 'XNAS',
    format: 'csv',
    text: received(text),
    bare,
    limit: CSV_LIMIT,
  };
}

function american(date: string): string {
  return `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;
}

function quoted(cells: readonly (string | number)[]): string {
  return cells.map((cell) => `"${cell}"`).join(',');
}

function csvBodies(rows: readonly MockRow[]): readonly Body[] {
  const lines = (header: string, line: (row: MockRow) => string, newestFirst = false): string => {
    const written = rows.map(line);
    return `${[header, ...(newestFirst ? written.toReversed() : written)].join('\n')}\n`;
  };
  const grouped = (value: number | null): string => (value ?? 0).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const dollars = (value: number | null): string => `$${(value ?? 0).toFixed(2)}`;
  return [
    csvBody(
      'fred',
      fredCsv.answer(rows, { instrument: 'IXIC', from: '', to: '' }, new URL('https://x/?id=NASDAQCOM')).body,
      'fred',
    ),
    csvBody(
      'two columns',
      lines('date,close', ({ date, close }) => `${date},${close}`),
    ),
    csvBody(
      'two columns, semicolons',
      lines('date;close', ({ date, close }) => `${date};${close}`),
    ),
    csvBody(
      'Yahoo',
      lines('Date,Open,High,Low,Close,Adj Close,Volume', (r) =>
        [r.date, r.open, r.high, r.low, r.close, r.close, r.volume].join(','),
      ),
    ),
    csvBody(
      'Stooq',
      lines('Date,Open,High,Low,Close,Volume', (r) => [r.date, r.open, r.high, r.low, r.close, r.volume].join(',')),
    ),
    csvBody(
      'investing.com, quoted',
      lines(
        '"Date","Price","Open","High","Low","Vol.","Change %"',
        (r) =>
          quoted([
            american(r.date),
            grouped(r.close),
            grouped(r.open),
            grouped(r.high),
            grouped(r.low),
            '1.57B',
            '0.18%',
          ]),
        true,
      ),
    ),
    csvBody(
      'Nasdaq.com',
      lines(
        'Date,Close/Last,Volume,Open,High,Low',
        (r) => [american(r.date), r.close, '--', r.open, r.high, r.low].join(','),
        true,
      ),
    ),
    csvBody(
      'Nasdaq.com, a share, in dollars',
      lines(
        'Date,Close/Last,Volume,Open,High,Low',
        (r) =>
          [american(r.date), dollars(r.close), r.volume, dollars(r.open), dollars(r.high), dollars(r.low)].join(','),
        true,
      ),
    ),
  ];
}

/** Every text format, with the rows of its exchange in it. */
export function parsingBodies(rowsOf: Readonly<Record<Body['exchange'], readonly MockRow[]>>): readonly Body[] {
  const rows = rowsOf.XNAS;
  const ohlcv = ['open', 'high', 'low', 'close', 'volume'];
  const EAST = 'https://x/?secid=100.NDX&fields2=f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61';
  return [
    jsonBody(eastmoney, 'IXIC', EAST, rows, ({ data }: { data: { klines: string[] } }) =>
      sumOfLists(data.klines.map((line) => line.split(','))),
    ),
    jsonBody(
      tencent,
      'IXIC',
      'https://x/?param=usIXIC,day,,,20000,qfq',
      rows,
      ({ data }: { data: { usIXIC: { day: string[][] } } }) => sumOfLists(data.usIXIC.day),
    ),
    jsonBody(twelveData, 'IXIC', 'https://x/', rows, ({ values }: { values: Cells[] }) => sumOfObjects(values, ohlcv)),
    jsonBody(fredApi, 'IXIC', 'https://x/', rows, ({ observations }: { observations: Cells[] }) =>
      sumOfObjects(observations, ['value']),
    ),
    jsonBody(hsi, 'HSTECH', 'https://x/', rowsOf.XHKG, ({ data }: { data: { valueHistory: Cells[] }[] }) =>
      sumOfObjects(data[0]?.valueHistory ?? [], ['close']),
    ),
    jsonBody(nasdaq, 'IXIC', 'https://x/', rows, ({ data }: { data: { tradesTable: { rows: Cells[] } } }) =>
      sumOfObjects(data.tradesTable.rows, ohlcv, (cell) => Number(String(cell).replaceAll(',', ''))),
    ),
    jsonBody(
      yahoo,
      'IXIC',
      'https://x/%5EIXIC',
      rows,
      ({
        chart,
      }: {
        chart: { result: { timestamp: number[]; indicators: { quote: Record<string, number[]>[] } }[] };
      }) => {
        const [result] = chart.result;
        const columns = Object.values(result?.indicators.quote[0] ?? {});
        let sum = 0;
        for (let i = 0; i < (result?.timestamp.length ?? 0); i++) {
          // A row without its date is not read: the offset of the day is left out here, as a bare reader would.
          sum += new Date((result?.timestamp[i] ?? 0) * 1000).toISOString().length;
          for (const column of columns) sum += column[i] ?? 0;
        }
        return sum;
      },
    ),
    ...csvBodies(rows),
  ];
}
