import type { ForeignKind } from '../files/file-fault.ts';
import { foreignBytes } from '../files/foreign-files.ts';
import { headingsIn } from '../files/heading-words.ts';

/** A body as text, or what it is instead. A byte order mark is gone, whatever the encoding was. */
export type DecodedBody =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'binary'; readonly what: ForeignKind };

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** So much of a body tells its encoding. */
const HEAD = 4096;

/** UTF-16 without its mark: of ASCII every second byte is zero. Null for a body that has no such pattern. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, HEAD) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (half < 4) return null;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null;
}

/** Encodings of one or two bytes that spreadsheets still write, the likelier first. */
const OLDER = ['gb18030', 'windows-1252', 'shift_jis', 'big5', 'euc-kr', 'windows-1250'];

/**
 * The text of a body in none of the encodings that can be told by their form.
 * Figures are the same in all of them: the one in which most headings are known
 * is taken, and where none is known GB 18030, in which Chinese sources send.
 */
function inOlderEncoding(bytes: Uint8Array): { readonly text: string; readonly encoding: string } | null {
  const head = bytes.subarray(0, HEAD);
  let best: { encoding: string; known: number } | null = null;
  for (const encoding of OLDER) {
    const known = headingsIn(new TextDecoder(encoding).decode(head));
    if (best === null || known > best.known) best = { encoding, known };
  }
  const order = best === null ? OLDER : [best.encoding, ...OLDER.filter((one) => one !== best.encoding)];
  for (const encoding of order) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  return null;
}

/**
 * The text of a body. The charset that it declares comes first, then UTF-8, then
 * what other encodings make of its headings. The rest of the content type is not
 * trusted: sources send JSON as text and CSV as octets.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): DecodedBody {
  const foreign = foreignBytes(bytes);
  if (foreign !== null) return { kind: 'binary', what: foreign };
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const wide = marked ?? unmarkedUtf16(bytes);
  const declared = /charset=["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  for (const encoding of [wide, declared, 'utf-8']) {
    if (encoding === null || encoding === undefined) continue;
    const text = decoded(bytes, encoding);
    // No text holds a zero: it stands in a table of another kind, or fills the end of a damaged file.
    if (text !== null && !text.includes('\0')) return { kind: 'text', text, encoding: encoding.toLowerCase() };
  }
  if (bytes.includes(0)) return { kind: 'binary', what: 'unknown' };
  const older = inOlderEncoding(bytes);
  return older === null ? { kind: 'binary', what: 'unknown' } : { kind: 'text', ...older };
}
