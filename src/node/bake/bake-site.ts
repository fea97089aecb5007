import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BakeOptions } from '../bake-options.ts';
import { listStudies } from '../study-files.ts';
import { bakeDashboard } from './bake-dashboard.ts';
import { readStudy } from './read-study.ts';

/** The study that the site opens with. */
const FIRST = 'nvidia-h20';

/** Turns the bundled page and the studies into finished pages: every chart stands in the HTML. */
export async function bakeSite(options: BakeOptions): Promise<void> {
  const template = await readFile(join(options.outDir, 'index.html'), 'utf8');
  const ids = await listStudies(options.studiesDirs);
  const opening = ids.includes(FIRST) ? FIRST : ids[0];
  if (opening === undefined) throw new Error('there is no study to build pages from');
  const { study, available } = await readStudy(opening, options.studiesDirs);
  await writeFile(join(options.outDir, 'index.html'), await bakeDashboard(template, study, available));
}
