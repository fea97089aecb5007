/** A body as text, or what it is instead. A byte order mark is gone, whatever the encoding was. */
export type DecodedBody =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'binary'; readonly detail: string };

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a body. The charset that it declares comes first, then UTF-8, then
 * the Chinese GB 18030, which some sources send without saying so. The rest of
 * the content type is not trusted: sources send JSON as text and CSV as octets.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): DecodedBody {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) {
    return { kind: 'binary', detail: 'it is a ZIP archive, not text' };
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'binary', detail: 'it is a compressed file, not text' };
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const declared = /charset=["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  for (const encoding of [marked, declared, 'utf-8', 'gb18030']) {
    if (encoding === null || encoding === undefined) continue;
    const text = decoded(bytes, encoding);
    if (text !== null) return { kind: 'text', text, encoding: encoding.toLowerCase() };
  }
  return { kind: 'binary', detail: 'it is not text in a known encoding' };
}
