import * as v from 'valibot';
import { sessionDate } from '../../core/units.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { failureKindOf } from '../files/file-fault.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import type { Refusal } from '../port/failure.ts';
import { readNumber } from '../files/read-number.ts';
import { readTable } from '../files/read-table.ts';
import { noticeInstead } from '../files/source-notices.ts';
import { pageInstead, readJson, statusRefusal } from '../port/response-body.ts';

type Observation = { readonly date: string; readonly value: unknown };
const isObservation = (value: unknown): value is Observation =>
  typeof value === 'object' && value !== null && 'date' in value && typeof value.date === 'string';

const success = v.object({
  observations: v.custom<readonly Observation[]>((value) => Array.isArray(value) && value.every(isObservation)),
});
const failure = v.object({ error_code: v.number(), error_message: v.string() });

function refusalOf(code: number, said: string): Refusal {
  if (/api_key/i.test(said)) return { kind: 'key-refused', said };
  if (/series does not exist/i.test(said)) return { kind: 'unknown-symbol', said };
  if (code === 429) return { kind: 'rate-limited', said };
  return { kind: 'refused', said };
}

function parseApi(status: number, body: string): Parsed {
  const json = readJson(body);
  const told = json.kind === 'json' ? v.safeParse(failure, json.value) : null;
  if (told?.success === true) {
    return { kind: 'refusal', refusal: refusalOf(told.output.error_code, told.output.error_message) };
  }
  const refused = statusRefusal(status, body);
  if (refused !== null) return { kind: 'refusal', refusal: refused };
  if (json.kind === 'refusal') return json;
  const read = v.safeParse(success, json.value);
  if (!read.success)
    return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no list of observations' } };
  const rows: DailyRows = { dates: [], closes: [] };
  for (const { date, value } of read.output.observations) {
    rows.dates.push(date);
    rows.closes.push(readNumber(value));
  }
  return { kind: 'rows', rows, issues: [] };
}

function parseCsv(status: number, body: string, code: string): Parsed {
  // An unknown series is answered with a page or a line that says "Error".
  const judged = (refusal: Refusal): Parsed => {
    const isUnknown = status < 429 && /\berror\b/i.test(refusal.said ?? (refusal.fault === undefined ? '' : body));
    return { kind: 'refusal', refusal: isUnknown ? { kind: 'unknown-symbol', said: refusal.said ?? body } : refusal };
  };
  const refused = statusRefusal(status, body);
  if (refused !== null) return judged(refused);
  const page = pageInstead(body) ?? noticeInstead(body);
  if (page !== null) return judged(page);
  const read = readTable(body, {
    zone: 'America/New_York',
    choices: { dateOrder: 'year-month-day', decimal: 'point' },
  });
  if (read.kind === 'fault') {
    return judged({ kind: failureKindOf(read.fault), fault: read.fault });
  }
  const heading = read.columns[1]?.name ?? '';
  if (read.columns.length !== 2 || heading !== code) {
    return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail: `it calls the series ${heading}` } };
  }
  return withoutBrokenRow(body, read.rows());
}

const decimalsOf = (line: string): number => /\.(\d*)$/.exec(line)?.[1]?.length ?? 0;

/**
 * The rows of a CSV without one that breaks off: a last line that is not ended
 * and whose figure has fewer decimals than the one before it, as the source
 * writes all figures of an answer with the same number of them.
 */
function withoutBrokenRow(body: string, rows: DailyRows): Parsed {
  const end = body.lastIndexOf('\n');
  const last = body.slice(end + 1);
  const before = body.slice(body.lastIndexOf('\n', end - 1) + 1, Math.max(end, 0)).trimEnd();
  const date = rows.dates.at(-1);
  if (!/\d$/.test(last) || !/\d\.\d+$/.test(before) || decimalsOf(last) >= decimalsOf(before) || date === undefined)
    return { kind: 'rows', rows, issues: [] };
  const sentence = `The answer breaks off in the row of ${date}: its figure has fewer decimals than the others, and it was left out.`;
  const whole: DailyRows = { dates: rows.dates.slice(0, -1), closes: rows.closes.slice(0, -1) };
  return { kind: 'rows', rows: whole, issues: [{ kind: 'truncated', sessions: [], sentence }] };
}

/** FRED: its keyless CSV, or its API where the reader has a key. Symbols, rows and quirks: `docs/sources.md`. */
export const fred: MarketDataAdapter = {
  id: 'fred',
  label: 'FRED',
  attribution:
    'FRED, Federal Reserve Bank of St. Louis; the series are copyright of Nasdaq and of S&P Dow Jones Indices, for personal, non-commercial use.',
  termsUrl: 'https://fred.stlouisfed.org/legal/',
  needs: { key: 'optional', proxy: true, file: false },
  optIn: false,
  capabilities: {
    fields: 'close',
    earliest: sessionDate('1971-02-05'),
    maxRowsPerRequest: null,
  },
  resolve: (instrument) => symbolAt('fred', instrument),
  request({ code }, { from, to }, { key }) {
    if (key === undefined || key === '') {
      const query = new URLSearchParams({ id: code, cosd: from, coed: to });
      return [
        { kind: 'http', url: `https://fred.stlouisfed.org/graph/fredgraph.csv?${query.toString()}`, format: 'csv' },
      ];
    }
    const query = new URLSearchParams({
      series_id: code,
      api_key: key,
      file_type: 'json',
      observation_start: from,
      observation_end: to,
      sort_order: 'asc',
    });
    return [
      { kind: 'http', url: `https://api.stlouisfed.org/fred/series/observations?${query.toString()}`, format: 'json' },
    ];
  },
  parse({ status, body, format }, { symbol }): Parsed {
    return format === 'json' ? parseApi(status, body) : parseCsv(status, body, symbol.code);
  },
};
