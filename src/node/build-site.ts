import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build } from 'vite';
import type { Manifest } from './bake-options.ts';
import { bakeSite } from './bake/bake-site.ts';
import { readStudy } from './bake/read-study.ts';
import type { BuildChoices } from './build-record.ts';
import { placeComposePage } from './compose-page.ts';
import { compressSite } from './compress.ts';
import { policyOf, withPolicy } from './content-security.ts';
import { findStudyFile, listStudies, listStudyFiles } from './study-files.ts';

/** What builds only ever add to: addresses in it are promised for good. */
const KEPT = 'frozen';

/**
 * Builds the whole site into `outDir`: scripts, studies, baked pages, policies, compressed twins. Throws an Error that
 * names file and field when a study is wrong.
 */
export async function buildSite(root: string, outDir: string, choices: BuildChoices): Promise<void> {
  const studiesDirs = [join(root, 'src/studies'), ...choices.studies];
  // Every study is read before anything is taken away: a wrong one leaves the last site as it was.
  for (const id of await listStudies(studiesDirs)) await readStudy(id, studiesDirs);
  await emptySite(outDir);
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false },
  });
  await cp(join(root, 'src/embed/element-types.ts'), join(outDir, 'market-reaction.d.ts'));
  const manifest = await takeManifest(outDir);
  await copyStudies(studiesDirs, outDir);
  await placeComposePage(root, outDir, await listStudies(studiesDirs));
  await bakeSite({ root, outDir, manifest, baseUrl: choices.baseUrl, studiesDirs });
  await addPolicies(outDir);
  await compressSite(outDir);
}

async function emptySite(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  for (const name of await readdir(outDir)) {
    if (name !== KEPT) await rm(join(outDir, name), { recursive: true });
  }
}

async function takeManifest(outDir: string): Promise<Manifest> {
  const folder = join(outDir, '.vite');
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  await rm(folder, { recursive: true });
  return manifest;
}

/** The folder that has a study first gives all of its files. */
async function copyStudies(directories: readonly string[], outDir: string): Promise<void> {
  for (const id of await listStudies(directories)) {
    for (const directory of directories) {
      const paths = await listStudyFiles(directory, id);
      if (!paths.includes(`${id}/study.json`)) continue;
      for (const path of paths) {
        const from = await findStudyFile(path, [directory]);
        const to = join(outDir, 'studies', path);
        await mkdir(dirname(to), { recursive: true });
        if (from !== null) await cp(from, to);
      }
      break;
    }
  }
}

async function addPolicies(outDir: string): Promise<void> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.html'));
  for (const page of pages) {
    const path = join(page.parentPath, page.name);
    const place = relative(outDir, path).split('\\').join('/');
    const html = await readFile(path, 'utf8');
    const isKept = place.startsWith(`${KEPT}/`);
    if (isKept && policyOf(html) !== null) continue;
    await writeFile(path, withPolicy(html, isKept || place.startsWith('embed/') ? 'frame' : 'dashboard'));
  }
}
