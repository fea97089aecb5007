import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../../src/node/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { live } from '../e2e/show-view.ts';
import { palettePng } from './palette-png.ts';

/** The pictures of the documentation. After a change of the look: `npm run build && npm run screenshots`. */
const pictures = [
  { name: 'laptop-light', width: 1280, height: 960, colorScheme: 'light', query: '' },
  { name: 'laptop-dark', width: 1280, height: 960, colorScheme: 'dark', query: '?chart=daily' },
  { name: 'phone-light', width: 360, height: 800, colorScheme: 'light', query: '' },
] as const;

const root = join(import.meta.dirname, '../..');
const directory = join(root, process.env['BROWSER_TESTS_SITE'] ?? 'dist');
const folder = join(root, 'docs/images');

/** A picture of the page as it is seen, four bytes a pixel. */
async function pixelsOf(page: Page): Promise<Uint8Array> {
  const address = `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
  const painter = await page.context().newPage();
  const bytes = await painter.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
    canvas?.drawImage(image, 0, 0);
    const { data } = canvas?.getImageData(0, 0, image.width, image.height) ?? { data: new Uint8ClampedArray() };
    let text = '';
    for (let at = 0; at < data.length; at += 4096) text += String.fromCharCode(...data.subarray(at, at + 4096));
    return btoa(text);
  }, address);
  await painter.close();
  return Buffer.from(bytes, 'base64');
}

const served = await serve({ directory, host: '127.0.0.1', port: 0 });
if (served.kind !== 'serving') throw new Error(`The built site cannot be served: ${served.kind}`);
const executablePath = findChromium(process.env);
const browser = await chromium.launch({
  args: [...CHROMIUM_FLAGS],
  ...(executablePath === null ? {} : { executablePath }),
});
await mkdir(folder, { recursive: true });
for (const { name, width, height, colorScheme, query } of pictures) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  // The second visit has the fonts at hand.
  for (const address of [served.url, `${served.url}${query}`]) {
    await page.goto(address);
    await live(page);
    await page.evaluate(() => document.fonts.ready);
  }
  const png = palettePng(await pixelsOf(page), width, height);
  await writeFile(join(folder, `${name}.png`), png);
  process.stdout.write(`${name}.png: ${Math.round(png.length / 1024)} KB\n`);
  await context.close();
}
await browser.close();
await served.close();
