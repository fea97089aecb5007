import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '@extractus/oembed-extractor';
import { serve, type Served } from '../../src/node/serve.ts';
import { siteMiddleware } from '../../src/node/site-middleware.ts';
import { expect, onlyFrame, test } from './embed-host.ts';

const root = join(import.meta.dirname, '../..');

/** Builds the site for an address, as somebody would who puts it there. */
function build(out: string, baseUrl: string): Promise<void> {
  const args = ['--import', 'tsx', 'src/node/build.ts', '--out', out, '--base-url', baseUrl];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`The build ended with ${code}.`));
    });
  });
}

// One build for all of them.
test.describe.configure({ mode: 'default' });

test.describe('a program that knows of this site only that it speaks oEmbed', () => {
  let folder = '';
  let served: Served;
  let base = '';

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    folder = await mkdtemp(join(tmpdir(), 'market-reaction-oembed-'));
    // The server is there before its files, so that they can be built for its address.
    served = await serve({ directory: folder, host: '127.0.0.1', port: 0, before: siteMiddleware(folder) });
    if (served.kind !== 'serving') throw new Error(`The site cannot be served: ${served.kind}`);
    base = `http://localhost:${served.port}/`;
    await build(folder, base);
  });
  test.afterAll(async () => {
    if (served.kind === 'serving') await served.close();
    await rm(folder, { recursive: true });
  });

  test('finds the answer through the frame page, and its HTML shows the chart in a page of its own', async ({
    page,
    host,
  }) => {
    const chart = `${base}embed/nvidia-h20/daily/`;
    const answer = await extract(chart);
    expect(answer).toMatchObject({
      method: 'auto-discovery',
      version: '1.0',
      type: 'rich',
      provider_name: 'Market Reaction',
      provider_url: base,
      thumbnail_url: `${chart}light-2x.png`,
    });
    await page.goto(host.page(String(answer['html'])));
    await expect(page.locator('iframe')).toHaveAttribute('title', answer.title ?? '');
    const size = await page.locator('iframe').evaluate((frame) => [frame.clientWidth, frame.clientHeight]);
    expect(size).toEqual([answer['width'], answer['height']]);
    const frame = await onlyFrame(page);
    expect(frame.url()).toBe(chart);
    await expect(frame.locator('.mr-plot').first()).toBeInViewport({ ratio: 1 });
    await expect(frame.locator('figcaption')).toBeInViewport({ ratio: 1 });
    await frame.locator('.mr-marker[data-events="announcement"]:visible').hover();
    await expect(frame.locator('.mr-strip.is-chosen')).toBeVisible();
  });

  test('finds the opening chart through the address of the dashboard, in the size that it asks for', async ({
    page,
    host,
  }) => {
    const answer = await extract(base, { maxwidth: 480, maxheight: 400 });
    expect(answer).toMatchObject({ method: 'auto-discovery', type: 'rich', width: 480, height: 400 });
    await page.goto(host.page(String(answer['html'])));
    const frame = await onlyFrame(page);
    expect(frame.url()).toBe(`${base}embed/nvidia-h20/overlay/`);
    await expect(frame.locator('[class^="mr-line-"] path')).toHaveCount(2);
    await expect(frame.locator('figcaption')).toBeInViewport({ ratio: 1 });
  });

  test('gets one answer for every size from a host of files alone', async () => {
    const plain = await serve({ directory: folder, host: '127.0.0.1', port: 0 });
    if (plain.kind !== 'serving') throw new Error(`The site cannot be served: ${plain.kind}`);
    // What is asked of the site's own address goes to the host of files.
    const ask = (address: string): Promise<Response> => fetch(address.replace(base, plain.url));
    const chart = `${base}embed/nvidia-h20/overlay/`;
    const answers = [await extract(chart, {}, ask), await extract(chart, { maxwidth: 900 }, ask)];
    await plain.close();
    expect(answers[0]).toMatchObject({ method: 'auto-discovery', type: 'rich' });
    expect(answers[1]).toEqual(answers[0]);
  });
});

test('a site that was built without its address offers no oEmbed answer', async ({ charts }) => {
  await expect(extract(charts.frame('overlay'))).rejects.toThrow('No oEmbed link found');
});
