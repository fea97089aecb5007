import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compressSite } from '../../src/node/compress.ts';
import { withPolicy } from '../../src/node/content-security.ts';
import type { FaultListener, Middleware } from '../../src/node/middleware.ts';
import { serve } from '../../src/node/serve.ts';
import { folderWith } from './folder.ts';

const html = withPolicy('<!doctype html><html><head><meta charset="utf-8"></head><body>Chart</body></html>', 'frame');
const csv = `date,close\n${'2025-07-15,20677.8\n'.repeat(200)}`;
const files = {
  'index.html': html,
  'embed/nvidia-h20/overlay/index.html': html,
  'embed/nvidia-h20/overlay/light.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'studies/a/closes/IXIC.csv': csv,
  'studies/a/study.json': '{}',
  'assets/index-abc.js': 'export const a = 1;',
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The address of a site with `files` that is served until the test has ended. */
async function site(before: readonly Middleware[] = [], onFault?: FaultListener): Promise<number> {
  const directory = await folderWith(files);
  await compressSite(directory);
  const served = await serve({ directory, host: '127.0.0.1', port: 0, before, ...(onFault && { onFault }) });
  if (served.kind !== 'serving') throw new Error(served.kind);
  onTestFinished(() => served.close());
  return served.port;
}

/** What a port answers, seen without a client that follows or unpacks anything. */
function askPort(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = get({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    });
    request.once('error', fail);
  });
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return askPort(await site(), path, headers);
}

describe('the server of the built site', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/embed/nvidia-h20/overlay/light.svg', 'image/svg+xml; charset=utf-8'],
    ['/studies/a/closes/IXIC.csv', 'text/csv; charset=utf-8'],
    ['/studies/a/study.json', 'application/json; charset=utf-8'],
    ['/assets/index-abc.js', 'text/javascript; charset=utf-8'],
  ])('answers %s as %s, readable from any origin', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('sends the policy that a page carries as a header, too', async () => {
    const { headers } = await ask('/embed/nvidia-h20/overlay/?theme=dark');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('sends nothing for frames that restricts who may frame them', async () => {
    const { headers } = await ask('/embed/nvidia-h20/overlay/');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['content-security-policy']).not.toContain('frame-ancestors');
    expect(headers['cross-origin-embedder-policy']).toBeUndefined();
    expect(headers['cross-origin-opener-policy']).toBeUndefined();
  });

  it('sends compressed twins to those who take them', async () => {
    const { headers, body } = await ask('/studies/a/closes/IXIC.csv', { 'Accept-Encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(brotliDecompressSync(body).toString()).toBe(csv);
  });

  it('answers 304 to one who has the file, and has it asked for anew each time', async () => {
    const port = await site();
    const { headers } = await askPort(port, '/studies/a/study.json');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await askPort(port, '/studies/a/study.json', { 'If-None-Match': headers['etag'] ?? '' });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('lets files with a hash in their name be kept for a year', async () => {
    expect((await ask('/assets/index-abc.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('sends a folder without its slash on to it, with the query', async () => {
    const { status, headers } = await ask('/embed/nvidia-h20/overlay?theme=dark');
    expect(status).toBe(302);
    expect(headers['location']).toBe('overlay/?theme=dark');
  });

  it.each(['/nothing', '/studies/', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '/.cache/build.json'])(
    'answers 404 to %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it.each(['/%', '/%00', '/%ff', '*', '/a%0ab'])('answers 400 to %s, which is no address', async (path) => {
    expect((await ask(path)).status).toBe(400);
  });

  it.each(['//', '/?', '/#', 'http://elsewhere.example/'])('answers %s with the page', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  it('sends the part of a file that is asked for', async () => {
    const port = await site();
    const { status, headers, body } = await askPort(port, '/studies/a/closes/IXIC.csv', { Range: 'bytes=-8' });
    expect(status).toBe(206);
    // 11 bytes of heading and 200 rows of 19.
    expect(headers['content-range']).toBe('bytes 3803-3810/3811');
    expect(body.toString()).toBe('20677.8\n');
    expect((await askPort(port, '/studies/a/closes/IXIC.csv', { Range: 'bytes=9-2' })).status).toBe(416);
  });

  it('sends no compressed twin to one who takes it at weight nought', async () => {
    const { headers } = await ask('/studies/a/closes/IXIC.csv', { 'Accept-Encoding': 'br;q=0, identity' });
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('answers a fault of its own with status 500, names it without the request, and goes on', async () => {
    const faults: string[] = [];
    const failing: Middleware = async (request, _response, next) => {
      if (request.url === '/fails?key=secret') throw new TypeError(`no ${request.url}`);
      next();
    };
    const port = await site([failing], (fault) => void faults.push(fault));
    expect((await askPort(port, '/fails?key=secret')).status).toBe(500);
    expect(faults).toEqual(['TypeError']);
    expect((await askPort(port, '/')).status).toBe(200);
  });

  it('answers GET and HEAD only', async () => {
    const { status, headers } = await askPort(await site(), '/', {}, 'POST');
    expect(status).toBe(405);
    expect(headers['allow']).toBe('GET, HEAD');
  });

  it('asks what was put before the files first', async () => {
    const before: Middleware = (request, response, next) => {
      if (request.url === '/oembed') response.end('first');
      else next();
    };
    const port = await site([before]);
    expect((await askPort(port, '/oembed')).body.toString()).toBe('first');
    expect((await askPort(port, '/')).status).toBe(200);
  });

  it('says that a port is taken', async () => {
    const directory = await folderWith(files);
    const first = await serve({ directory, host: '127.0.0.1', port: 0 });
    if (first.kind !== 'serving') throw new Error(first.kind);
    onTestFinished(() => first.close());
    expect(await serve({ directory, host: '127.0.0.1', port: first.port })).toEqual({
      kind: 'port-taken',
      port: first.port,
    });
  });

  it('says that there is no such address', async () => {
    const directory = await folderWith(files);
    expect(await serve({ directory, host: '192.0.2.1', port: 0 })).toMatchObject({ kind: 'no-address' });
  });
});
