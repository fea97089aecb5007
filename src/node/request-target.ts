/** What a request asks for. */
export interface RequestTarget {
  /** Decoded path: begins with one slash, has no empty segments and no control characters. */
  readonly path: string;
  /** The path as it was sent, for whoever compares it letter by letter. */
  readonly raw: string;
  /** What follows the path, with its question mark; empty where there is none. */
  readonly query: string;
}

/** What stands before the path where a whole address is sent, as to a proxy. */
const ORIGIN = /^https?:\/\/[^/?#]*/i;

/**
 * Takes the target of a request apart; null for one that names no path: `*`, a broken escape, bytes that are no UTF-8,
 * a control character. It never throws. Nobody else in the server reads `request.url`.
 */
export function requestTarget({ url }: { readonly url?: string | undefined }): RequestTarget | null {
  const [sent = ''] = (url ?? '').replace(ORIGIN, '').split('#', 1);
  const mark = sent.indexOf('?');
  const raw = mark < 0 ? sent : sent.slice(0, mark);
  const query = mark < 0 ? '' : sent.slice(mark);
  const path = decoded(raw);
  if (path === null || !path.startsWith('/') || /\p{Cc}/u.test(path)) return null;
  return { path: path.replaceAll(/\/{2,}/g, '/'), raw, query };
}

function decoded(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
