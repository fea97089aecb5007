import type { StudyFolder } from '../draft/file/study-file.ts';
import type { Reader } from './reader.ts';

/** A reader to whom a study that stands on no site is like one that does: its files are answered here, not asked for. */
export function studyFolderReader(reader: Reader, { id, json, closes }: StudyFolder): Reader {
  const folder = reader.studyUrl(id);
  const files = new Map([
    ['study.json', json],
    ...Object.entries(closes).map(([name, csv]) => [`closes/${name}.csv`, csv] as const),
  ]);
  const fetch: Reader['fetch'] = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(folder)) return reader.fetch(input, init);
    const file = files.get(address.slice(folder.length));
    return Promise.resolve(file === undefined ? new Response(null, { status: 404 }) : new Response(file));
  };
  return { ...reader, fetch };
}
