// @vitest-environment node
import { execFileSync, spawnSync } from 'node:child_process';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../src/embed/picture.ts';
import { sceneOfSeries, seriesWith } from '../chart/made-up-scene.ts';

/** Pixels a unit of the picture, so that halves of a pixel can be told. */
const ZOOM = 4;

interface Pixels {
  readonly width: number;
  /** Red, green, blue and alpha of each. */
  readonly rgba: Uint8Array;
}

function byResvg(svg: string, zoom = ZOOM): Pixels {
  const { width, pixels } = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  }).render();
  return { width, rgba: pixels };
}

/** Its PNG is read by the other one. */
function byLibrsvg(svg: string, { width, height }: { width: number; height: number }): Pixels {
  const png = execFileSync('rsvg-convert', ['--zoom', String(ZOOM)], { input: svg, maxBuffer: 64 * 1024 * 1024 });
  const size = `width="${width * ZOOM}" height="${height * ZOOM}"`;
  const image = `<image ${size} href="data:image/png;base64,${png.toString('base64')}"/>`;
  return byResvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${image}</svg>`, 1);
}

const words = { title: '', lead: [], caption: '', source: '', alt: '', language: 'en' };
// From 100 to 113 and on at 113, which is no grid line: those stand 2 or 5 apart.
const line = seriesWith({ y: [100, ...Array.from({ length: 20 }, () => 113)], dayZeros: { news: 1 } });
const scene = sceneOfSeries([line]);
const picture = pictureOf(scene, scene.choice, words, 'light');

/** How much of each pixel from a place on, in some direction, has the colour of the first series, in units. */
function covered({ width, rgba }: Pixels, x: number, y: number, dx: number, dy: number, units: number): number {
  // Red of paper is 251, of the first series 29.
  const at = (step: number): number =>
    rgba[4 * ((Math.round(y * ZOOM) + step * dy) * width + Math.round(x * ZOOM) + step * dx)] ?? Number.NaN;
  const parts = Array.from({ length: units * ZOOM }, (_, step) => (251 - at(step)) / (251 - 29));
  return parts.reduce((sum, part) => sum + part, 0) / ZOOM;
}

/** The dot at the end of the line: its radius is 3, of which half of a stroke of 1.5 in paper's colour is left out. */
const [, cx = '', cy = ''] = /<circle cx="([\d.]+)" cy="([\d.]+)" r="3"/.exec(picture.svg) ?? [];
const [x, y] = [Number(cx), Number(cy)];

const hasLibrsvg = spawnSync('rsvg-convert', ['--version']).status === 0;
const rasterisers = [
  { name: 'resvg', isHere: true, pixels: () => byResvg(picture.svg) },
  { name: 'librsvg', isHere: hasLibrsvg, pixels: () => byLibrsvg(picture.svg, picture) },
] as const;

describe.each(rasterisers)('a picture as $name rasterises it', ({ isHere, pixels }) => {
  it('has lines of two units', ({ skip }) => {
    if (!isHere) skip('rsvg-convert is not installed');
    // Across the line, far from dots and their labels.
    expect(covered(pixels(), x - 60, y - 5, 0, 1, 10)).toBeCloseTo(2, 1);
  });

  it('has dots that are round', ({ skip }) => {
    if (!isHere) skip('rsvg-convert is not installed');
    const drawn = pixels();
    // As high as 2 · 2.25, and half of that from its middle to the right; on the left is the line. The pixel that holds
    // the middle, a quarter of a unit, counts whole.
    expect(Math.abs(covered(drawn, x, y - 5, 0, 1, 10) - 4.5)).toBeLessThan(0.25);
    expect(Math.abs(covered(drawn, x, y, 1, 0, 6) - 2.25)).toBeLessThan(0.4);
  });
});
