import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHEET = /<link rel="stylesheet"[^>]* href="([^"]*)assets\/([^"/]+\.css)">/g;
const ADDRESS = /url\((["']?)(?:\.\/)?([^)"':]+)\1\)/g;

/** Style rules of the folder `assets/` as they hold in a page from which `up` leads to the folder's parent. */
export function rulesSeenFrom(up: string, rules: string): string {
  return rules.replaceAll(ADDRESS, (_, __, file: string) => `url(${up}assets/${file})`);
}

/**
 * A bundled page with its style sheets in it, so that its first chart waits for one answer only. A browser that has a
 * page without its rules may lay it out before they come, for nothing.
 */
export async function withStyles(html: string, outDir: string): Promise<string> {
  const sheets = new Map<string, string>();
  for (const [link, up = '', file = ''] of html.matchAll(SHEET)) {
    const rules = await readFile(join(outDir, 'assets', file), 'utf8');
    sheets.set(link, `<style>${rulesSeenFrom(up, rules.trim())}</style>`);
  }
  return html.replaceAll(SHEET, (link) => sheets.get(link) ?? link);
}
