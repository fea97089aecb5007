import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadyStudy } from '../../app/embed/frame-study.ts';
import type { BakeOptions } from '../bake-options.ts';
import { listStudies } from '../study-files.ts';
import { bakeDashboard } from './bake-dashboard.ts';
import { bakeEmbeds } from './bake-embeds.ts';
import { frameFiles } from './frame-files.ts';
import { withStyles } from './inline-styles.ts';
import { openRasteriser } from './rasterise.ts';
import { dashboardHead } from './dashboard-head.ts';
import { readStudy } from './read-study.ts';

/** The study that the site opens with. */
const FIRST = 'nvidia-h20';

/** The bundled page as it stands one folder below the site's own: its addresses go up first. */
function oneFolderDown(template: string): string {
  return template.replaceAll(/\b(src|href)="\.\//g, '$1="../').replace('<html ', '<html data-root="../" ');
}

/**
 * Turns the bundled page and the studies into finished pages: every chart stands in the HTML. The opening study has
 * the site's own address, every other one a folder of its name.
 */
export async function bakeSite(options: BakeOptions): Promise<void> {
  const template = await readFile(join(options.outDir, 'index.html'), 'utf8');
  const ids = await listStudies(options.studiesDirs);
  const opening = ids.includes(FIRST) ? FIRST : ids[0];
  if (opening === undefined) throw new Error('there is no study to build pages from');
  const files = await frameFiles(options);
  const rasteriser = await openRasteriser();
  for (const id of ids) {
    const { study, available } = await readStudy(id, options.studiesDirs);
    const ready: ReadyStudy = { study, series: [...available.values()] };
    await writeFile(join(options.outDir, 'studies', id, 'ready.json'), JSON.stringify(ready));
    const isOpening = id === opening;
    const folder = isOpening ? options.outDir : join(options.outDir, id);
    await mkdir(folder, { recursive: true });
    const page = await bakeDashboard(isOpening ? template : oneFolderDown(template), study, available);
    const head = dashboardHead(options.baseUrl, study, available, isOpening ? '' : `${id}/`);
    await writeFile(
      join(folder, 'index.html'),
      (await withStyles(page, options.outDir)).replace('</head>', () => `${head}</head>`),
    );
    await bakeEmbeds(options, files, study, available, rasteriser);
  }
  await rasteriser.close();
}
