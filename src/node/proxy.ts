import { lookup as lookUpAddress } from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as requestOverTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { ANSWER_POLICY, isPrivateAddress, PROXY_GREETING, PROXY_PATH, proxyVerdict } from './proxy-rules.ts';

/** What a source answered, before it is judged. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Fetches `https://<host><path>` once, without following a redirect. */
export type Upstream = (host: string, path: string, headers: Record<string, string>) => Promise<UpstreamAnswer>;

const TIMEOUT_MS = 20_000;
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
  return (host, path, given) =>
    new Promise((resolve, reject) => {
      const headers = { ...given, ...UNCOMPRESSED };
      const call = requestOverTls({ host, path, headers, lookup, signal: limit(), method: 'GET' }, (answer) => {
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

function answer(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(sentence);
}

/**
 * Middleware (connect's `(req, res, next)`) that carries requests below `/proxy`
 * to the sources that browsers may not call, by the rules of `proxyVerdict`.
 * Redirects are refused, cookies and referrers never handed on, and nothing is
 * logged: a query may hold a reader's key.
 */
export function proxyMiddleware(upstream: Upstream = askSource()) {
  return (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void => {
    const target = request.url ?? '';
    if (target !== PROXY_PATH && !target.startsWith(`${PROXY_PATH}/`) && !target.startsWith(`${PROXY_PATH}?`)) {
      next();
      return;
    }
    if (target === PROXY_PATH) {
      answer(response, 200, PROXY_GREETING);
      return;
    }
    const verdict = proxyVerdict(request.method ?? '', target);
    if (verdict.kind === 'refused') {
      answer(response, verdict.status, verdict.sentence);
      return;
    }
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      answer(response, 403, 'The proxy answers the pages of its own site only.');
      return;
    }
    const headers: Record<string, string> = {};
    for (const name of REQUEST_HEADERS) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    upstream(verdict.host, verdict.path + verdict.query, headers).then(
      ({ status, headers: told, body }) => {
        if (status >= 300 && status < 400) {
          answer(response, 502, `${verdict.host} wanted to lead elsewhere; the proxy does not follow.`);
          return;
        }
        const kept: Record<string, string> = {
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'content-security-policy': ANSWER_POLICY,
        };
        for (const name of ANSWER_HEADERS) {
          const value = told[name];
          if (value !== undefined) kept[name] = value;
        }
        response.writeHead(status, kept);
        response.end(body);
      },
      () => answer(response, 502, `${verdict.host} could not be reached.`),
    );
  };
}
