import * as v from 'valibot';
import type { SeriesIssue } from '../../core/series.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { readDates } from '../files/date-column.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { readFormattedNumber } from '../files/read-number.ts';
import { readJson, statusRefusal } from '../port/response-body.ts';

const ROW_LIMIT = 9999;

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && 'date' in value;

const answer = v.object({
  data: v.nullish(
    v.object({
      symbol: v.optional(v.string()),
      totalRecords: v.optional(v.number()),
      tradesTable: v.nullish(
        v.object({ rows: v.nullish(v.custom<readonly Row[]>((value) => Array.isArray(value) && value.every(isRow))) }),
      ),
    }),
  ),
  status: v.optional(
    v.object({
      rCode: v.number(),
      bCodeMessage: v.nullish(v.array(v.object({ errorMessage: v.optional(v.string(), '') }))),
    }),
  ),
});

function cell(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function rowsOf(list: readonly Row[]): DailyRows {
  const column = (name: string): number[] => list.map((row) => readFormattedNumber(cell(row, name)));
  return {
    // Always with the month first: 09/04/2026 is 4 September.
    dates: [
      ...readDates(
        list.map((row) => cell(row, 'date')),
        'written',
        'month-day-year',
        'America/New_York',
      ).dates,
    ],
    opens: column('open'),
    highs: column('high'),
    lows: column('low'),
    closes: column('close'),
    volumes: column('volume'),
  };
}

/** Nasdaq.com's historical quotes. Symbols, rows and quirks: `docs/sources.md`. */
export const nasdaq: MarketDataAdapter = {
  id: 'nasdaq',
  label: 'Nasdaq.com',
  attribution: 'Nasdaq, Inc., for personal use; the index belongs to Nasdaq.',
  termsUrl: 'https://www.nasdaq.com/legal',
  needs: { key: 'none', proxy: true, file: false },
  optIn: false,
  capabilities: { fields: 'ohlc', earliest: null, maxRowsPerRequest: ROW_LIMIT },
  resolve: (instrument) => symbolAt('nasdaq', instrument),
  request({ code }, { from, to }) {
    const query = new URLSearchParams({
      assetclass: 'index',
      fromdate: from,
      todate: to,
      limit: String(ROW_LIMIT),
      offset: '0',
    });
    const url = `https://api.nasdaq.com/api/quote/${code}/historical?${query.toString()}`;
    return [{ kind: 'http', url, format: 'json' }];
  },
  parse({ status, body }, { symbol }): Parsed {
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    const json = readJson(body);
    if (json.kind === 'refusal') return json;
    const read = v.safeParse(answer, json.value);
    if (!read.success) return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no table of rows' } };
    const { data, status: told } = read.output;
    if (told !== undefined && told.rCode !== 200) {
      const said = told.bCodeMessage?.map(({ errorMessage }) => errorMessage).join(' ') ?? '';
      const kind = /symbol not exist/i.test(said) ? 'unknown-symbol' : told.rCode === 429 ? 'rate-limited' : 'refused';
      return { kind: 'refusal', refusal: { kind, said: said === '' ? `rCode ${told.rCode}` : said } };
    }
    if (data?.symbol !== undefined && data.symbol !== symbol.code) {
      return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail: `it calls the series ${data.symbol}` } };
    }
    const list = data?.tradesTable?.rows ?? [];
    if (list.length === 0) return { kind: 'refusal', refusal: { kind: 'empty' } };
    const total = data?.totalRecords ?? list.length;
    const issues: SeriesIssue[] =
      total > list.length
        ? [
            {
              kind: 'truncated',
              sessions: [],
              sentence: `The source speaks of ${total} rows and sent ${list.length} of them.`,
            },
          ]
        : [];
    return { kind: 'rows', rows: rowsOf(list), issues };
  },
};
