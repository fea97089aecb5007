import type { PriceSeries } from '../../core/series.ts';
import type { Instrument, Study, SymbolAtSource } from '../../core/study.ts';
import type { MarketDataAdapter, Parsed, SessionRange, SourceRequest, SourceResponse } from './adapter.ts';
import type { FileChoices } from '../files/file-choices.ts';
import { whyNotAt } from '../instruments/find-instrument.ts';
import { concatRows } from './daily-rows.ts';
import { sourceFailure, type Refusal, type SourceFailure } from './failure.ts';
import { levelMismatch } from '../checks/level-identity.ts';
import { seriesFromRows } from '../checks/series-from-rows.ts';
import { send, sleepByTimer, type Answer, type TransportEnv } from './transport.ts';

export type SeriesResult =
  | { readonly kind: 'series'; readonly series: PriceSeries }
  /** `partial` holds what came before the failure, where several pages were asked for. */
  | { readonly kind: 'failure'; readonly failure: SourceFailure; readonly partial?: PriceSeries };

/** The world as `fetchSeries` is given it. */
export interface FetchEnv extends Omit<TransportEnv, 'sleep'> {
  /** Waiting; the timers of the platform where absent. */
  readonly sleep?: TransportEnv['sleep'];
  /** The reader's own key for this source. It goes into this request and nowhere else. */
  readonly key?: string;
  /** Where a proxy by the rules of `docs/proxy.md` listens, such as `/proxy`; absent where there is none. */
  readonly proxyBase?: string;
  /** Whether any host may be called directly, as in Node; in a browser it is absent. */
  readonly callsAnyHost?: boolean;
  /** Replaces a source's scheme and host, keeping path and query: an internal mirror. */
  readonly baseUrl?: string;
  /** Address of the study's folder, ending in a slash: `https://host/reaction/studies/nvidia-h20/`. */
  readonly studyUrl?: string;
  /** The study whose bundled closes are read; gives their origin and date. */
  readonly study?: Study;
  /** What the reader dropped, chose or pasted, for sources that need a file. */
  readonly file?: { readonly name: string; readonly text: string; readonly choices?: FileChoices };
  /** The same instrument from a trusted source: that an answer stands on another level is named in its issues. */
  readonly reference?: PriceSeries;
}

type Target = { readonly url: string; readonly host: string } | { readonly refusal: Refusal };

function targetOf(adapter: MarketDataAdapter, request: SourceRequest, env: FetchEnv): Target {
  if (request.kind === 'study-file') {
    if (env.studyUrl === undefined) throw new RangeError('studyUrl is needed to read a file of the study');
    const url = new URL(request.path, env.studyUrl);
    return { url: url.href, host: url.host };
  }
  if (request.kind === 'given-file') return { refusal: { kind: 'needs-file' } };
  const url = new URL(request.url);
  const { host } = url;
  if (env.baseUrl !== undefined) {
    const base = new URL(env.baseUrl);
    return { url: `${base.origin}${base.pathname.replace(/\/$/, '')}${url.pathname}${url.search}`, host: base.host };
  }
  if (!adapter.needs.proxy || env.callsAnyHost === true) return { url: url.href, host };
  if (env.proxyBase === undefined) return { refusal: { kind: 'needs-proxy' } };
  return { url: `${env.proxyBase.replace(/\/$/, '')}/${host}${url.pathname}${url.search}`, host };
}

async function ask(adapter: MarketDataAdapter, request: SourceRequest, env: FetchEnv): Promise<Answer> {
  if (request.kind === 'given-file' && env.file !== undefined) {
    const response: SourceResponse = { status: 200, headers: {}, body: env.file.text, format: request.format };
    return { kind: 'response', response };
  }
  const target = targetOf(adapter, request, env);
  if ('refusal' in target) return { kind: 'refusal', refusal: target.refusal };
  const ofSite = request.kind === 'study-file';
  const isSpaced = !ofSite && env.baseUrl === undefined;
  return send(
    { ...target, format: request.format, isSpaced, mayBeKept: ofSite },
    { ...env, sleep: env.sleep ?? sleepByTimer },
  );
}

/** The refusal of an answer with a status that says no, as its adapter reads the body: "for the day" is not "for the minute". */
function inItsWords(
  { refusal, response }: Extract<Answer, { kind: 'refusal' }>,
  parse: (response: SourceResponse) => Parsed,
): Extract<Parsed, { kind: 'refusal' }> {
  const parsed = response === undefined ? null : parse(response);
  return { kind: 'refusal', refusal: parsed?.kind === 'refusal' ? { ...refusal, ...parsed.refusal } : refusal };
}

