import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { frameContentOf } from '../../app/embed/chart-subject.ts';
import { CHART_KINDS, type ChartKind } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { FRAME_WIDTHS } from '../../embed/frame-height.ts';
import type { BakeOptions } from '../bake-options.ts';
import { answerFor, type FrameRecord } from '../oembed.ts';
import { bakedState, bakeFrame, wordsOf } from '../../app/bake/bake-frame.ts';
import { bakePictures } from './bake-pictures.ts';
import type { FrameFiles } from './frame-files.ts';
import { freeze } from './freeze.ts';
import { inPage } from './page-dom.ts';
import { previewTags } from './preview-tags.ts';
import type { Rasteriser } from './rasterise.ts';

/** From `embed/<study>/<chart>/` to the site's folder. */
const UP = '../../../';
/** Pixels per CSS pixel of the second PNG of a picture, for sharp screens and previews. */
const SHARP = 2;

/** Writes everything that other people's pages show of a study: `embed/<study>/<chart>/…` and `frozen/<hash>/…`. */
export async function bakeEmbeds(
  options: BakeOptions,
  files: FrameFiles,
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  rasteriser: Rasteriser,
): Promise<void> {
  for (const chart of CHART_KINDS) await bakeChart(options, files, study, available, chart, rasteriser);
}

async function bakeChart(
  { outDir, baseUrl }: BakeOptions,
  files: FrameFiles,
  study: Study,
  available: ReadonlyMap<InstrumentId, PriceSeries>,
  chart: ChartKind,
  rasteriser: Rasteriser,
): Promise<void> {
  const path = `embed/${study.id}/${chart}/`;
  const folder = join(outDir, path);
  await mkdir(folder, { recursive: true });
  const state = bakedState(study, available, { chart }, UP);
  const { title, finding, alt } = wordsOf(state);
  const pictures = bakePictures(state);
  const { light } = pictures;
  const size = [light.width * SHARP, light.height * SHARP] as const;
  const record: FrameRecord = {
    title,
    path,
    picture: { path: `${path}light-2x.png`, width: size[0], height: size[1] },
    content: frameContentOf(state),
  };
  const whole = (name: string): string | null => (baseUrl === null ? null : new URL(`${path}${name}`, baseUrl).href);
  const head = previewTags({
    title,
    description: finding,
    url: whole(''),
    image: whole('light-2x.png'),
    imageSize: size,
    alt,
    oembed: whole('oembed.json'),
  });
  const write = (name: string, content: string | Buffer): Promise<void> => writeFile(join(folder, name), content);
  const pngs: Record<string, Buffer> = {};
  for (const [theme, { svg }] of Object.entries(pictures)) {
    pngs[`${theme}.png`] = rasteriser.png(svg, 1);
    pngs[`${theme}-2x.png`] = rasteriser.png(svg, SHARP);
    await write(`${theme}.svg`, svg);
  }
  for (const [name, png] of Object.entries(pngs)) await write(name, png);
  await write('frame.json', JSON.stringify(record));
  if (baseUrl !== null) {
    // A host of files has one answer for everybody: the smallest frame, which fits every limit that can be met.
    await write('oembed.json', JSON.stringify(answerFor(record, baseUrl, FRAME_WIDTHS[0], null)));
    for (const width of FRAME_WIDTHS) {
      await write(`oembed-${width}.json`, JSON.stringify(answerFor(record, baseUrl, width, null)));
    }
  }
  const hash = await freeze({
    outDir,
    files,
    study,
    available,
    chart,
    pictures,
    pngs,
    baseUrl,
    scale: SHARP,
  });
  const page = await bakeFrame(
    state,
    {
      root: UP,
      start: files.start,
      script: files.script === null ? null : UP + files.script,
      liveScript: files.liveScript === null ? null : UP + files.liveScript,
      style: files.style(UP),
      head,
      latest: 'latest.json',
      version: hash,
      isFrozen: false,
    },
    inPage,
  );
  await write('index.html', page);
  await write(
    'latest.json',
    JSON.stringify({ version: hash, frozen: `${UP}frozen/${hash}/`, asOf: study.snapshot.to }),
  );
}
