import { decodeBody } from '../../data/port/decode-body.ts';
import type { Incoming } from './incoming.ts';

/**
 * The text of a file that was chosen or dropped, in UTF-8, UTF-16 or GB 18030.
 * What is no text at all is given as a line that says so, which is then refused
 * in its own words like any other file without rows.
 */
export async function readIncoming(file: File): Promise<Incoming> {
  const body = decodeBody(new Uint8Array(await file.arrayBuffer()), null);
  return { name: file.name, text: body.kind === 'text' ? body.text : `(${file.name}: ${body.detail})` };
}
