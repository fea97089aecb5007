import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BakeOptions, ManifestEntry } from '../bake-options.ts';
import type { FrameStyle } from '../../app/bake/bake-frame.ts';
import { rulesSeenFrom } from './inline-styles.ts';
import { inlineParts } from './inline-script.ts';

/** Keys of the frame's script in the bundler's manifest, and of what draws a chart that is not in the page. */
const FRAME = 'src/embed/frame.ts';
const START = 'src/embed/frame-start.ts';
const LIVE = 'src/app/embed/live-frame.tsx';

/** What the bundler made for frame pages. Paths are relative to the site. */
export interface FrameFiles {
  /** Stands in the page, and loads `script`. */
  readonly start: string;
  readonly script: string | null;
  readonly liveScript: string | null;
  /** Everything that the script and the page's style rules need, themselves included. */
  readonly all: readonly string[];
  /** The page's style rules, with their addresses as seen from a page that is `up` from the folder of `assets/`. */
  readonly style: (up: string) => FrameStyle;
}

/** Finds the files of frame pages among those of the site. */
export async function frameFiles({ root, outDir, manifest }: BakeOptions): Promise<FrameFiles> {
  const frame = manifest[FRAME];
  const entries = new Map<string, ManifestEntry>();
  const visit = (key: string): void => {
    const entry = manifest[key];
    if (entry === undefined || entries.has(key)) return;
    entries.set(key, entry);
    // What it asks for later, a frozen page has to have as well.
    for (const next of [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])]) visit(next);
  };
  visit(FRAME);
  const sheets = await Promise.all((frame?.css ?? []).map((file) => readFile(join(outDir, file), 'utf8')));
  const rules = sheets.join('');
  return {
    start: (await inlineParts(join(root, START))).script,
    script: frame?.file ?? null,
    liveScript: manifest[LIVE]?.file ?? null,
    all: [...entries.values()].flatMap(({ file, assets }) => [file, ...(assets ?? [])]),
    style: (up) => {
      const here = rulesSeenFrom(up, rules);
      return { rules: here, font: /url\(([^)]+\.woff2)\)/.exec(here)?.[1] ?? null };
    },
  };
}
