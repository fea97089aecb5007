import PQueue from 'p-queue';
import pRetry from 'p-retry';
import type { Instant } from '../../core/units.ts';
import type { SourceResponse } from './adapter.ts';
import type { Refusal } from './failure.ts';
import { decodeBody } from './decode-body.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What the transport needs of the world. Everything that takes time or chance is passed in. */
export interface TransportEnv {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  /** From [0, 1): spreads requests so that many readers do not ask in step. */
  readonly random: () => number;
  /** Resolves after that many milliseconds; rejects when the signal is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A signal that is aborted after that many milliseconds. */
  readonly timeoutSignal?: (ms: number) => AbortSignal;
  readonly signal?: AbortSignal;
}

export type Answer =
  | { readonly kind: 'response'; readonly response: SourceResponse }
  /** `response` where the source answered with a status that says no, for its own words in the body. */
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly response?: SourceResponse };

/** How long one attempt may take. */
export const TIMEOUT_MS = 20_000;
/** Attempts after the first, for network errors, 5xx and 429 only. */
export const RETRIES = 2;
/** Least time between the starts of two requests to one host, before jitter. */
export const SPACING_MS = 1000;
/** Longest wait that a source may ask for before the reader is told instead. */
export const LONGEST_WAIT_MS = 15_000;

const BACKOFF_MS = 800;

/** An attempt that gave no answer to use. A transient one may succeed when it is made again, a permanent one does not. */
class FailedAttempt extends Error {
  readonly refusal: Refusal;
  readonly isTransient: boolean;
  readonly response: SourceResponse | undefined;
  constructor(refusal: Refusal, isTransient: boolean, response?: SourceResponse) {
    super(refusal.kind);
    this.refusal = refusal;
    this.isTransient = isTransient;
    this.response = response;
  }
}

const transient = (refusal: Refusal, response?: SourceResponse): FailedAttempt =>
  new FailedAttempt(refusal, true, response);
const permanent = (refusal: Refusal): FailedAttempt => new FailedAttempt(refusal, false);

interface HostLine {
  readonly queue: PQueue;
  free: number;
}

/** One line per host, for all who use the same `fetch`: two adapters or charts never crowd one host. */
const lines = new WeakMap<typeof globalThis.fetch, Map<string, HostLine>>();

function lineOf(fetch: typeof globalThis.fetch, host: string): HostLine {
  const known = lines.get(fetch) ?? new Map<string, HostLine>();
  lines.set(fetch, known);
  const line = known.get(host) ?? { queue: new PQueue({ concurrency: 1 }), free: 0 };
  known.set(host, line);
  return line;
}

function aborted(env: TransportEnv): boolean {
  return env.signal?.aborted === true;
}

