import { lookup as lookUpAddress } from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as requestOverTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { answerText, type Middleware } from './middleware.ts';
import { ANSWER_POLICY, isPrivateAddress, PROXY_GREETING, PROXY_PATH, proxyVerdict } from './proxy-rules.ts';
import { requestTarget } from './request-target.ts';

/** What a source answered, before it is judged. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Fetches `https://<host><path>` once, without following a redirect, until `left` says that nobody waits any more. */
export type Upstream = (
  host: string,
  path: string,
  headers: Record<string, string>,
  left: AbortSignal,
) => Promise<UpstreamAnswer>;

const TIMEOUT_MS = 20_000;
/** Within which a reader has to have taken an answer. */
const LONGEST_MS = 60_000;
/** Requests at once: each may hold an answer in memory. */
const MOST_AT_ONCE = 16;
/** Above any answer of daily closes. */
const LARGEST_BODY = 20 * 1024 * 1024;
/** What is handed on of the request and of the answer; nothing else is. */
const REQUEST_HEADERS = ['accept', 'accept-language', 'user-agent'] as const;
const ANSWER_HEADERS = ['content-type', 'content-encoding', 'retry-after'] as const;
/** A source that compresses all the same is handed on with its encoding. */
const UNCOMPRESSED = { 'accept-encoding': 'identity' } as const;

/** Looks a host up and refuses it when any of its addresses is not a public one, so that no name leads inside. */
export function publicLookup(lookup: typeof lookUpAddress = lookUpAddress): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null) callback(error, '', 4);
      else if (first === undefined || found.some(({ address }) => isPrivateAddress(address))) {
        callback(new Error(`${hostname} leads to an address that is not public`), '', 4);
      } else if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/** Asks the source itself, over TLS, at a public address only, and no longer than the signal of `limit` allows. */
export function askSource(
  lookup: LookupFunction = publicLookup(),
  limit: () => AbortSignal = () => AbortSignal.timeout(TIMEOUT_MS),
): Upstream {
  return (host, path, given, left) =>
    new Promise((resolve, reject) => {
      const headers = { ...given, ...UNCOMPRESSED };
      const signal = AbortSignal.any([limit(), left]);
      const call = requestOverTls({ host, path, headers, lookup, signal, method: 'GET' }, (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > LARGEST_BODY) call.destroy(new Error('the answer is too large'));
          else parts.push(part);
        });
        answer.on('error', reject);
        answer.on('end', () => {
          const told = Object.fromEntries(ANSWER_HEADERS.map((name) => [name, answer.headers[name]]));
          resolve({ status: answer.statusCode ?? 502, headers: told, body: Buffer.concat(parts) });
        });
      });
      call.on('error', reject);
      call.end();
    });
}

/**
 * Middleware (connect's `(req, res, next)`) that carries requests below `/proxy`
 * to the sources that browsers may not call, by the rules of `proxyVerdict`.
 * Redirects are refused, cookies and referrers never handed on, and nothing is
 * logged: a query may hold a reader's key.
 */
export function proxyMiddleware(upstream: Upstream = askSource()): Middleware {
  let atOnce = 0;
  return async (request, response, next) => {
    const target = requestTarget(request);
    const { raw, query } = target ?? { raw: '', query: '' };
    if (raw !== PROXY_PATH && !raw.startsWith(`${PROXY_PATH}/`)) {
      next();
      return;
    }
    if (raw === PROXY_PATH && query === '') {
      answerText(response, 200, PROXY_GREETING);
      return;
    }
    const verdict = proxyVerdict(request.method ?? '', raw + query);
    if (verdict.kind === 'refused') {
      answerText(response, verdict.status, verdict.sentence);
      return;
    }
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      answerText(response, 403, 'The proxy answers the pages of its own site only.');
      return;
    }
    if (atOnce >= MOST_AT_ONCE) {
      answerText(response, 503, 'The proxy has as many requests as it carries at once.', { 'Retry-After': '5' });
      return;
    }
    atOnce += 1;
    const left = new AbortController();
    const clock = setTimeout(() => response.destroy(), LONGEST_MS);
    whenOver(request, response, () => {
      atOnce -= 1;
      clearTimeout(clock);
      left.abort();
    });
    const headers: Record<string, string> = {};
    for (const name of REQUEST_HEADERS) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const answer = await upstream(verdict.host, verdict.path + verdict.query, headers, left.signal).catch(() => null);
    if (answer === null) answerText(response, 502, `${verdict.host} could not be reached.`);
    else handOn(response, verdict.host, answer);
  };
}

/** Calls `over` once: when the answer has been taken, or when its reader has gone. */
function whenOver({ socket }: IncomingMessage, response: ServerResponse, over: () => void): void {
  const once = (): void => {
    response.off('close', once);
    socket.off('close', once);
    over();
  };
  response.once('close', once);
  // Of several requests that were sent at once, those in waiting are not told that their connection has gone.
  socket.once('close', once);
}

function handOn(response: ServerResponse, host: string, { status, headers, body }: UpstreamAnswer): void {
  if (status >= 300 && status < 400) {
    answerText(response, 502, `${host} wanted to lead elsewhere; the proxy does not follow.`);
    return;
  }
  const kept: Record<string, string> = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': ANSWER_POLICY,
  };
  for (const name of ANSWER_HEADERS) {
    const value = headers[name];
    if (value !== undefined) kept[name] = value;
  }
  response.writeHead(status, kept);
  response.end(body);
}
