import * as v from 'valibot';
import { addDays } from '../../core/calendar-days.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import type { Refusal } from '../port/failure.ts';
import { rangePages } from '../port/range-pages.ts';
import { readNumber } from '../files/read-number.ts';
import { readJson, statusRefusal } from '../port/response-body.ts';

const ROW_LIMIT = 5000;
/** Calendar days that hold fewer sessions than one answer has rows. */
const PAGE_DAYS = 6800;

type Value = Readonly<Record<string, unknown>>;
const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null && 'datetime' in value;

const success = v.object({
  meta: v.object({
    symbol: v.string(),
    interval: v.string(),
    type: v.optional(v.string(), ''),
  }),
  values: v.custom<readonly Value[]>((value) => Array.isArray(value) && value.every(isValue)),
});

const failure = v.object({ code: v.number(), message: v.optional(v.string(), ''), status: v.literal('error') });

function refusalOf(code: number, said: string): Refusal {
  if (/no data is available/i.test(said)) return { kind: 'empty', said };
  if (code === 429) return { kind: /for the day|daily/i.test(said) ? 'quota' : 'rate-limited', said };
  if (code === 403 || /\b(?:plan|upgrad|subscri)/i.test(said)) return { kind: 'plan', said };
  if (code === 401 || /api ?key/i.test(said)) return { kind: 'key-refused', said };
  if (code === 404 || /symbol/i.test(said)) return { kind: 'unknown-symbol', said };
  if (code >= 500) return { kind: 'server-error', said };
  return { kind: 'refused', said };
}

function rowsOf(values: readonly Value[], last: string): DailyRows {
  const dates: string[] = [];
  const closes: number[] = [];
  const opens: number[] = [];
  const highs: number[] = [];
  const lows: number[] = [];
  const volumes: number[] = [];
  for (const value of values) {
    const date = typeof value['datetime'] === 'string' ? value['datetime'] : '';
    // One day more than wanted was asked for, because the source does not say whether its end is included.
    if (date > last && date.length === last.length) continue;
    dates.push(date);
    opens.push(readNumber(value['open']));
    highs.push(readNumber(value['high']));
    lows.push(readNumber(value['low']));
    closes.push(readNumber(value['close']));
    volumes.push(readNumber(value['volume']));
  }
  return { dates, closes, opens, highs, lows, volumes };
}

/** Twelve Data, with the reader's own key. Symbols, rows and quirks: `docs/sources.md`. */
export const twelveData: MarketDataAdapter = {
  id: 'twelve-data',
  label: 'Twelve Data',
  attribution: 'Twelve Data, under the terms of your own account; the indices belong to their owners.',
  termsUrl: 'https://twelvedata.com/terms',
  needs: { key: 'required', proxy: false, file: false },
  optIn: false,
  capabilities: { fields: 'ohlcv', earliest: null, maxRowsPerRequest: ROW_LIMIT },
  resolve: (instrument) => symbolAt('twelve-data', instrument),
  request({ code }, range, { key }) {
    return rangePages(range, PAGE_DAYS).map(({ from, to }) => {
      const query = new URLSearchParams({
        symbol: code,
        interval: '1day',
        start_date: from,
        end_date: addDays(to, 1),
        outputsize: String(ROW_LIMIT),
        order: 'ASC',
        timezone: 'Exchange',
        // In the query: a header of its own would make browsers ask for permission first.
        apikey: key ?? '',
      });
      return { kind: 'http', url: `https://api.twelvedata.com/time_series?${query.toString()}`, format: 'json' };
    });
  },
  parse({ status, body }, { symbol, range }): Parsed {
    const json = readJson(body);
    const told = json.kind === 'json' ? v.safeParse(failure, json.value) : null;
    if (told?.success === true) {
      return { kind: 'refusal', refusal: refusalOf(told.output.code, told.output.message) };
    }
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    if (json.kind === 'refusal') return json;
    const read = v.safeParse(success, json.value);
    if (!read.success) return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no list of values' } };
    const { meta, values } = read.output;
    if (meta.symbol !== symbol.code || /ETF|fund/i.test(meta.type)) {
      const detail = `it calls the series ${meta.symbol}${meta.type === '' ? '' : ` (${meta.type})`}`;
      return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail } };
    }
    if (meta.interval !== '1day') {
      return { kind: 'refusal', refusal: { kind: 'wrong-interval', detail: `its interval is ${meta.interval}` } };
    }
    if (values.length === 0) return { kind: 'refusal', refusal: { kind: 'empty' } };
    return { kind: 'rows', rows: rowsOf(values, range.to), issues: [] };
  },
};
