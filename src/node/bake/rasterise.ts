import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { openWoff } from './open-woff.ts';

const WEIGHTS = [400, 600];
/** What the file of the weight 600 calls its family; only 400 and 700 share one name. */
const SEMIBOLD = 'Inter SemiBold';

/** Turns pictures into PNGs with the product's own fonts, whatever fonts the machine has. */
export interface Rasteriser {
  /** The PNG of an SVG with so many pixels per user unit. */
  png(svg: string, scale: number): Buffer;
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
    png: (svg, scale) =>
      new Resvg(svg.replaceAll(' font-weight="600"', ` font-weight="600" font-family="${SEMIBOLD}"`), {
        font: { fontFiles, loadSystemFonts: true, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
        fitTo: { mode: 'zoom', value: scale },
      })
        .render()
        .asPng(),
    close: () => rm(folder, { recursive: true }),
  };
}
