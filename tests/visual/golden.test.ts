import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/chart/scene/scene.ts';
import { pictureChart } from '../../src/embed/picture-chart.ts';
import { PICTURE_COLOURS } from '../../src/embed/picture-theme.ts';
import { nvidia, sceneWith, zinsentscheid } from '../chart/study-of.ts';

/** `npm run golden` writes the files anew; look at each of them before committing. */
const folder = join(import.meta.dirname, 'golden');

const drawings = [
  { name: 'overlay', given: nvidia, change: {} },
  { name: 'overlay-points', given: nvidia, change: { scale: 'points', range: { kind: 'all' } } },
  { name: 'event-time', given: nvidia, change: { chart: 'event-time', scale: 'percent' } },
  { name: 'daily', given: nvidia, change: { chart: 'daily' } },
  { name: 'multiples', given: nvidia, change: { chart: 'multiples' } },
  { name: 'second-study', given: zinsentscheid, change: {} },
] as const;

/** Width and height of a picture's chart, and of the smallest place that a chart is made for. */
const sizes = [
  { name: 'picture', width: 640, height: 360 },
  { name: 'small', width: 280, height: 220 },
] as const;

/** A chart in the colours of paper as one SVG with an element on each line: what is seen, as text that can be compared. */
function golden(scene: Scene, width: number, height: number): string {
  const { light } = PICTURE_COLOURS;
  const colour = (name: string): string => light[name] ?? '#000';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter,sans-serif">`,
    `<rect width="${width}" height="${height}" fill="${colour('paper')}"/>`,
    pictureChart(scene, scene.choice, { x: 0, y: 0, width, height }, colour),
    '</svg>',
  ].join('');
  return `${svg.replaceAll(/(<\/[a-z]+>|<(?!\/)[^>]*>)(?=<)/gi, '$1\n')}\n`;
}

describe('the drawing of', () => {
  for (const { name, given, change } of drawings) {
    for (const { name: size, width, height } of sizes) {
      it(`${name} in the size ${size} is the one that was looked at`, async () => {
        const drawn = golden(sceneWith(given, change), width, height);
        await expect(drawn).toMatchFileSnapshot(join(folder, `${name}-${size}.svg`));
      });
    }
  }
});
