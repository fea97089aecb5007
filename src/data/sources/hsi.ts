import * as v from 'valibot';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { readNumber } from '../files/read-number.ts';
import { readJson, statusRefusal } from '../port/response-body.ts';

const PATH = '/api/wsit-hsi-ddoc-ea-public-website-proxy/v1/product-data/pub/indexes/metadata/v2';

type Value = { readonly date: string; readonly close: unknown };
const isValue = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && 'date' in value && typeof value.date === 'string' && 'close' in value;

const answer = v.object({
  code: v.union([v.string(), v.number()]),
  message: v.optional(v.string(), ''),
  data: v.nullish(
    v.array(
      v.object({
        indexCode: v.string(),
        indexName: v.optional(v.string(), ''),
        valueHistory: v.custom<readonly Value[]>((value) => Array.isArray(value) && value.every(isValue)),
      }),
    ),
  ),
});

/** The index company's own history, a rolling five years. Symbols, rows and quirks: `docs/sources.md`. */
export const hsi: MarketDataAdapter = {
  id: 'hsi',
  label: 'Hang Seng Indexes',
  attribution: 'Hang Seng Indexes Company Limited, for personal viewing; a licence is needed to pass the figures on.',
  termsUrl: 'https://www.hsi.com.hk/',
  needs: { key: 'none', proxy: true, file: false },
  optIn: false,
  capabilities: { fields: 'close', earliest: null, maxRowsPerRequest: null },
  resolve: (instrument) => symbolAt('hsi', instrument),
  request({ code }) {
    const query = new URLSearchParams({ data: 'valueHistoryPub', indexCodes: code, language: 'eng' });
    return [{ kind: 'http', url: `https://www.hsi.com.hk${PATH}?${query.toString()}`, format: 'json', isWhole: true }];
  },
  parse({ status, body }, { symbol }): Parsed {
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    const json = readJson(body);
    if (json.kind === 'refusal') return json;
    const read = v.safeParse(answer, json.value);
    if (!read.success)
      return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no history of values' } };
    const { code, message, data } = read.output;
    if (String(code) !== '0') return { kind: 'refusal', refusal: { kind: 'refused', said: `${code} ${message}` } };
    const [first] = data ?? [];
    if (first === undefined) return { kind: 'refusal', refusal: { kind: 'unknown-symbol', said: message } };
    const index = data?.find(({ indexCode }) => indexCode === symbol.code);
    if (index === undefined) {
      const detail = `it calls the series ${first.indexCode} ${first.indexName}`.trim();
      return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail } };
    }
    const rows: DailyRows = { dates: [], closes: [] };
    for (const { date, close } of index.valueHistory) {
      rows.dates.push(date);
      rows.closes.push(readNumber(close));
    }
    return { kind: 'rows', rows, issues: [] };
  },
};
