import fc from 'fast-check';

const CRLF = '\r\n';
const get = (target: string, ...headers: string[]): string =>
  [`GET ${target} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join(CRLF);

const TARGETS = [
  '/',
  '//',
  '///',
  '//elsewhere.example/%2f..',
  '/%00',
  '/%',
  '/%ff%fe',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/..\\..\\x',
  '*',
  '?',
  '#',
  '/#%00',
  'no-slash',
  'http://',
  'http://[::1',
  'http://elsewhere.example',
  'http://elsewhere.example//%00',
  '/index.html/x',
  '/assets',
  '/assets/',
  '/assets?%00',
  '/.git/config',
  '/C:/Windows',
  '/@fs/etc/passwd',
  '/@id/__x00__%00',
  '/@vite/client?%',
  '/index.html?import&%',
  '/node_modules/.vite/deps/%00',
  `/${'a'.repeat(300)}`,
  `/${'a/'.repeat(3000)}`,
  `/${'%41'.repeat(2000)}`,
  `/${'a'.repeat(20_000)}`,
  '/embed/a/overlay/oembed.json?maxwidth=%',
  '/embed/a/overlay/oembed.json?format=%00',
  '//embed/a/overlay/oembed.json',
  '/embed/a/overlay',
  '/proxy',
  '/proxy?',
  '/proxy/',
  '/proxy/%00',
  '/proxy//',
  '/proxy/example.org/%',
  '/proxy/fred.stlouisfed.org/graph/fredgraph.csv?\u0001',
  '/proxy/127.0.0.1:80/',
  '/caf\u00e9',
  '/\u00ff\u0080',
] as const;

const HEADERS = [
  'Range: bytes=5-2',
  'Range: bytes=-0',
  'Range: bytes=-',
  'Range: bytes=99999999999999999999-',
  'Range: bytes=0-0,1-1,-1',
  `Range: bytes=${'0-1,'.repeat(3000)}`,
  'Range: lines=x',
  'If-Range: "',
  'If-None-Match: W/"',
  'If-None-Match: *',
  'If-Match: x',
  'If-Modified-Since: never',
  'If-Unmodified-Since: -1',
  'Accept-Encoding: br;q=NaN, gzip;;;',
  'Accept-Encoding: \u00ff',
  'Sec-Fetch-Site: cross-site',
  'Expect: 100-continue',
  'Expect: something else',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Upgrade: h2c',
  'Sec-WebSocket-Key: x',
  'Sec-WebSocket-Protocol: vite-hmr',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, identity',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Encoding: gzip',
  'Host: elsewhere.example',
  'Host: \u00ff%00',
  'Origin: null',
  'Cookie: ' + 'a=b; '.repeat(100),
  'X: ' + 'y'.repeat(20_000),
  ': no name',
  'no colon',
  ' folded',
  'A\u0000: b',
  'Trailer: x',
] as const;

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PATCH',
  'M-SEARCH',
  'get',
  'X',
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'http/1.1', '', 'ICY'];
const BODIES = [
  '',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  'ffffffffffffffff\r\n',
  'hello',
  '\r\n'.repeat(50),
  '\u0000'.repeat(99),
];

/** What a client does with its connection: takes the answer, goes at once, or takes nothing and goes. */
export type Manner = 'takes' | 'goes' | 'resets';

export interface HostileRequest {
  readonly bytes: Buffer;
  readonly manner: Manner;
}

/** Kinds of requests that are known to end servers, or nearly are. */
export const KNOWN: readonly Buffer[] = [
  ...TARGETS.map((target) => get(target)),
  ...HEADERS.map((header) => get('/', header)),
  ...HEADERS.map((header) => get('/assets/index-abc.js', header)),
  ...METHODS.flatMap((method) => VERSIONS.map((version) => `${method} / ${version}${CRLF}Host: a${CRLF}${CRLF}`)),
  ...BODIES.map((body) => `POST / HTTP/1.1${CRLF}Host: a${CRLF}Transfer-Encoding: chunked${CRLF}${CRLF}${body}`),
  '',
  '\r\n',
  '\n\n\n',
  'GET',
  'GET /',
  'GET / HTTP/1.1',
  `GET / HTTP/1.1${CRLF}`,
  `GET / HTTP/1.1${CRLF}Host: a${CRLF}X: half`,
  `GET / HTTP/1.1${CRLF}${CRLF}`,
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
  get('/').repeat(200),
  get('/index.html', 'Connection: keep-alive').repeat(50) + 'garbage',
].map((text) => Buffer.from(text, 'latin1'));

const bytes = fc.uint8Array({ maxLength: 60 }).map((found) => Buffer.from(found).toString('latin1'));
const target = fc.oneof(
  fc.constantFrom(...TARGETS),
  fc
    .array(
      fc.constantFrom('/', '..', '%', '%2f', '%00', '%c3', '?', '#', '\\', ':', 'assets', 'proxy', 'embed', '@fs', 'ä'),
      {
        maxLength: 12,
      },
    )
    .map((parts) => `/${parts.join('')}`),
  bytes.map((text) => `/${text}`),
);
const header = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...HEADERS) }, { weight: 1, arbitrary: bytes });
const written = fc
  .record({
    method: fc.oneof(
      { weight: 4, arbitrary: fc.constant('GET') },
      { weight: 1, arbitrary: fc.constantFrom(...METHODS) },
    ),
    target,
    version: fc.oneof(
      { weight: 8, arbitrary: fc.constant('HTTP/1.1') },
      { weight: 1, arbitrary: fc.constantFrom(...VERSIONS) },
    ),
    headers: fc.array(header, { maxLength: 4 }),
    body: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constantFrom(...BODIES) }),
    times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 8 }) }),
  })
  .map(({ method, target: path, version, headers, body, times }) =>
    ([`${method} ${path} ${version}`, 'Host: localhost', ...headers, '', ''].join(CRLF) + body).repeat(times),
  );
const cut = fc.tuple(written, fc.nat(400)).map(([text, length]) => text.slice(0, length));
const request = fc.record({
  bytes: fc
    .oneof({ weight: 8, arbitrary: written }, { weight: 1, arbitrary: cut }, { weight: 1, arbitrary: bytes })
    .map((text) => Buffer.from(text, 'latin1')),
  manner: fc.constantFrom<Manner>('takes', 'takes', 'takes', 'goes', 'resets'),
});

/** `count` requests as nobody should send them; the same ones for the same seed. */
export function randomRequests(count: number, seed: number): HostileRequest[] {
  return fc.sample(request, { numRuns: count, seed });
}
