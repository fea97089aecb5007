import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { SourceFile } from './project-files.ts';

/** One import of a file. */
export interface Import {
  readonly from: string;
  /** Path in the project for a relative import; the name of the package otherwise (`node:fs` as it stands). */
  readonly to: string;
  readonly isRelative: boolean;
  readonly isDynamic: boolean;
  /** Nothing of it is left in what runs. */
  readonly isTypeOnly: boolean;
}

const STYLES = /@import\s+(?:url\()?['"]([^'"]+)['"]/g;

/** Every import of a file: static, re-exported, dynamic with a fixed name, and of types; of a stylesheet its own kind. */
export function importsOf({ path, text }: SourceFile): Import[] {
  if (path.endsWith('.css')) {
    // A name without a path is a file beside it.
    return [...text.matchAll(STYLES)].map(([, to = '']) =>
      importOf(path, /^\.{0,2}\//.test(to) ? to : `./${to}`, false),
    );
  }
  const { module } = parseSync(path, text);
  const fixed = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value ?? '')),
  ];
  const dynamic = module.dynamicImports.map(
    ({ moduleRequest }) =>
      // The span holds the expression; only a plain string names a module that can be known here.
      /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2] ?? '',
  );
  const running = new Set([
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.filter(({ isType }) => !isType).map(({ moduleRequest }) => moduleRequest?.value ?? ''),
    ),
  ]);
  return [
    ...[...new Set(fixed)].map((request) => ({
      ...importOf(path, request, false),
      isTypeOnly: !running.has(request),
    })),
    ...dynamic.map((request) => importOf(path, request, true)),
  ].filter(({ to }) => to !== '');
}

function importOf(from: string, request: string, isDynamic: boolean): Import {
  const bare = request.replace(/[?#].*$/, '');
  if (bare.startsWith('.')) {
    return {
      from,
      to: posix.normalize(posix.join(posix.dirname(from), bare)),
      isRelative: true,
      isDynamic,
      isTypeOnly: false,
    };
  }
  const name = bare.startsWith('@')
    ? bare.split('/', 2).join('/')
    : bare.startsWith('node:')
      ? bare
      : bare.split('/', 1).join('');
  return { from, to: name, isRelative: false, isDynamic, isTypeOnly: false };
}
