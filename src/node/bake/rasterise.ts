import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { openWoff } from './open-woff.ts';

/** Screens have about two pixels per CSS pixel. */
const PIXELS_PER_UNIT = 2;
const WEIGHTS = [400, 600];
/** What the file of the weight 600 calls its family; only 400 and 700 share one name. */
const SEMIBOLD = 'Inter SemiBold';

/** Turns pictures into PNGs with the product's own fonts, whatever fonts the machine has. */
export interface Rasteriser {
  /** Pixels per user unit. */
  readonly scale: number;
  /** The PNG of an SVG, two pixels per user unit. */
  png(svg: string): Buffer;
  /** Takes the unpacked fonts away again. */
  close(): Promise<void>;
}

/** Unpacks the fonts once for all pictures of a build. */
export async function openRasteriser(): Promise<Rasteriser> {
  const { resolve } = createRequire(import.meta.url);
  const folder = await mkdtemp(join(tmpdir(), 'market-reaction-fonts-'));
  const fontFiles = await Promise.all(
    WEIGHTS.map(async (weight) => {
      const woff = await readFile(resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`));
      const path = join(folder, `inter-${weight}.ttf`);
      await writeFile(path, openWoff(woff));
      return path;
    }),
  );
  return {
    scale: PIXELS_PER_UNIT,
    png: (svg) =>
      new Resvg(svg.replaceAll(' font-weight="600"', ` font-weight="600" font-family="${SEMIBOLD}"`), {
        font: { fontFiles, loadSystemFonts: true, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
        fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
      })
        .render()
        .asPng(),
    close: () => rm(folder, { recursive: true }),
  };
}
