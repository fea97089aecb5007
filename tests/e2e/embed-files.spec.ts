import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { CHARTS, expect, test } from './embed-host.ts';

const directory = join(import.meta.dirname, '../..', process.env['BROWSER_TESTS_SITE'] ?? 'dist');
const file = (path: string): string => join(directory, path);
const text = (path: string): Promise<string> => readFile(file(path), 'utf8');

/** What MediaWiki's upload filter refuses in an SVG. */
const REFUSED =
  /<script|<foreignObject|<style|<image|\son[a-z]+=|javascript:|@import|@font-face|xlink|xmlns:[a-z]|var\(/i;

test.describe('the files of the embeds', () => {
  test('hold a page of at most 12 KiB, compressed, with its style rules', async () => {
    for (const chart of CHARTS) {
      const html = await text(`embed/nvidia-h20/${chart}/index.html`);
      expect(brotliCompressSync(html).byteLength, chart).toBeLessThanOrEqual(12 * 1024);
    }
  });

  test('hold SVGs that pass MediaWiki’s upload filter, and PNGs of their own size and of twice that', async () => {
    for (const chart of CHARTS) {
      for (const theme of ['light', 'dark']) {
        const svg = await text(`embed/nvidia-h20/${chart}/${theme}.svg`);
        expect(svg, `${chart} ${theme}`).not.toMatch(REFUSED);
        expect(svg).toMatch(/<title id="title">[^<]+<\/title><desc id="desc">[^<]+<\/desc>/);
        const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
        for (const [name, scale] of [
          [theme, 1],
          [`${theme}-2x`, 2],
        ] as const) {
          const png = await readFile(file(`embed/nvidia-h20/${chart}/${name}.png`));
          // Width and height stand at the bytes 16 and 20 of every PNG.
          const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
          expect(size).toEqual([scale * Number(width), scale * Number(height)]);
        }
      }
    }
  });

  test('hold SVGs that librsvg draws, where it is there', async () => {
    const drawn = spawnSync('rsvg-convert', [file('embed/nvidia-h20/overlay/dark.svg')]);
    if (drawn.error === undefined) {
      expect(drawn.status).toBe(0);
      expect(drawn.stdout.byteLength).toBeGreaterThan(10_000);
    }
  });

  test('hold a frozen copy of the newest version of every chart, which names itself', async () => {
    for (const chart of CHARTS) {
      const folder = `embed/nvidia-h20/${chart}/`;
      const { version, frozen } = JSON.parse(await text(`${folder}latest.json`)) as { version: string; frozen: string };
      expect(await text(join(folder, frozen, 'index.html'))).toContain(`data-version="${version}" data-frozen`);
      expect(await text(join(folder, frozen, 'light.svg'))).toBe(await text(`${folder}light.svg`));
    }
  });

  test('keep the custom element below 4 KiB, compressed, in one script', async () => {
    const script = await readFile(file('market-reaction.js'));
    expect(brotliCompressSync(script).byteLength).toBeLessThan(4 * 1024);
    expect(script.toString()).not.toMatch(/\bimport\s*["'{*]|\bfrom\s*["']/);
  });
});

test('a frozen chart answers with its own scripts, and tells of a newer version in one line', async ({
  page,
  site,
}) => {
  const folder = 'embed/nvidia-h20/overlay/';
  const { frozen } = JSON.parse(await text(`${folder}latest.json`)) as { frozen: string };
  const address = new URL(frozen, new URL(folder, site.url)).href;
  await page.goto(address);
  await page.locator('.mr-marker[data-events="speech"]:visible').hover();
  await expect(page.locator('.mr-strip.is-chosen')).toContainText('Jensen Huang');
  await expect(page.locator('.newer')).toHaveCount(0);
  await page.route('**/latest.json', (route) => route.fulfill({ json: { version: 'another' } }));
  await page.goto(address);
  await expect(page.locator('.newer')).toHaveText('There is a newer version of this chart.');
});