/** What lies behind a failed request: Node says it in the cause, browsers say nothing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

async function attempt({ url, format, mayBeKept }: SourceRequest, env: TransportEnv): Promise<SourceResponse> {
  const timeout = env.timeoutSignal?.(TIMEOUT_MS) ?? AbortSignal.timeout(TIMEOUT_MS);
  const signal = env.signal === undefined ? timeout : AbortSignal.any([env.signal, timeout]);
  let response: Response;
  let body: ReturnType<typeof decodeBody>;
  try {
    // No cookies, no referrer, no header beyond the plain ones: nothing that would call for a preflight.
    // Called as a plain function: a browser's fetch refuses to be a method of another object.
    const { fetch } = env;
    response = await fetch(url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: mayBeKept ? 'default' : 'no-store',
    });
    body = decodeBody(new Uint8Array(await response.arrayBuffer()), response.headers.get('content-type'));
  } catch (error) {
    if (aborted(env)) throw permanent({ kind: 'aborted' });
    if (timeout.aborted) throw permanent({ kind: 'timeout' });
    throw transient({ kind: 'unreachable', said: reasonOf(error) });
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) headers[name.toLowerCase()] = value;
  const { status } = response;
  const answer = body.kind === 'text' ? { status, headers, body: body.text, format } : undefined;
  if (status === 429 || status >= 500) {
    const wait = retryAfterSeconds(response.headers.get('retry-after'), env.now());
    const refusal: Refusal = {
      ...(status === 429 ? { kind: 'rate-limited' } : { kind: 'server-error', detail: `status ${status}` }),
      ...(body.kind === 'text' ? { said: body.text } : {}),
      ...(wait === null ? {} : { retryAfterSeconds: wait }),
    };
    throw transient(refusal, answer);
  }
  if (response.redirected && new URL(response.url).host !== new URL(url).host) {
    throw permanent({ kind: 'blocked', detail: `it led to a page of ${new URL(response.url).host}` });
  }
  if (answer !== undefined) return answer;
  throw permanent({
    kind: 'malformed',
    ...(body.kind === 'binary' ? { fault: { kind: 'not-text', what: body.what } } : {}),
  });
}

/** How long to wait before the next attempt, or null where the source asks for more than a reader waits. */
function waitBefore(failed: FailedAttempt, attemptNumber: number, env: TransportEnv): number | null {
  const asked = failed.refusal.retryAfterSeconds;
  if (asked !== undefined) return asked * 1000 > LONGEST_WAIT_MS ? null : asked * 1000;
  return BACKOFF_MS * 2 ** (attemptNumber - 1) * (1 + env.random());
}

/** A request for one address. */
export interface SourceRequest {
  readonly url: string;
  /** Whom the request is for, also where a proxy carries it. */
  readonly host: string;
  readonly format: string;
  /** Whether requests to its host are put in a line and spaced: not for the site itself or a mirror of one's own. */
  readonly isSpaced: boolean;
  /** Whether the browser may keep the answer: only for files of the site, whose addresses hold no key. */
  readonly mayBeKept: boolean;
}

/**
 * Fetches one address politely: in its host's line, spaced and jittered, with a
 * time limit, and again after network errors, 5xx and 429, never after any other
 * answer.
 */
export async function send(request: SourceRequest, env: TransportEnv): Promise<Answer> {
  const line = lineOf(env.fetch, request.host);
  const paced = async (): Promise<SourceResponse> => {
    const wait = request.isSpaced ? line.free - env.now() : 0;
    if (wait > 0) await env.sleep(wait, env.signal);
    if (aborted(env)) throw permanent({ kind: 'aborted' });
    line.free = env.now() + SPACING_MS * (1 + env.random() / 2);
    return attempt(request, env);
  };
  const persistent = () =>
    pRetry(paced, {
      retries: RETRIES,
      minTimeout: 0,
      shouldRetry: ({ error }) =>
        error instanceof FailedAttempt && error.isTransient && waitBefore(error, 1, env) !== null,
      onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
        if (!(error instanceof FailedAttempt) || !error.isTransient || retriesLeft === 0) return;
        const wait = waitBefore(error, attemptNumber, env);
        if (wait !== null) await env.sleep(wait, env.signal);
      },
    });
  try {
    const response = request.isSpaced
      ? await line.queue.add(persistent, env.signal === undefined ? {} : { signal: env.signal })
      : await persistent();
    return { kind: 'response', response };
  } catch (error) {
    if (error instanceof FailedAttempt) {
      const { refusal, response } = error;
      return { kind: 'refusal', refusal, ...(response === undefined ? {} : { response }) };
    }
    if (aborted(env)) return { kind: 'refusal', refusal: { kind: 'aborted' } };
    throw error;
  }
}

/** Waits by the clock of the browser or of Node; rejects with the signal's reason when it is aborted. */
export function sleepByTimer(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abandon = (): void => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('called off', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abandon);
      resolve();
    }, ms);
    if (signal?.aborted === true) abandon();
    else signal?.addEventListener('abort', abandon, { once: true });
  });
}
