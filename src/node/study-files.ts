import { readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** What a study's folder publishes, relative to `studies/`: its description and its closes, nothing else. */
const PUBLISHED = /^[a-z0-9][a-z0-9-]*\/(?:study\.json|closes\/[A-Za-z0-9.-]+\.csv)$/;

/**
 * The file that a published path such as `nvidia-h20/closes/IXIC.csv` stands for, looked for in `directories` in
 * their order; null for a path that is not published by any of them. A path can never leave its directory.
 */
export async function findStudyFile(path: string, directories: readonly string[]): Promise<string | null> {
  if (!PUBLISHED.test(path)) return null;
  const id = path.slice(0, path.indexOf('/'));
  for (const directory of directories) {
    const folder = resolve(directory, id) + sep;
    const file = resolve(directory, path);
    if (file.startsWith(folder) && (await listStudyFiles(directory, id)).includes(path)) return file;
  }
  return null;
}

/** Ids of the studies in `directories`: the folders that hold a `study.json`, ascending, each once. */
export async function listStudies(directories: readonly string[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const directory of directories) {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries) {
      if (entry.isDirectory() && (await listStudyFiles(directory, entry.name)).includes(`${entry.name}/study.json`)) {
        ids.add(entry.name);
      }
    }
  }
  return [...ids].toSorted();
}

/** Published paths of one study (`<id>/study.json`, `<id>/closes/…`), ascending; empty when it is not there. */
export async function listStudyFiles(directory: string, id: string): Promise<string[]> {
  const top = await namesIn(join(directory, id));
  const closes = await namesIn(join(directory, id, 'closes'));
  return [...top.map((name) => `${id}/${name}`), ...closes.map((name) => `${id}/closes/${name}`)]
    .filter((path) => PUBLISHED.test(path))
    .toSorted();
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
