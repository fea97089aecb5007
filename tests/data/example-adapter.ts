import * as v from 'valibot';
import type { MarketDataAdapter, Parsed } from '../../src/data/port/adapter.ts';
import type { DailyRows } from '../../src/data/port/daily-rows.ts';
import { symbolAt } from '../../src/data/instruments/find-instrument.ts';
import { readNumber } from '../../src/data/files/read-number.ts';
import { readJson, statusRefusal } from '../../src/data/port/response-body.ts';

const answer = v.object({
  error: v.optional(v.string()),
  series: v.optional(v.string()),
  rows: v.optional(v.array(v.object({ d: v.string(), c: v.nullable(v.union([v.string(), v.number()])) }))),
});

/** A source that does not exist, as an example of one that does. */
export const exampleAdapter: MarketDataAdapter = {
  id: 'example',
  label: 'Example Data',
  attribution: 'Example Data, for personal use; the index belongs to Nasdaq.',
  termsUrl: 'https://data.example/terms',
  needs: { key: 'none', proxy: false, file: false },
  optIn: false,
  capabilities: { fields: 'close', earliest: null, maxRowsPerRequest: 1000 },
  resolve: (instrument) => symbolAt('example', instrument),
  request({ code }, { from, to }) {
    const query = new URLSearchParams({ series: code, from, to });
    return [{ kind: 'http', url: `https://data.example/daily?${query.toString()}`, format: 'json' }];
  },
  parse({ status, body }, { symbol }): Parsed {
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    const json = readJson(body);
    if (json.kind === 'refusal') return json;
    const read = v.safeParse(answer, json.value);
    if (!read.success) return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no rows' } };
    const { error, series, rows } = read.output;
    if (error !== undefined) return { kind: 'refusal', refusal: { kind: 'refused', said: error } };
    if (series !== symbol.code) {
      return {
        kind: 'refusal',
        refusal: { kind: 'identity-mismatch', detail: `it calls the series ${series ?? 'nothing'}` },
      };
    }
    const found: DailyRows = { dates: [], closes: [] };
    for (const { d, c } of rows ?? []) {
      found.dates.push(d);
      found.closes.push(readNumber(c));
    }
    return { kind: 'rows', rows: found, issues: [] };
  },
};
