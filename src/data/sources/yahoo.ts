import * as v from 'valibot';
import { addDays } from '../../core/calendar-days.ts';
import type { Instant, ZoneId } from '../../core/units.ts';
import { localDate } from '../../core/zone-time.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { symbolAt } from '../instruments/find-instrument.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import type { Refusal } from '../port/failure.ts';
import { readNumber } from '../files/read-number.ts';
import { readJson, statusRefusal } from '../port/response-body.ts';

/** 31 December 2199: milliseconds taken for seconds lie far beyond. */
const LAST_SECOND = 7_258_031_999;

/** What the source calls the kinds of instrument. */
const TYPES = { index: 'INDEX', share: 'EQUITY' } as const;

const numbers = v.custom<readonly unknown[]>((value) => Array.isArray(value));
const quote = v.object({
  open: v.optional(numbers),
  high: v.optional(numbers),
  low: v.optional(numbers),
  close: v.optional(numbers),
  volume: v.optional(numbers),
});

const answer = v.object({
  chart: v.object({
    result: v.nullish(
      v.array(
        v.object({
          meta: v.object({
            symbol: v.string(),
            instrumentType: v.optional(v.string()),
            exchangeTimezoneName: v.string(),
            dataGranularity: v.optional(v.string(), '1d'),
            validRanges: v.optional(v.array(v.string())),
          }),
          timestamp: v.optional(
            v.custom<readonly number[]>((value) => Array.isArray(value) && value.every((at) => Number.isFinite(at))),
          ),
          indicators: v.object({ quote: v.array(quote) }),
        }),
      ),
    ),
    error: v.nullish(v.object({ code: v.optional(v.string(), ''), description: v.optional(v.string(), '') })),
  }),
});

function refusalOf(code: string, description: string): Refusal {
  const said = `${code}: ${description}`;
  if (/doesn.t exist for startDate/i.test(description)) return { kind: 'empty', said };
  if (/not found|delisted/i.test(said)) return { kind: 'unknown-symbol', said };
  if (/too many|rate/i.test(said)) return { kind: 'rate-limited', said };
  return { kind: 'refused', said };
}

function isZone(zone: string): boolean {
  return /^[A-Za-z_]+\/[A-Za-z_/]+$/.test(zone);
}

/** Session dates are dates in the exchange's zone of the moment: the answer's offset is today's, not that day's. */
function rowsOf(timestamps: readonly number[], columns: v.InferOutput<typeof quote>, zone: ZoneId): DailyRows {
  const read = (column: readonly unknown[] | undefined): number[] =>
    timestamps.map((_, index) => readNumber(column?.[index]));
  return {
    dates: timestamps.map((seconds) => localDate(zone, (seconds * 1000) as Instant)),
    opens: read(columns.open),
    highs: read(columns.high),
    lows: read(columns.low),
    closes: read(columns.close),
    volumes: read(columns.volume),
  };
}

/** Yahoo Finance, only when asked for by name. Symbols, rows and quirks: `docs/sources.md`. */
export const yahoo: MarketDataAdapter = {
  id: 'yahoo',
  label: 'Yahoo Finance',
  attribution: 'Yahoo Finance, an unofficial interface: personal use only, not to be passed on.',
  termsUrl: 'https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html',
  needs: { key: 'none', proxy: true, file: false },
  optIn: true,
  capabilities: { fields: 'ohlcv', earliest: null, maxRowsPerRequest: null },
  resolve: (instrument) => symbolAt('yahoo', instrument),
  request({ code }, { from, to }) {
    const query = new URLSearchParams({
      period1: String(Date.parse(`${from}T00:00:00Z`) / 1000),
      // Rows carry the session's opening, so that the end has to be a day later.
      period2: String(Date.parse(`${addDays(to, 1)}T00:00:00Z`) / 1000),
      interval: '1d',
    });
    const url = `https://query1.finance.yahoo.com/v8/finance/chart/${encodeURIComponent(code)}?${query.toString()}`;
    return [{ kind: 'http', url, format: 'json' }];
  },
  parse({ status, body }, { symbol, instrument }): Parsed {
    const json = readJson(body);
    const read = json.kind === 'json' ? v.safeParse(answer, json.value) : null;
    const chart = read?.success === true ? read.output.chart : null;
    if (chart?.error !== null && chart?.error !== undefined) {
      return { kind: 'refusal', refusal: refusalOf(chart.error.code, chart.error.description) };
    }
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    if (json.kind === 'refusal') return json;
    if (chart === null) return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'it has no chart of rows' } };
    const result = chart.result?.[0];
    if (result === undefined) return { kind: 'refusal', refusal: { kind: 'empty' } };
    const { meta, timestamp, indicators } = result;
    const type = meta.instrumentType;
    if (meta.symbol !== symbol.code || (type !== undefined && type !== TYPES[instrument.kind])) {
      const detail = `it calls the series ${meta.symbol}${type === undefined ? '' : ` (${type})`}`;
      return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail } };
    }
    if (meta.dataGranularity !== '1d') {
      return {
        kind: 'refusal',
        refusal: { kind: 'wrong-interval', detail: `its interval is ${meta.dataGranularity}` },
      };
    }
    const [columns] = indicators.quote;
    if (timestamp === undefined || timestamp.length === 0 || columns?.close === undefined) {
      const short = meta.validRanges?.every((span) => /^(?:1d|5d)$/.test(span)) === true;
      return { kind: 'refusal', refusal: { kind: short ? 'no-history' : 'empty' } };
    }
    const lengths = new Set(Object.values(columns).map((column) => column?.length ?? timestamp.length));
    if (lengths.size > 1 || !lengths.has(timestamp.length)) {
      return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'its columns are not of one length' } };
    }
    if (timestamp.some((seconds) => Math.abs(seconds) > LAST_SECOND)) {
      return { kind: 'refusal', refusal: { kind: 'malformed', detail: 'its times are not seconds since 1970' } };
    }
    if (!isZone(meta.exchangeTimezoneName)) {
      return {
        kind: 'refusal',
        refusal: { kind: 'malformed', detail: `"${meta.exchangeTimezoneName}" is not a time zone` },
      };
    }
    return { kind: 'rows', rows: rowsOf(timestamp, columns, meta.exchangeTimezoneName), issues: [] };
  },
};
