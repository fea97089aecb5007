import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../src/node/serve.ts';
import { siteMiddleware } from '../../src/node/site-middleware.ts';
import { xml } from '../../src/embed/xml.ts';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { pageStates } from './page-states.ts';

/**
 * Every golden drawing and every state of the page on one page, to be looked through after a change of the look:
 * `npm run build && npm run gallery`.
 */
const root = join(import.meta.dirname, '../..');
const directory = join(root, process.env['BROWSER_TESTS_SITE'] ?? 'dist');
const folder = join(root, 'test-results/gallery');
const golden = join(import.meta.dirname, 'golden');

const figure = (name: string, content: string): string =>
  `<figure><figcaption>${xml(name)}</figcaption>${content}</figure>\n`;

async function drawings(): Promise<string[]> {
  const files = (await readdir(golden)).filter((name) => name.endsWith('.svg')).toSorted();
  return Promise.all(files.map(async (name) => figure(name, await readFile(join(golden, name), 'utf8'))));
}

async function states(): Promise<string[]> {
  const served = await serve({ directory, host: '127.0.0.1', port: 0, before: siteMiddleware(directory) });
  if (served.kind !== 'serving') throw new Error(`The built site cannot be served: ${served.kind}`);
  const executablePath = findChromium(process.env);
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS],
    ...(executablePath === null ? {} : { executablePath }),
  });
  const shown: string[] = [];
  for (const { name, options, show } of pageStates) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
    const page = await context.newPage();
    await show(page, served.url);
    const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`;
    await page.screenshot({ path: join(folder, file) });
    await context.close();
    shown.push(figure(name, `<img src="${file}" alt="" loading="lazy">`));
    process.stdout.write(`${name}\n`);
  }
  await browser.close();
  await served.close();
  return shown;
}

await mkdir(folder, { recursive: true });
const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:14px sans-serif;margin:24px}main{display:flex;flex-wrap:wrap;gap:24px}figure{margin:0}img{max-inline-size:640px;border:1px solid #ccc}</style>
<h1>States of the page</h1><main>${(await states()).join('')}</main>
<h1>Golden drawings</h1><main>${(await drawings()).join('')}</main></html>
`;
await writeFile(join(folder, 'index.html'), page);
process.stdout.write(`${join(folder, 'index.html')}\n`);
