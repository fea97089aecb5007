import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHART_KINDS } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { BakeOptions, ManifestEntry } from '../bake-options.ts';
import { bakedState, bakeFrame } from './bake-frame.ts';
import { bakePictures } from './bake-pictures.ts';
import type { Rasteriser } from './rasterise.ts';

/** Key of the frame's script in the bundler's manifest, and of what draws a chart that is not in the page. */
const FRAME = 'src/embed/frame.ts';
const LIVE = 'src/app/embed/live-frame.tsx';

/** From `embed/<study>/<chart>/` to the site's folder. */
const UP = '../../../';

/** Writes everything that other people's pages show of a study: `embed/<study>/<chart>/…`. */
export async function bakeEmbeds(
  options: BakeOptions,
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  rasteriser: Rasteriser,
): Promise<void> {
  const { outDir, manifest } = options;
  const frame = manifest[FRAME];
  const style = await styleOf(outDir, frame, UP);
  const scriptOf = (entry: ManifestEntry | undefined): string | null => (entry === undefined ? null : UP + entry.file);
  for (const chart of CHART_KINDS) {
    const folder = join(outDir, 'embed', study.id, chart);
    await mkdir(folder, { recursive: true });
    const state = bakedState(study, available, chart, UP);
    const page = await bakeFrame(state, {
      root: UP,
      script: scriptOf(frame),
      liveScript: scriptOf(manifest[LIVE]),
      style,
      head: '',
      latest: null,
    });
    await writeFile(join(folder, 'index.html'), page);
    for (const [theme, { svg }] of Object.entries(await bakePictures(state))) {
      await writeFile(join(folder, `${theme}.svg`), svg);
      await writeFile(join(folder, `${theme}.png`), rasteriser.png(svg));
    }
  }
}

/** The bundled style rules of an entry, with their addresses as seen from a page that is `up` from the site's folder. */
async function styleOf(outDir: string, entry: ManifestEntry | undefined, up: string): Promise<string> {
  const sheets = await Promise.all((entry?.css ?? []).map((file) => readFile(join(outDir, file), 'utf8')));
  return sheets
    .join('')
    .replaceAll(/url\((["']?)(?:\.\/)?([^)"':]+)\1\)/g, (_, __, file: string) => `url(${up}assets/${file})`);
}
