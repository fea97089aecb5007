import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect } from 'vitest';
import type { PriceSeries, SeriesIssue } from '../../../src/core/series.ts';
import type { SessionRange } from '../../../src/data/port/adapter.ts';
import type { FileChoices } from '../../../src/data/files/file-choices.ts';
import { failureSentence } from '../../../src/words/en/failures.ts';
import { issueSentence } from '../../../src/words/en/series-issues.ts';
import type { FailureKind, SourceFailure } from '../../../src/data/port/failure.ts';
import { fetchSeries, type FetchEnv, type SeriesResult } from '../../../src/data/port/fetch-series.ts';
import { findAdapter } from '../../../src/data/port/registry.ts';
import { instrument, july, later, range } from '../first-study.ts';

/** One of the numbered bad inputs: what becomes of it, or the sentence that says why none here can meet it. */
export type BadInput = { readonly number: number; readonly title: string } & (
  | { readonly check: () => Promise<void> | void }
  | { readonly why: string }
);

/** The server that answers in the cases; the test file starts and stops it. */
export const server = setupServer();

export const KEY = 'secretkey0123456789abcdef';

interface Question {
  readonly source: string;
  readonly instrument?: string;
  readonly range?: SessionRange;
  readonly env?: Partial<FetchEnv>;
}

/** What a question got, and how it was got: the addresses asked, the waits in milliseconds. */
export interface Asked {
  readonly result: SeriesResult;
  readonly urls: readonly string[];
  readonly waits: readonly number[];
}

/** Asks a source through the real transport, where every address is answered by `respond`. */
export async function askWith(question: Question, respond: (url: URL, attempt: number) => Response): Promise<Asked> {
  const urls: string[] = [];
  const waits: number[] = [];
  server.resetHandlers(
    http.all('*', ({ request }) => {
      urls.push(request.url);
      return respond(new URL(request.url), urls.length);
    }),
  );
  const adapter = findAdapter(question.source);
  if (adapter === null) throw new Error(`no source ${question.source}`);
  const result = await fetchSeries(adapter, instrument(question.instrument ?? 'IXIC'), question.range ?? july, {
    fetch: (input, init) => globalThis.fetch(input, init),
    now: () => later,
    random: () => 0,
    sleep: async (ms) => void waits.push(ms),
    callsAnyHost: true,
    ...(adapter.needs.key === 'required' ? { key: KEY } : {}),
    ...question.env,
  });
  return { result, urls, waits };
}

/** Asks a source whose every answer is this body, an object being sent as JSON. */
export async function ask(question: Question, body: unknown, status = 200, type?: string): Promise<SeriesResult> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': type ?? (typeof body === 'string' ? 'text/plain' : 'application/json') };
  const { result } = await askWith(question, () => new HttpResponse(text, { status, headers }));
  return result;
}

/** Reads a text as the file of an instrument. */
export async function askFile(
  text: string,
  id = 'IXIC',
  choices: FileChoices = {},
  range = july,
): Promise<SeriesResult> {
  const { result } = await askWith(
    { source: 'file', instrument: id, range, env: { file: { name: 'closes.csv', text, choices } } },
    () => HttpResponse.error(),
  );
  return result;
}

/** The series of a result; a failure is a failed test. */
export function seriesOf(result: SeriesResult): PriceSeries {
  if (result.kind === 'failure')
    throw new Error(`${result.failure.kind}: ${result.failure.sentence} ${result.failure.said}`);
  return result.series;
}

/** The failure of a result, which has to be of that kind, with the sentence that a reader is shown. */
export function failureOf(result: SeriesResult, kind: FailureKind): SourceFailure {
  if (result.kind === 'series') throw new Error(`a series of ${result.series.sessions.length} rows came`);
  expect(result.failure.kind).toBe(kind);
  return { ...result.failure, sentence: failureSentence(result.failure) };
}

/** Sessions and closes as pairs. */
export function rowsOf(result: SeriesResult): (readonly [string, number | undefined])[] {
  const { sessions, closes } = seriesOf(result);
  return sessions.map((session, index) => [session, closes[index]] as const);
}

/** The issue of a kind, with the sentence that a reader is shown; there has to be exactly one. */
export function issueOf(
  result: SeriesResult,
  kind: SeriesIssue['kind'],
): Pick<SeriesIssue, 'kind' | 'sessions'> & { readonly sentence: string } {
  const found = seriesOf(result).issues.filter((issue) => issue.kind === kind);
  expect(found.map(issueSentence)).toHaveLength(1);
  const [issue] = found;
  if (issue === undefined) throw new Error(`no issue ${kind}`);
  return { ...issue, sentence: issueSentence(issue) };
}

/** Kinds of all issues of a result. */
export function issueKinds(result: SeriesResult): readonly string[] {
  return seriesOf(result).issues.map(({ kind }) => kind);
}

/** EastMoney's answer around its rows: date, open, close, high, low, volume … */
export function eastmoney(klines: readonly string[], data: Record<string, unknown> = {}): unknown {
  return { rc: 0, data: { code: 'NDX', market: 100, name: '纳斯达克', klines, ...data } };
}

/** Tencent's answer around its rows for a code. */
export function tencent(day: readonly unknown[], code = 'usIXIC', name = 'day'): unknown {
  return { code: 0, msg: '', data: { [code]: { [name]: day, qt: {}, version: '16' } } };
}

/** Yahoo's answer around its columns; times in seconds. */
export function yahoo(
  timestamp: readonly number[] | undefined,
  quote: Record<string, unknown>,
  meta: Record<string, unknown> = {},
): unknown {
  const known = {
    symbol: '^IXIC',
    instrumentType: 'INDEX',
    exchangeTimezoneName: 'America/New_York',
    gmtoffset: -18_000,
    dataGranularity: '1d',
  };
  const result = {
    meta: { ...known, ...meta },
    ...(timestamp === undefined ? {} : { timestamp }),
    indicators: { quote: [quote] },
  };
  return { chart: { result: [result], error: null } };
}

/** Two real closes of the Nasdaq Composite, of 14 and 15 July 2025, as EastMoney would send them. */
export const TWO_ROWS = [
  '2025-07-14,20585.00,20640.33,20700.00,20500.00,0',
  '2025-07-15,20700.00,20677.80,20836.00,20600.00,0',
];
export const TWO_CLOSES = [
  ['2025-07-14', 20640.33],
  ['2025-07-15', 20677.8],
] as const;

/** The two days of `TWO_ROWS`. */
export const twoDays: SessionRange = range('2025-07-14', '2025-07-15');
