import * as v from 'valibot';
import type { SymbolAtSource } from '../../core/study.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { readNumber } from '../files/read-number.ts';
import { readJson, statusRefusal } from '../port/response-body.ts';

/** Whether an answer names itself as another instrument: its code is the symbol's after the market's number. */
function isAnother(symbol: SymbolAtSource, code: string, name: string): boolean {
  if (code !== symbol.code.slice(symbol.code.indexOf('.') + 1)) return true;
  return symbol.foreignNames?.some((word) => name.toUpperCase().includes(word.toUpperCase())) === true;
}

const DAILY = '101';
const ROW_LIMIT = 10_000;

const answer = v.object({
  rc: v.optional(v.number()),
  data: v.nullish(
    v.object({
      code: v.string(),
      name: v.optional(v.string(), ''),
      // Thousands of strings: tested in one go, not one by one with an issue each.
      klines: v.custom<readonly string[]>(
        (value) => Array.isArray(value) && value.every((row) => typeof row === 'string'),
      ),
    }),
  ),
});

function rowsOf(klines: readonly string[]): DailyRows {
  const rows = { dates: [] as string[], opens: [] as number[], closes: [] as number[], highs: [] as number[] };
  const lows: number[] = [];
  const volumes: number[] = [];
  for (const line of klines) {
    // date, open, close, high, low, volume, and up to nine figures that are not needed
    const cells = line.split(',', 6);
    rows.dates.push(cells[0] ?? '');
    rows.opens.push(readNumber(cells[1]));
    rows.closes.push(readNumber(cells[2]));
    rows.highs.push(readNumber(cells[3]));
    lows.push(readNumber(cells[4]));
    volumes.push(readNumber(cells[5]));
  }
  return { ...rows, lows, volumes };
}

/** EastMoney's daily history. Symbols, rows and quirks: `docs/sources.md`. */
export const eastmoney: MarketDataAdapter = {
  id: 'eastmoney',
  label: 'EastMoney',
  attribution:
    'EastMoney (东方财富); the indices belong to their owners. No public terms for programs: personal use, few requests.',
  termsUrl: 'https://www.eastmoney.com/',
  needs: { key: 'none', proxy: false, file: false },
  optIn: false,
  capabilities: {
    fields: 'ohlcv',
    earliest: null,
    maxRowsPerRequest: ROW_LIMIT,
  },
  resolve: (instrument) => symbolAt('eastmoney', instrument),
  request({ code }, { from, to }) {
    // With a limit alone the source can answer rc 102: both ends are always given.
    const query = new URLSearchParams({
      secid: code,
      klt: DAILY,
      fqt: '0',
      beg: from.replaceAll('-', ''),
      end: to.replaceAll('-', ''),
      lmt: String(ROW_LIMIT),
      fields1: 'f1,f2,f3,f4,f5,f6',
      fields2: 'f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61',
    });
    const url = `https://push2his.eastmoney.com/api/qt/stock/kline/get?${query.toString()}`;
    return [{ kind: 'http', url, format: 'json' }];
  },
  parse({ status, body }, { symbol }): Parsed {
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    const json = readJson(body);
    if (json.kind === 'refusal') return json;
    const read = v.safeParse(answer, json.value);
    if (!read.success)
      return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no list of daily rows' } };
    const { rc, data } = read.output;
    if (rc === 102)
      return { kind: 'refusal', refusal: { kind: 'refused', detail: 'it answered with code 102', said: `rc ${rc}` } };
    if (data === null || data === undefined) {
      return { kind: 'refusal', refusal: { kind: 'unknown-symbol', said: `rc ${rc ?? 'missing'}, data null` } };
    }
    if (isAnother(symbol, data.code, data.name)) {
      const said = `${data.code} ${data.name}`;
      return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail: `it calls the series ${said}`, said } };
    }
    return { kind: 'rows', rows: rowsOf(data.klines), issues: [] };
  },
};
