import { createHash } from 'node:crypto';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ChartKind } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { Picture } from '../../embed/picture.ts';
import { bakedState, bakeFrame, wordsOf } from '../../app/bake/bake-frame.ts';
import type { FrameFiles } from './frame-files.ts';
import { inPage } from './page-dom.ts';
import { previewTags } from './preview-tags.ts';

/** From `frozen/<hash>/` to the site's folder. */
const UP = '../../';
/** Hexadecimal digits of a version's name. */
const DIGITS = 20;

interface Frozen {
  readonly outDir: string;
  readonly files: FrameFiles;
  readonly study: Study;
  readonly available: ReadonlyMap<InstrumentId, PriceSeries>;
  readonly chart: ChartKind;
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly pngs: Readonly<Record<string, Buffer>>;
  readonly baseUrl: string | null;
  /** Pixels per user unit of the PNG that previews are given. */
  readonly scale: number;
}

/**
 * Keeps a chart as it is now for good, in `frozen/<hash>/`, with everything that its page needs. The name is made of
 * the content, so that the same chart has the same name, and one that is there is never written again. Gives the name.
 */
export async function freeze(input: Frozen): Promise<string> {
  const { outDir, files, study, available, chart, pictures, pngs, baseUrl, scale } = input;
  const content = Object.entries(pictures).map(([theme, { svg }]) => [theme, svg]);
  const sessions = study.defaultInstruments.map((id) => [id, available.get(id)?.sessions, available.get(id)?.closes]);
  const version = createHash('sha256')
    .update(JSON.stringify([study.id, chart, content, sessions]))
    .digest('hex')
    .slice(0, DIGITS);
  const folder = join(outDir, 'frozen', version);
  if (await isThere(join(folder, 'index.html'))) return version;
  for (const file of files.all) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(outDir, file), join(folder, file));
  }
  for (const [name, { svg }] of Object.entries(pictures)) await writeFile(join(folder, `${name}.svg`), svg);
  for (const [name, png] of Object.entries(pngs)) await writeFile(join(folder, name), png);
  const state = bakedState(study, available, { chart }, UP);
  const whole = (name: string): string | null =>
    baseUrl === null ? null : new URL(`frozen/${version}/${name}`, baseUrl).href;
  const { title, finding, alt } = wordsOf(state);
  const picture = pictures['light'];
  const page = await bakeFrame(
    state,
    {
      root: UP,
      start: files.start,
      script: files.script,
      // What is not in the page would show figures of another day.
      liveScript: null,
      style: files.style(''),
      head: previewTags({
        title,
        description: finding,
        url: whole(''),
        image: whole('light-2x.png'),
        imageSize: [(picture?.width ?? 0) * scale, (picture?.height ?? 0) * scale],
        alt,
        oembed: null,
      }),
      latest: `${UP}embed/${study.id}/${chart}/latest.json`,
      version,
      isFrozen: true,
    },
    inPage,
  );
  await writeFile(join(folder, 'index.html'), page);
  return version;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
