import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../src/node/serve.ts';
import { CHROMIUM_FLAGS, findChromium } from '../e2e/chromium.ts';
import { live } from '../e2e/show-view.ts';

/** The picture of the README. After a change of the look: `npm run build && npm run screenshots`. */
const picture = { name: 'laptop-light', width: 1366, height: 768, event: 'announcement' } as const;

const root = join(import.meta.dirname, '../..');
const directory = join(root, process.env['BROWSER_TESTS_SITE'] ?? 'dist');
const folder = join(root, 'docs/images');

const served = await serve({ directory, host: '127.0.0.1', port: 0 });
if (served.kind !== 'serving') throw new Error(`The built site cannot be served: ${served.kind}`);
const executablePath = findChromium(process.env);
const browser = await chromium.launch({
  args: [...CHROMIUM_FLAGS],
  ...(executablePath === null ? {} : { executablePath }),
});
await mkdir(folder, { recursive: true });
const page = await browser.newPage({ viewport: picture, colorScheme: 'light', locale: 'en-GB' });
await page.goto(served.url);
await live(page);
await page.evaluate(() => document.fonts.ready);
await page.locator(`.mr-marker[data-events~="${picture.event}"]:visible`).hover();
await page.locator(`.mr-event.is-open[data-event="${picture.event}"]`).waitFor();
await page.screenshot({ path: join(folder, `${picture.name}.png`) });
await browser.close();
await served.close();