type Rows = Extract<Parsed, { kind: 'rows' }>;

function built(
  adapter: MarketDataAdapter,
  instrument: Instrument,
  symbol: SymbolAtSource,
  range: SessionRange,
  pages: readonly Rows[],
  limited: boolean,
  env: FetchEnv,
) {
  const now = env.now();
  const opensDiffer = pages.flatMap((page) => page.opensDiffer ?? []);
  const own = pages.find(({ provenance }) => provenance !== undefined)?.provenance;
  return seriesFromRows(concatRows(pages.map(({ rows }) => rows)), {
    instrument,
    range,
    now,
    provenance: {
      source: adapter.id,
      label: adapter.label,
      symbol: symbol.code,
      attribution: adapter.attribution,
      fetchedAt: new Date(now).toISOString(),
      ...own,
    },
    issues: pages.flatMap(({ issues }) => issues),
    ...(opensDiffer.length === 0 ? {} : { opensDiffer }),
    cutsQuietly: !limited,
    earliest: adapter.capabilities.earliest,
    rowLimit: adapter.capabilities.maxRowsPerRequest,
  });
}

/**
 * The closes of one instrument from one source, or why there are none. Never
 * throws for anything that a source does; an empty range is a RangeError.
 * Sessions are dates in the exchange's zone, whatever zone the reader is in.
 */
export async function fetchSeries(
  adapter: MarketDataAdapter,
  instrument: Instrument,
  range: SessionRange,
  env: FetchEnv,
): Promise<SeriesResult> {
  if (range.from > range.to) throw new RangeError(`the range from ${range.from} to ${range.to} is empty`);
  const secrets = env.key === undefined ? [] : [env.key];
  const hasKey = adapter.needs.key !== 'none' && (env.key ?? '') !== '';
  const failed = (refusal: Refusal, partial?: PriceSeries): SeriesResult => {
    // Where no key was sent, none was refused.
    const isAboutNoKey = refusal.kind === 'key-refused' && !hasKey;
    const told: Refusal = isAboutNoKey ? { detail: 'status 401', ...refusal, kind: 'refused' } : refusal;
    const failure = sourceFailure(told, adapter, instrument, secrets);
    return { kind: 'failure', failure, ...(partial === undefined ? {} : { partial }) };
  };
  const symbol = adapter.resolve(instrument);
  if (symbol === null) {
    const detail = whyNotAt(adapter.id, instrument);
    return failed({ kind: 'not-covered', ...(detail === null ? {} : { detail }) });
  }
  if (adapter.needs.key === 'required' && (env.key ?? '') === '') return failed({ kind: 'key-missing' });

  const context = { now: env.now(), ...(env.key === undefined ? {} : { key: env.key }) };
  const requests = adapter.request(symbol, range, context);
  const limited = requests.some((request) => request.kind === 'http' && request.isWhole !== true);
  const pages: Rows[] = [];
  const parse = (response: SourceResponse): Parsed =>
    adapter.parse(response, {
      symbol,
      instrument,
      range,
      now: env.now(),
      ...(env.study === undefined ? {} : { study: env.study }),
      ...(env.reference === undefined ? {} : { reference: env.reference }),
      ...(env.file?.choices === undefined ? {} : { choices: env.file.choices }),
    });
  for (const request of requests) {
    const answer = await ask(adapter, request, env);
    const parsed = answer.kind === 'refusal' ? inItsWords(answer, parse) : parse(answer.response);
    if (parsed.kind === 'rows') {
      pages.push(parsed);
      continue;
    }
    // A page without rows between others is a stretch without sessions.
    if (parsed.refusal.kind === 'empty' && requests.length > 1) continue;
    const before = pages.length === 0 ? null : built(adapter, instrument, symbol, range, pages, limited, env);
    return failed(parsed.refusal, before?.kind === 'series' ? before.series : undefined);
  }
  if (pages.length === 0) return failed({ kind: 'empty' });
  const result = built(adapter, instrument, symbol, range, pages, limited, env);
  if (result.kind === 'refusal') return failed(result.refusal);
  const { series } = result;
  const mismatch = env.reference === undefined ? null : levelMismatch(series, env.reference);
  return { kind: 'series', series: mismatch === null ? series : { ...series, issues: [...series.issues, mismatch] } };
}
