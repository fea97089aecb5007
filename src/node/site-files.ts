import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import send from '@fastify/send';
import { policyOf } from './content-security.ts';
import { answerText, type Middleware } from './middleware.ts';
import { requestTarget } from './request-target.ts';

/** Content types that the library leaves open or has otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
};
const KEPT_FOR_GOOD = 'public, max-age=31536000, immutable';
const TWINS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Answers with the files of a built site as any static host would: pages without their `.html`, compressed twins,
 * ranges, ETags. Every answer may be read from any origin, and none restricts who may frame it.
 */
export function siteFiles(directory: string): Middleware {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      // What else was sent is not waited for.
      answerText(response, 405, 'Only GET and HEAD are answered here.\n', { Allow: 'GET, HEAD', Connection: 'close' });
      return;
    }
    const target = requestTarget(request);
    if (target === null) {
      answerText(response, 400, 'This is no address.\n');
      return;
    }
    const found = await fileAt(directory, target.path);
    if (found === null) {
      answerText(response, 404, 'There is nothing at this address.\n');
      return;
    }
    if (found.kind === 'folder') {
      response.writeHead(302, { Location: `${encodeURIComponent(found.name)}/${target.query}` });
      response.end();
      return;
    }
    const headers = await headersOf(directory, found.file);
    const twin = await twinOf(request, found.file);
    const file = twin === null ? found.file : found.file + twin.ending;
    const sent = await send(request, encodeURI(relative(directory, file).split(sep).join('/')), {
      root: directory,
      index: false,
      cacheControl: false,
      contentType: false,
    });
    if (sent.type === 'file') {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (twin !== null && sent.statusCode !== 304) response.setHeader('Content-Encoding', twin.encoding);
    }
    response.writeHead(sent.statusCode, sent.headers);
    // The file is closed when the client has gone; that is no fault.
    await pipeline(sent.stream, response).catch(() => response.destroy());
  };
}

type Found = { readonly kind: 'file'; readonly file: string } | { readonly kind: 'folder'; readonly name: string };

/**
 * What stands at a decoded path. A page's relative addresses only hold below its folder, so `/x` is sent on to `/x/`
 * where that is a page. Names that begin with a point are none of the site's.
 */
async function fileAt(directory: string, path: string): Promise<Found | null> {
  const names = path.split('/').slice(1);
  if (names.some((name) => name.startsWith('.') || /[\\:]/.test(name))) return null;
  const place = join(directory, ...names);
  const name = names.at(-1) ?? '';
  if (name === '') return asFile(join(place, 'index.html'));
  const found = (await asFile(place)) ?? (await asFile(`${place}.html`));
  if (found !== null) return found;
  return (await asFile(join(place, 'index.html'))) === null ? null : { kind: 'folder', name };
}

async function asFile(file: string): Promise<Found | null> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? { kind: 'file', file } : null;
}

async function headersOf(directory: string, file: string): Promise<Record<string, string>> {
  const ending = /\.([a-z\d]+)$/.exec(file)?.[1] ?? '';
  const folder = relative(directory, file).split(sep)[0];
  const policy = ending === 'html' ? policyOf(await readFile(file, 'utf8')) : null;
  return {
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Content-Type': TYPES[ending] ?? send.mime.getType(file) ?? 'application/octet-stream',
    'Cache-Control': folder === 'assets' || folder === 'frozen' ? KEPT_FOR_GOOD : 'no-cache',
    Vary: 'Accept-Encoding',
    ...(policy === null ? {} : { 'Content-Security-Policy': policy }),
  };
}

interface Twin {
  readonly encoding: string;
  readonly ending: string;
}

/** The compressed twin of a file that the client takes; null where there is none. */
async function twinOf(request: IncomingMessage, file: string): Promise<Twin | null> {
  const taken = String(request.headers['accept-encoding'] ?? '').split(',');
  for (const [encoding, ending] of TWINS) {
    const isTaken = taken.some((one) => {
      const [name = '', weight = ''] = one.split(';');
      return name.trim().toLowerCase() === encoding && !/^\s*q=0(?:\.0*)?\s*$/i.test(weight);
    });
    if (isTaken && (await asFile(file + ending)) !== null) return { encoding, ending };
  }
  return null;
}
