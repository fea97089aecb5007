import { createHash } from 'node:crypto';

/** Where a page's scripts may ask for data: a frame of its own deployment only, the dashboard also of live sources. */
export type PageKind = 'dashboard' | 'frame';

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
/** Blocks of data are not run, so that no policy concerns them. */
const DATA_TYPE = /\btype\s*=\s*["']?(?:application|text)\/(?!javascript|ecmascript)/i;
const POLICY_META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/**
 * The Content-Security-Policy of a page (CSP level 3): scripts of its own host and the inline scripts that stand in
 * it, named by their SHA-256; no inline handlers, no eval. Inline styles are allowed, as a finished SVG carries them.
 */
export function contentSecurityPolicy(html: string, page: PageKind): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)]
    .filter(([, attributes = '']) => !/\bsrc\s*=/i.test(attributes) && !DATA_TYPE.test(attributes))
    .map(([, , code = '']) => hashOf(code));
  return [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    page === 'dashboard' ? "connect-src 'self' https:" : "connect-src 'self'",
    page === 'dashboard' ? "frame-src 'self'" : "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The policy of a page that stands alone, in one file of anywhere: it runs the one script in it and asks for nothing. */
export function alonePolicy(script: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/** The page with its policy as the first thing in its head that a browser acts on, in place of one that it had. */
export function withPolicy(html: string, page: PageKind): string {
  const bare = html.replace(POLICY_META, '');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(bare, page)}">`;
  const charset = /<meta charset=[^>]*>/i;
  if (charset.test(bare)) return bare.replace(charset, (found) => found + meta);
  return bare.replace(/<head\b[^>]*>/i, (found) => found + meta);
}

/** The policy that a page carries in its head; null when it has none. */
export function policyOf(html: string): string | null {
  return POLICY_META.exec(html)?.[1] ?? null;
}
