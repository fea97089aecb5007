import { decodeBody } from '../../data/port/decode-body.ts';
import type { Incoming } from './incoming.ts';

/** The text of a file that was chosen or dropped, in any encoding that is known, or what it is instead of text. */
export async function readIncoming(file: File): Promise<Incoming> {
  const body = decodeBody(new Uint8Array(await file.arrayBuffer()), null);
  return body.kind === 'text'
    ? { name: file.name, text: body.text }
    : { name: file.name, text: '', foreign: body.what };
}
