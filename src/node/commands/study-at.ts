import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Study } from '../../core/study.ts';
import { parseStudy } from '../../data/study/study-schema.ts';
import type { CommandIo } from '../command.ts';

/** A study and where it is. */
export interface StudyAt {
  readonly study: Study;
  /** Path of its folder, without a slash at the end. */
  readonly folder: string;
  /** Text of its file, as it stands. */
  readonly text: string;
}

export type ReadStudyAt =
  | { readonly kind: 'study'; readonly at: StudyAt }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The folder of a study that is named by its id, or by a path. */
export function studyFolder(study: string): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(study)) return fileURLToPath(new URL(`../../studies/${study}`, import.meta.url));
  return study.replace(/\/(?:study\.json)?$/, '');
}

/** What the text of a study file holds; a byte order mark is taken. Throws a SyntaxError for what is not JSON. */
export function studyJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** Reads and validates a study; the sentence names the first field that is wrong. */
export async function readStudyAt(study: string, io: Pick<CommandIo, 'readFile'>): Promise<ReadStudyAt> {
  const folder = studyFolder(study);
  const path = `${folder}/study.json`;
  let text: string;
  let json: unknown;
  try {
    text = await io.readFile(path);
  } catch {
    return { kind: 'failed', sentence: `${path} cannot be read; expected a study with study.json and closes/*.csv.` };
  }
  try {
    json = studyJson(text);
  } catch (error) {
    return { kind: 'failed', sentence: `${path} is not JSON: ${error instanceof Error ? error.message : 'damaged'}.` };
  }
  const parsed = parseStudy(json);
  if (parsed.kind === 'study') return { kind: 'study', at: { study: parsed.study, folder, text } };
  return { kind: 'failed', sentence: `${path}: ${parsed.problems.map(({ message }) => message).join(' ')}` };
}

/** Address of a study's folder, and a `fetch` that reads addresses of files through `io` and leaves the others to the network. */
export function studyFiles(folder: string, io: Pick<CommandIo, 'readFile' | 'fetch'>) {
  const studyUrl = pathToFileURL(`${folder}/`).href;
  const { fetch: overNetwork } = io;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (!url.startsWith('file:')) return overNetwork(input, init);
    try {
      return new Response(await io.readFile(fileURLToPath(url)), { headers: { 'content-type': 'text/csv' } });
    } catch {
      return new Response('', { status: 404 });
    }
  };
  return { studyUrl, fetch };
}
