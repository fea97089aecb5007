import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { withStyles } from './bake/inline-styles.ts';
import { onePageParts } from './bake/one-page-parts.ts';

/** Where the page stands in the project; the bundler writes it to the same place of the site. */
export const COMPOSE_SOURCE = 'src/app/compose/compose.html';

/** What the page takes pages that are saved as one file from, beside it. */
const PARTS = 'one-page.json';

/** Puts the bundled page where readers look for it, `compose/`, and tells it which studies this site has. */
export async function placeComposePage(root: string, outDir: string, studies: readonly string[]): Promise<void> {
  const folder = join(outDir, 'compose');
  await mkdir(folder, { recursive: true });
  await rename(join(outDir, COMPOSE_SOURCE), join(folder, 'index.html'));
  await rm(join(outDir, 'src'), { recursive: true });
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const placed = html
    .replaceAll('="../../../', '="../')
    .replace(/ data-studies="[^"]*"/, ` data-studies="${studies.join(' ')}"`);
  await writeFile(join(folder, 'index.html'), await withStyles(placed, outDir));
  await writeFile(join(folder, PARTS), JSON.stringify(await onePageParts(root)));
}

/** Answers `/compose/` in development. */
export function composePage(root: string): Plugin {
  return {
    name: 'market-reaction:compose',
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        if (request.url === `/compose/${PARTS}`) {
          onePageParts(root).then((parts) => response.end(JSON.stringify(parts)), next);
          return;
        }
        if (/^\/compose\/(?:[?#]|$)/.test(request.url ?? '')) request.url = `/${COMPOSE_SOURCE}`;
        next();
      }),
  };
}
