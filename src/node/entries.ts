import { join } from 'node:path';
import { COMPOSE_SOURCE } from './compose-page.ts';

/**
 * What the browser loads: the dashboard's page, and every script that a baked page names. A script keeps its key in
 * the build's manifest as its path, such as `src/embed/frame.ts`.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  index: 'index.html',
  compose: COMPOSE_SOURCE,
  frame: 'src/embed/frame.ts',
  'live-frame': 'src/app/embed/live-frame.tsx',
  'market-reaction': 'src/embed/market-reaction.ts',
};

/** Scripts whose address is pasted into other people's pages and therefore never carries a hash. */
const STABLE = new Set(['market-reaction']);

/** Inputs of the browser build under `root`: name to file. */
export function browserEntries(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, join(root, path)]));
}

/** Where an entry's script is written, relative to the site. */
export function entryFileName(name: string): string {
  return STABLE.has(name) ? '[name].js' : 'assets/[name]-[hash].js';
}
