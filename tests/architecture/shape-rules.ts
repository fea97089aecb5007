import type { SourceFile } from './project-files.ts';

const LONGEST_FILE = 300;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)+$/;
const SAYS_NOTHING = /(?:^|[-/])(?:utils?|helpers?|manager|misc|common)(?:[-.]|$)/;
const FOLDERS = ['src', 'mocks', 'tests', 'docs', '.ci'];
const SINGLE_FILES = [
  'package.json',
  'package-lock.json',
  'index.html',
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'tsconfig.json',
  'knip.json',
];
const CONFIGURATION = /^\.[a-z]+(?:rc)?(?:\.json)?$|^[a-z]+\.config\.ts$/;

/** Folders and files at the top of the project that do not belong there. */
export function strayAtTop({
  files,
  folders,
}: {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}): string[] {
  return [
    ...folders.filter((name) => !FOLDERS.includes(name)).map((name) => `${name}/ does not belong at the top`),
    ...files
      .filter((name) => !SINGLE_FILES.includes(name) && !CONFIGURATION.test(name))
      .map((name) => `${name} does not belong at the top`),
  ];
}

/** Files whose name is not in kebab-case, or says nothing. */
export function namesToChange(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!KEBAB.test(name)) return [`${path} is not in kebab-case`];
    return SAYS_NOTHING.test(path) || /^index\.tsx?$/.test(name) ? [`${path} does not say what it is for`] : [];
  });
}

/** A file that has grown beyond what can be read at once. */
export function tooLong({ path, text }: SourceFile): string[] {
  const lines = text.split('\n').length - 1;
  return lines > LONGEST_FILE ? [`${path} has ${lines} lines; at most ${LONGEST_FILE}`] : [];
}

/** Code among the studies, which are data. */
export function codeAmongStudies(paths: readonly string[]): string[] {
  return paths
    .filter(
      (path) =>
        path.startsWith('src/studies/') &&
        !/^src\/studies\/[a-z0-9-]+\/(?:study\.json|closes\/[A-Z0-9.-]+\.csv)$/.test(path),
    )
    .map((path) => `${path} is not a study's description or closes`);
}

/** Addresses of a registry in the lock file: they bind an installation to one place. */
export function registryAddresses(lockfile: string): string[] {
  return [...lockfile.matchAll(/"resolved": "([^"]*)"/g)].map(
    ([, address]) => `package-lock.json is bound to ${address}`,
  );
}

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Packages that a locked one asks for and that are not locked. npm leaves those of other systems out when it locks a
 * version that its registry has not yet got for all of them, and `npm ci` then refuses everywhere.
 */
export function unlockedPackages(packages: Readonly<Record<string, LockedPackage>>): string[] {
  return Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !places(path, name).some((place) => Object.hasOwn(packages, place)))
      .map((name) => `package-lock.json has no ${name} for ${path}`),
  );
}

/** Where Node looks for `name` from the package at `path`, the nearest first. */
function places(path: string, name: string): string[] {
  const above = path.split('/node_modules/');
  const parents = above.map((_, index) => above.slice(0, above.length - index).join('/node_modules/'));
  return [
    ...parents.filter((parent) => parent !== '').map((parent) => `${parent}/node_modules/${name}`),
    `node_modules/${name}`,
  ];
}
