import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** How a site was built, besides from what. */
export interface BuildChoices {
  /** Address at which the site will stand, ending in a slash; null for relative addresses only. */
  readonly baseUrl: string | null;
  /** Folders of studies besides `src/studies`, absolute. */
  readonly studies: readonly string[];
}

/** What the last build of `dist` was made of. */
interface BuildRecord {
  readonly inputs: string;
  readonly choices: BuildChoices;
}

const INPUTS = ['src', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
const RECORD = '.cache/build.json';

/** SHA-256, as hex, over path and content of every file that the built site depends on. */
export async function inputsHash(root: string, choices: BuildChoices): Promise<string> {
  const hash = createHash('sha256');
  const inputs = [...INPUTS.map((path) => join(root, path)), ...choices.studies];
  for (const input of inputs) {
    for (const file of await filesBelow(input)) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.update(JSON.stringify(choices)).digest('hex');
}

/** The record of the last finished build of `dist`; null when there is none, or it was broken off. */
export async function readBuildRecord(root: string): Promise<BuildRecord | null> {
  try {
    return JSON.parse(await readFile(join(root, RECORD), 'utf8')) as BuildRecord;
  } catch {
    return null;
  }
}

export async function writeBuildRecord(root: string, record: BuildRecord): Promise<void> {
  await mkdir(dirname(join(root, RECORD)), { recursive: true });
  await writeFile(join(root, RECORD), JSON.stringify(record));
}

export async function forgetBuildRecord(root: string): Promise<void> {
  await rm(join(root, RECORD), { force: true });
}

/** The file itself, or every file below a folder, ascending by path; none when it is not there. */
async function filesBelow(path: string): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return [path];
    if (code === 'ENOENT') return [];
    throw error;
  }
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(sorted.map((entry) => filesBelow(join(path, entry.name))));
  return nested.flat();
}
