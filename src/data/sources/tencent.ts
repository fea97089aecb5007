import * as v from 'valibot';
import { localDate } from '../../core/zone-time.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { rangePages } from '../port/range-pages.ts';
import { readNumber } from '../files/read-number.ts';
import { readJson, statusRefusal } from '../port/response-body.ts';

const ROW_LIMIT = 500;
/** Calendar days that hold fewer sessions than one answer has rows. */
const PAGE_DAYS = 640;

const isRow = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length >= 5;
const rows = v.custom<readonly (readonly unknown[])[]>((value) => Array.isArray(value) && value.every(isRow));
const table = v.object({ day: v.optional(rows), qfqday: v.optional(rows) });

const answer = v.object({
  code: v.optional(v.number()),
  msg: v.optional(v.string(), ''),
  // An empty list where an object belongs is how an unknown symbol is answered.
  data: v.nullish(v.union([v.record(v.string(), v.unknown()), v.array(v.unknown())])),
});

function rowsOf(list: readonly (readonly unknown[])[]): DailyRows {
  const dates: string[] = [];
  const [opens, closes, highs, lows, volumes]: number[][] = [[], [], [], [], []];
  for (const row of list) {
    // date, open, close, high, low, volume; a seventh may be an object about dividends
    dates.push(typeof row[0] === 'string' ? row[0] : '');
    opens?.push(readNumber(row[1]));
    closes?.push(readNumber(row[2]));
    highs?.push(readNumber(row[3]));
    lows?.push(readNumber(row[4]));
    volumes?.push(readNumber(row[5]));
  }
  return {
    dates,
    opens: opens ?? [],
    closes: closes ?? [],
    highs: highs ?? [],
    lows: lows ?? [],
    volumes: volumes ?? [],
  };
}

/** Tencent's daily history. Symbols, rows and quirks: `docs/sources.md`. */
export const tencent: MarketDataAdapter = {
  id: 'tencent',
  label: 'Tencent',
  attribution:
    'Tencent Finance (腾讯财经); the indices belong to their owners. No public terms for programs: personal use, few requests.',
  termsUrl: 'https://gu.qq.com/',
  needs: { key: 'none', proxy: false, file: false },
  optIn: false,
  capabilities: { fields: 'ohlcv', earliest: null, maxRowsPerRequest: ROW_LIMIT },
  resolve: (instrument) => symbolAt('tencent', instrument),
  request({ code }, { from, to }, { now }) {
    const american = code.startsWith('us');
    // An end after today can be answered with an empty list.
    const today = localDate(american ? 'America/New_York' : 'Asia/Hong_Kong', now);
    const path = american ? 'usfqkline' : 'hkfqkline';
    return rangePages({ from, to: to < today ? to : today }, PAGE_DAYS).map((page) => ({
      kind: 'http',
      url: `https://web.ifzq.gtimg.cn/appstock/app/${path}/get?param=${code},day,${page.from},${page.to},${ROW_LIMIT},qfq`,
      format: 'json',
    }));
  },
  parse({ status, body }, { symbol }): Parsed {
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    const json = readJson(body);
    if (json.kind === 'refusal') return json;
    const read = v.safeParse(answer, json.value);
    if (!read.success)
      return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no table of daily rows' } };
    const { code, msg, data } = read.output;
    if (msg !== '' || (code !== undefined && code !== 0)) {
      return { kind: 'refusal', refusal: { kind: 'refused', said: msg === '' ? `code ${code}` : msg } };
    }
    const tables = data === null || data === undefined || Array.isArray(data) ? {} : data;
    if (!(symbol.code in tables)) {
      const others = Object.keys(tables);
      return others.length === 0
        ? { kind: 'refusal', refusal: { kind: 'unknown-symbol', said: body } }
        : {
            kind: 'refusal',
            refusal: { kind: 'identity-mismatch', detail: `it calls the series ${others.join(', ')}` },
          };
    }
    const found = v.safeParse(table, tables[symbol.code]);
    const list = found.success ? (found.output.day ?? found.output.qfqday) : undefined;
    if (list === undefined) {
      return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has neither "day" nor "qfqday" rows' } };
    }
    if (list.length === 0) return { kind: 'refusal', refusal: { kind: 'empty' } };
    return { kind: 'rows', rows: rowsOf(list), issues: [] };
  },
};
