import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { withStyles } from './bake/inline-styles.ts';

/** Where the page stands in the project; the bundler writes it to the same place of the site. */
export const COMPOSE_SOURCE = 'src/app/compose/compose.html';

/** Puts the bundled page where readers look for it, `compose/`, and tells it which studies this site has. */
export async function placeComposePage(outDir: string, studies: readonly string[]): Promise<void> {
  const folder = join(outDir, 'compose');
  await mkdir(folder, { recursive: true });
  await rename(join(outDir, COMPOSE_SOURCE), join(folder, 'index.html'));
  await rm(join(outDir, 'src'), { recursive: true });
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const placed = html
    .replaceAll('="../../../', '="../')
    .replace(/ data-studies="[^"]*"/, ` data-studies="${studies.join(' ')}"`);
  await writeFile(join(folder, 'index.html'), await withStyles(placed, outDir));
}

/** Answers `/compose/` in development. */
export function composePage(): Plugin {
  return {
    name: 'market-reaction:compose',
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, _response, next) => {
        if (/^\/compose\/(?:[?#]|$)/.test(request.url ?? '')) request.url = `/${COMPOSE_SOURCE}`;
        next();
      }),
  };
}
