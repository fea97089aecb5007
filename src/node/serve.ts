import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import sirv from 'sirv';
import { policyOf } from './content-security.ts';

/** A handler in the manner of connect: answers, or calls `next`. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface ServeOptions {
  /** Folder of the built site. */
  readonly directory: string;
  /** Address to listen on, such as 127.0.0.1. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Asked before the files, in their order. */
  readonly before?: readonly Middleware[];
}

export type Served =
  | {
      readonly kind: 'serving';
      /** Address of the site, ending in a slash. */
      readonly url: string;
      readonly port: number;
      /** Resolves when no connection is left. */
      close(): Promise<void>;
    }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'no-address'; readonly reason: string };

/** Content types whose text is UTF-8 and whose usual header leaves that open. */
const WITH_CHARSET: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/**
 * Serves a built site as any static host would. Requests are not logged: addresses hold what a reader looks at.
 * Every answer may be read from any origin, and no answer restricts who may frame it.
 */
export async function serve({ directory, host, port, before = [] }: ServeOptions): Promise<Served> {
  const site = siteFiles(resolve(directory));
  const server = createServer((request, response) => {
    const ask = (index: number): void => {
      const middleware = before[index];
      if (middleware === undefined) site(request, response);
      else middleware(request, response, () => ask(index + 1));
    };
    ask(0);
  });
  const failure = await listen(server, host, port);
  if (failure === 'EADDRINUSE') return { kind: 'port-taken', port };
  if (failure !== null) return { kind: 'no-address', reason: failure };
  const address = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    kind: 'serving',
    url: `http://${name}:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function siteFiles(directory: string): (request: IncomingMessage, response: ServerResponse) => void {
  const files = sirv(directory, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
      const type = WITH_CHARSET[/\.([a-z]+)$/.exec(path)?.[1] ?? ''];
      if (type !== undefined) response.setHeader('Content-Type', type);
      if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      const page = pageFile(directory, path);
      const policy = page === null ? null : policyOf(readFileSync(page, 'utf8'));
      if (policy !== null) response.setHeader('Content-Security-Policy', policy);
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Only GET and HEAD are answered here.\n');
      return;
    }
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (isFolderWithoutSlash(directory, path)) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      response.writeHead(302, { Location: `${name}/${query === undefined ? '' : `?${query}`}` });
      response.end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is nothing at this address.\n');
    });
  };
}

/** The HTML file that answers `path`; null for anything else. */
function pageFile(directory: string, path: string): string | null {
  const inside = inDirectory(directory, path);
  if (inside === null) return null;
  const candidates = path.endsWith('/')
    ? [join(inside, 'index.html')]
    : path.endsWith('.html')
      ? [inside]
      : [`${inside}.html`];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** A page's relative addresses only hold below its folder, so `/x` is sent on to `/x/` where that is a page. */
function isFolderWithoutSlash(directory: string, path: string): boolean {
  const inside = path.endsWith('/') ? null : inDirectory(directory, path);
  if (inside === null || existsSync(`${inside}.html`)) return false;
  return statSync(inside, { throwIfNoEntry: false })?.isDirectory() === true && existsSync(join(inside, 'index.html'));
}

function inDirectory(directory: string, path: string): string | null {
  try {
    const file = join(directory, decodeURIComponent(path));
    return file === directory || file.startsWith(directory + sep) ? file : null;
  } catch {
    return null;
  }
}

function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => done(null));
  });
}
