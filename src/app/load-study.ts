import type { Study } from '../core/study.ts';
import { parseStudy } from '../data/study/study-schema.ts';
import type { Reader } from './reader.ts';

export type LoadedStudy =
  | { readonly kind: 'study'; readonly study: Study }
  | { readonly kind: 'failed'; readonly sentence: string };

/** The study of that id from this deployment, or one sentence that says what is wrong with it. */
export async function loadStudy(id: string, reader: Reader): Promise<LoadedStudy> {
  const failed = (reason: string): LoadedStudy => ({
    kind: 'failed',
    sentence: `The study “${id}” cannot be shown: ${reason}`,
  });
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    return failed('that is not a study’s name; expected one such as nvidia-h20.');
  try {
    const response = await reader.fetch(new URL('study.json', reader.studyUrl(id)).href);
    if (!response.ok) return failed(`this site has no study of that name (status ${response.status}).`);
    const parsed = parseStudy(await response.json());
    if (parsed.kind === 'study') return parsed;
    return failed(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join(' '));
  } catch (error) {
    return failed(`its file could not be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}
