import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelOf, nvidia, zinsentscheid } from '../chart/study-of.ts';
import { goldenDrawing } from './golden-drawing.ts';

const folder = join(import.meta.dirname, 'golden');

/** `UPDATE_GOLDEN=1 npx vitest run tests/visual` writes the files anew; look at each of them before committing. */
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

const drawings = [
  { name: 'overlay', given: nvidia, change: {} },
  { name: 'overlay-points', given: nvidia, change: { scale: 'points', range: { kind: 'all' } } },
  { name: 'event-time', given: nvidia, change: { chart: 'event-time', scale: 'percent' } },
  { name: 'daily', given: nvidia, change: { chart: 'daily' } },
  { name: 'multiples', given: nvidia, change: { chart: 'multiples' } },
  { name: 'second-study', given: zinsentscheid, change: {} },
] as const;

describe('the drawing of', () => {
  for (const { name, given, change } of drawings) {
    for (const size of ['xs', 'xl'] as const) {
      it(`${name} in the size ${size} is the one that was looked at`, async () => {
        const file = join(folder, `${name}-${size}.svg`);
        const drawn = await goldenDrawing(modelOf(given, change), size);
        if (isUpdate) {
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, drawn);
        }
        expect(drawn).toBe(await readFile(file, 'utf8'));
      });
    }
  }
});
