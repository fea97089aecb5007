import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { askSource, proxyMiddleware, publicLookup, type Upstream } from '../../src/node/proxy.ts';

const FRED = '/proxy/fred.stlouisfed.org/graph/fredgraph.csv';
const open: Server[] = [];

/** A server that has the proxy and nothing else; gives its origin. */
async function serve(upstream: Upstream): Promise<string> {
  const proxy = proxyMiddleware(upstream);
  const server = createServer((request, response) => {
    void proxy(request, response, () => {
      response.writeHead(404);
      response.end('the site');
    });
  });
  open.push(server);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Of a reader who waits for the answer. */
const staying = new AbortController().signal;

const answering =
  (status: number, headers: Record<string, string> = {}, body = 'observation_date,NASDAQCOM\n'): Upstream =>
  async () => ({ status, headers, body: Buffer.from(body) });

afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((closed) => server.close(closed));
});

describe('the proxy middleware', () => {
  it('hands on the body, its type and the wish to wait, and nothing else of the answer', async () => {
    const origin = await serve(
      answering(200, { 'content-type': 'application/csv', 'retry-after': '7', 'set-cookie': 'a=b' }),
    );
    const response = await fetch(`${origin}${FRED}?id=NASDAQCOM`);
    expect(await response.text()).toBe('observation_date,NASDAQCOM\n');
    expect(response.headers.get('content-type')).toBe('application/csv');
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('lets no page of a source run in the site: nothing in it is loaded, and it is in a sandbox', async () => {
    const origin = await serve(answering(403, { 'content-type': 'text/html' }, '<script>alert(1)</script>'));
    const { headers } = await fetch(`${origin}${FRED}`);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('hands on a body that the source has compressed unasked as what it is', async () => {
    const body = gzipSync('observation_date,NASDAQCOM\n');
    const origin = await serve(async () => ({ status: 200, headers: { 'content-encoding': 'gzip' }, body }));
    expect(await (await fetch(`${origin}${FRED}`)).text()).toBe('observation_date,NASDAQCOM\n');
  });

  it('asks for the path and query as they stand, without cookies, referrer or authorization', async () => {
    const asked: unknown[] = [];
    const origin = await serve(async (host, path, headers) => {
      asked.push(host, path, Object.keys(headers).toSorted());
      return { status: 200, headers: {}, body: Buffer.from('') };
    });
    await fetch(`${origin}${FRED}?id=NASDAQCOM&x=%5E`, {
      headers: { cookie: 'a=b', referer: 'https://example.org/', authorization: 'Basic x', 'user-agent': 'reader' },
    });
    expect(asked).toEqual([
      'fred.stlouisfed.org',
      '/graph/fredgraph.csv?id=NASDAQCOM&x=%5E',
      ['accept', 'accept-language', 'user-agent'],
    ]);
  });

  it('does not follow a redirect', async () => {
    const origin = await serve(answering(302, { location: 'http://127.0.0.1/secret' }));
    const response = await fetch(`${origin}${FRED}`, { redirect: 'manual' });
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('does not follow');
  });

  it('refuses what is not listed without asking anybody', async () => {
    const origin = await serve(() => Promise.reject(new Error('nobody is asked')));
    expect((await fetch(`${origin}/proxy/example.org/`)).status).toBe(403);
    expect((await fetch(`${origin}${FRED}`, { method: 'POST' })).status).toBe(405);
  });

  it('refuses pages of other sites', async () => {
    const origin = await serve(answering(200));
    expect((await fetch(`${origin}${FRED}`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('leaves every other path to the site', async () => {
    const origin = await serve(answering(200));
    for (const path of ['/', '/proxying', '/index.html']) {
      expect(await (await fetch(origin + path)).text()).toBe('the site');
    }
  });

  it('says that a source cannot be reached, without the reason or the query', async () => {
    const origin = await serve(() => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:443')));
    const response = await fetch(`${origin}${FRED}?api_key=secret`);
    expect(response.status).toBe(502);
    expect(await response.text()).toBe('fred.stlouisfed.org could not be reached.');
  });
});

describe('a source that never comes to an end', () => {
  it('is given up when its time is over, whatever it has sent by then', async () => {
    const never = (): void => undefined;
    const ask = askSource(never, () => AbortSignal.abort(new Error('time is over')));
    await expect(ask('fred.stlouisfed.org', '/graph/fredgraph.csv', {}, staying)).rejects.toThrow();
  });
});

describe('a name that leads to a private address', () => {
  /** Stands in for the resolver: every name is a loopback address. */
  const loopback = ((_name: string, _options: unknown, callback: (error: null, found: unknown) => void) =>
    callback(null, [{ address: '127.0.0.1', family: 4 }])) as Parameters<typeof publicLookup>[0];

  it('is refused before a connection is made', async () => {
    const ask = askSource(publicLookup(loopback));
    await expect(ask('fred.stlouisfed.org', '/graph/fredgraph.csv', {}, staying)).rejects.toThrow('not public');
  });
});
