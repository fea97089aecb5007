import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHARTS, expect, onlyFrame, readStorage, test } from './embed-host.ts';

const directory = join(import.meta.dirname, '../..', process.env['BROWSER_TESTS_SITE'] ?? 'dist');
/** What the strip below the plot tells of the event at hand. */
const TOLD = '.mr-strip.is-chosen .mr-strip-words';
const SHOWN = '.mr-marker[data-events="announcement"]:visible';

/** Folder of the frozen copy of a chart's newest version, relative to the site. */
async function frozenFolder(chart: string): Promise<string> {
  const latest = await readFile(join(directory, `embed/nvidia-h20/${chart}/latest.json`), 'utf8');
  return `frozen/${(JSON.parse(latest) as { version: string }).version}/`;
}

test('a frozen chart answers in a cross-site frame, and asks for its own files and the newest version only', async ({
  page,
  host,
  charts,
}) => {
  const folder = `${charts.url}${await frozenFolder('overlay')}`;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(host.page(`<iframe src="${folder}#/of/the=host" title="Chart" width="700" height="600"></iframe>`));
  const frame = await onlyFrame(page);
  expect(await readStorage(frame)).toBe('SecurityError');
  await frame.locator('.mr-live').waitFor({ state: 'attached' });
  await frame.locator(SHOWN).hover();
  await expect(frame.locator(TOLD)).toContainText('Nvidia says that it will sell the H20 in China again');
  // Other ranges are of the same drawing, and so of the figures of the same day.
  await frame.getByRole('button', { name: '±60' }).click();
  await expect(frame.locator('.mr-marker[data-events~="restriction"]:visible')).toHaveCount(1);
  const ours = asked.filter((address) => address.startsWith(charts.url));
  expect(ours.filter((address) => !address.startsWith(folder))).toEqual([
    `${charts.url}embed/nvidia-h20/overlay/latest.json`,
  ]);
  expect(await page.context().cookies()).toEqual([]);
});

test('a frozen chart in a sandbox without an origin answers, and learns of a newer version', async ({
  page,
  host,
  charts,
}) => {
  await page.route('**/latest.json', (route) =>
    route.fulfill({ json: { version: 'another' }, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  const folder = `${charts.url}${await frozenFolder('daily')}`;
  await page.goto(
    host.page(`<iframe sandbox="allow-scripts" src="${folder}" title="Chart" width="700" height="420"></iframe>`),
  );
  const frame = await onlyFrame(page);
  expect(await frame.evaluate(() => window.origin)).toBe('null');
  await expect(frame.locator('.newer')).toHaveText('There is a newer version of this chart.');
  // The line takes its room from the drawing, not from caption and source.
  expect(await frame.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
  await frame.locator(SHOWN).hover();
  await expect(frame.locator(TOLD)).toBeVisible();
});

test('a frozen chart stands still in a sandbox without scripts, fits the smallest frame and stays on paper', async ({
  page,
  host,
  charts,
  strays,
}) => {
  strays.expected.push(/sandboxed/);
  for (const chart of CHARTS) {
    const folder = `${charts.url}${await frozenFolder(chart)}`;
    await page.goto(
      host.page(`<iframe sandbox="" src="${folder}" title="Chart" width="280" height="220" frameborder="0"></iframe>`),
    );
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('.mr-plot').first()).toBeInViewport({ ratio: 1 });
    await inside.getByRole('button', { name: 'Source' }).click();
    await expect(inside.locator('.caption-source')).toBeInViewport({ ratio: 1 });
    await inside.getByRole('button', { name: 'Source' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(inside.locator('.mr-plot').first()).toBeInViewport({ ratio: 1 });
    await expect(inside.locator('.caption-source')).toBeInViewport({ ratio: 1 });
    await page.emulateMedia({ media: 'screen' });
  }
});

test('a frozen chart and its files carry no header that a frame could be refused for', async ({ site }) => {
  const folder = await frozenFolder('overlay');
  for (const name of ['', 'light.png', 'dark.svg']) {
    const { status, headers } = await fetch(new URL(`${folder}${name}`, site.url));
    expect([status, headers.get('access-control-allow-origin'), headers.get('x-frame-options')]).toEqual([
      200,
      '*',
      null,
    ]);
    expect(headers.get('content-security-policy') ?? '').not.toContain('frame-ancestors');
    expect(headers.get('cross-origin-embedder-policy')).toBeNull();
  }
});
