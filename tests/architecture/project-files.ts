import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project: its path from the project's folder, with slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, '../..');

/** Folders that are made, not written. */
const MADE = new Set(['node_modules', 'dist', '.cache', 'test-results', '.git']);

const TEXT =
  /\.(?:ts|tsx|mjs|js|css|html|json|md|csv|svg|txt|sh)$|^(?:\.ci\/run|LICENSE|\.[a-z]+rc(?:\.json)?|\.gitignore)$/;
const CODE = /\.(?:ts|tsx|mjs)$/;

/** Names at the top of the project, those that are made left out. */
export function topLevelNames(): { readonly files: string[]; readonly folders: string[] } {
  const entries = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !MADE.has(name));
  const names = (isFolder: boolean) =>
    entries.filter((entry) => entry.isDirectory() === isFolder).map(({ name }) => name);
  return { files: names(false), folders: names(true) };
}

/** Paths of every file of the project, ascending. */
export function projectPaths(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !MADE.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? projectPaths(path) : [path];
    })
    .toSorted();
}

/** The project's own text files below `src`, `mocks`, `tests`, `docs` and at the top. */
export function textFiles(): SourceFile[] {
  return read(projectPaths().filter((path) => TEXT.test(path) && path !== 'package-lock.json'));
}

/** TypeScript and JavaScript of the project below one of `folders`. */
export function codeBelow(...folders: readonly string[]): SourceFile[] {
  return read(
    projectPaths().filter((path) => CODE.test(path) && folders.some((folder) => path.startsWith(`${folder}/`))),
  );
}

/** Stylesheets of the project below `folder`. */
export function stylesBelow(folder: string): SourceFile[] {
  return read(projectPaths().filter((path) => path.endsWith('.css') && path.startsWith(`${folder}/`)));
}

function read(paths: readonly string[]): SourceFile[] {
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
