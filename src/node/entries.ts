import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the browser loads: the dashboard's page, and every script that a baked page names. A script keeps its key in
 * the build's manifest as its path, such as `src/embed/frame.ts`. Those that are not there are left out.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  index: 'index.html',
  figure: 'src/embed/figure.ts',
  frame: 'src/embed/frame.ts',
  'live-frame': 'src/app/embed/live-frame.tsx',
  'market-reaction': 'src/embed/market-reaction.ts',
};

/** Scripts whose address is pasted into other people's pages and therefore never carries a hash. */
const STABLE = new Set(['market-reaction']);

/** Inputs of the browser build under `root`: name to file. */
export function browserEntries(root: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ENTRIES)
      .map(([name, path]): [string, string] => [name, join(root, path)])
      .filter(([, path]) => existsSync(path)),
  );
}

/** Where an entry's script is written, relative to the site. */
export function entryFileName(name: string): string {
  return STABLE.has(name) ? '[name].js' : 'assets/[name]-[hash].js';
}
