import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeBody } from '../data/port/decode-body.ts';
import { foreignSentence } from '../words/en/files.ts';
import { NotText } from './command.ts';

/** The text of a file in any encoding that is known. Throws NotText for what is none. */
export async function readFileText(path: string): Promise<string> {
  const body = decodeBody(await readFile(path), null);
  if (body.kind === 'binary') throw new NotText(foreignSentence(body.what, basename(path)));
  return body.text;
}
