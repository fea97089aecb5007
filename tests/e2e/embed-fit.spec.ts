import type { Frame, Page } from '@playwright/test';
import { CHARTS, expect, noteMessages, onlyFrame, test } from './embed-host.ts';
import { frameFaults } from './frame-faults.ts';
import { attached } from './show-view.ts';

test('in the smallest frame all that is known of an event lies over the frame, and Back takes it away', async ({
  page,
  charts,
}) => {
  await page.setViewportSize({ width: 280, height: 220 });
  for (const chart of CHARTS) {
    await page.goto(charts.frame(chart));
    await attached(page);
    await expect(page.locator('.mr-strip')).toBeHidden();
    const marker = page.locator('.mr-marker[data-events~="announcement"]:visible').first();
    await marker.click();
    await expect(page.locator('.mr-strip')).toContainText('Nvidia says that it will');
    await page.getByRole('button', { name: 'more' }).click();
    const sheet = page.getByRole('dialog', { name: 'Nvidia says that it will sell the H20 in China again' });
    expect(await sheet.boundingBox(), chart).toEqual({ x: 0, y: 0, width: 280, height: 220 });
    await sheet.getByRole('button', { name: 'Back' }).click();
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: 'more' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.mr-strip')).toBeHidden();
    expect(await page.evaluate(frameFaults), chart).toEqual([]);
  }
});

test('in a small frame the source stands behind a sign that opens it, with scripts and without', async ({
  browser,
  charts,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 280, height: 220 } });
    const page = await context.newPage();
    await page.goto(charts.frame('overlay'));
    await expect(page.locator('figcaption')).toBeHidden();
    await page.getByRole('button', { name: 'Source' }).click();
    await expect(page.locator('figcaption')).toContainText('Source: Nasdaq');
    await expect(page.locator('.caption-source')).toBeInViewport({ ratio: 1 });
    await context.close();
  }
});

test('on a ground that is not known the number in a filled marker can be read', async ({ page, charts }) => {
  await page.goto(charts.frame('overlay', '?theme=transparent'));
  const number = page.locator('.mr-marker[data-events="announcement"]:visible .mr-sign');
  expect(await number.evaluate((sign) => getComputedStyle(sign).color)).toBe('rgb(255, 255, 255)');
});

test('in forced colours the number in a filled marker can be read', async ({ page, charts }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(charts.frame('overlay'));
  const sign = page.locator('.mr-marker[data-events="announcement"]:visible .mr-sign');
  const [number, ground] = await sign.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  });
  expect(number).not.toBe(ground);
});

test('the height that it wants depends on its width alone, and shrinks as well as grows', async ({
  page,
  host,
  charts,
}) => {
  const messages = await noteMessages(page);
  await page.goto(
    host.page(`<iframe src="${charts.frame('overlay')}" title="Chart" width="700" height="900"></iframe>`),
  );
  await onlyFrame(page);
  const heights = async (): Promise<number[]> =>
    (await messages()).flatMap((message) =>
      typeof message === 'object' && message !== null && 'height' in message ? [Number(message.height)] : [],
    );
  const resize = (width: number, height: number): Promise<void> =>
    page.evaluate(
      ([w, h]) => void Object.assign(document.querySelector('iframe') ?? {}, { width: w, height: h }),
      [width, height],
    );
  await expect.poll(async () => (await heights()).length).toBe(1);
  const [wide = 0] = await heights();
  await resize(700, 300);
  await resize(340, 300);
  await expect.poll(async () => (await heights()).at(-1)).not.toBe(wide);
  await resize(700, 1200);
  await expect.poll(async () => (await heights()).at(-1)).toBe(wide);
});

const DIALECTS: readonly (readonly [dialect: string, form: (height: number, address: string) => unknown])[] = [
  ['datawrapper', (height) => ({ 'datawrapper-height': { 'nvidia-h20': height } })],
  ['amp', (height) => ({ sentinel: 'amp', type: 'embed-size', height })],
  ['medium', (height, src) => JSON.stringify({ src, context: 'iframe.resize', height })],
  ['federated-wiki', (height) => ({ action: 'resize', height })],
  ['confluence', (height) => ({ confluenceFrameHeight: height })],
];

test('a dialect is all that it speaks: nothing else is said, whatever is touched', async ({ page, host, charts }) => {
  const messages = await noteMessages(page);
  for (const [dialect, form] of DIALECTS) {
    const address = charts.frame('overlay', `?dialect=${dialect}`);
    await page.goto(host.page(`<iframe src="${address}" title="Chart" width="700" height="900"></iframe>`));
    const frame = await onlyFrame(page);
    await frame.locator('.mr-marker[data-events="announcement"]:visible').click();
    await expect(frame.locator('.mr-strip.is-chosen')).toBeVisible();
    await expect.poll(async () => (await messages()).length).toBeGreaterThan(0);
    const told = await messages();
    const height = Number(/(\d{3})\D*$/.exec(JSON.stringify(told))?.[1]);
    expect(told, dialect).toEqual([form(height, address)]);
  }
});

test('the theme follows the address, then the host’s messages; an unknown one is left alone', async ({
  page,
  host,
  charts,
}) => {
  await page.goto(
    host.page(
      `<iframe src="${charts.frame('overlay', '?theme=dark')}" title="Chart" width="700" height="600"></iframe>`,
    ),
  );
  const frame = await onlyFrame(page);
  const paper = (): Promise<string> => frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const send = (message: unknown): Promise<void> =>
    page.evaluate((data) => window.frames[0]?.postMessage(data, '*'), message);
  expect(await paper()).toBe('rgb(21, 24, 28)');
  await send({ type: 'set-theme', theme: 'light' });
  await expect.poll(paper).toBe('rgb(251, 250, 247)');
  await send({ confluenceColorMode: 'dark' });
  await expect.poll(paper).toBe('rgb(21, 24, 28)');
  await send({ type: 'set-theme', theme: 'plaid' });
  await send({ type: 'set-theme', theme: 'transparent' });
  await expect.poll(paper).toBe('rgba(0, 0, 0, 0)');
});

test('without a theme it is light in a frame, whatever the reader’s system, and as the system by itself', async ({
  page,
  host,
  charts,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const ground = (of: Frame | Page): Promise<string> =>
    of.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  for (const [query, expected] of [
    ['', 'rgb(251, 250, 247)'],
    ['?theme=auto', 'rgb(21, 24, 28)'],
  ] as const) {
    await page.goto(host.page(`<iframe src="${charts.frame('overlay', query)}" title="Chart"></iframe>`));
    expect(await ground(await onlyFrame(page)), query).toBe(expected);
  }
  await page.goto(charts.frame('overlay'));
  expect(await ground(page)).toBe('rgb(21, 24, 28)');
});

test('on paper every theme has the inks of light, and what is filled stays filled', async ({ page, host, charts }) => {
  for (const theme of ['light', 'dark', 'transparent', 'auto']) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await page.goto(
      host.page(
        `<iframe src="${charts.frame('overlay', `?theme=${theme}`)}" title="Chart" width="700" height="501"></iframe>`,
      ),
    );
    const frame = await onlyFrame(page);
    await page.emulateMedia({ media: 'print' });
    const inks = await frame.locator('.mr-marker.is-centre:visible .mr-sign').evaluate((sign) => {
      const { backgroundColor, printColorAdjust } = getComputedStyle(sign);
      return [backgroundColor, printColorAdjust, getComputedStyle(document.documentElement).color];
    });
    expect(inks, theme).toEqual(['rgb(27, 29, 32)', 'exact', 'rgb(27, 29, 32)']);
  }
});

test('what is opened in a frame of fixed height can be reached and closed, at every width', async ({
  page,
  host,
  charts,
}) => {
  for (const width of [380, 700, 1200]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(
      host.page(`<iframe src="${charts.frame('overlay')}" title="Chart" width="${width}" height="501"></iframe>`),
    );
    const frame = await onlyFrame(page);
    const summary = frame.getByText('Events and table');
    const place = (): Promise<number> => summary.evaluate((one) => one.getBoundingClientRect().y);
    const before = await place();
    await summary.click();
    expect(await place(), String(width)).toBe(before);
    await expect(frame.locator('.mr-event').first()).toBeInViewport();
    await frame.locator('.data-table [scope=row]').last().scrollIntoViewIfNeeded();
    await expect(frame.locator('.data-table [scope=row]').last()).toBeInViewport();
    await summary.click();
    await expect(frame.locator('.mr-event').first()).toBeHidden();
    expect(await place(), String(width)).toBe(before);
  }
});

test('on a dark page no theme paints a white box', async ({ browser, host, charts, strays }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    strays.watch(context);
    const page = await context.newPage();
    for (const theme of ['dark', 'transparent']) {
      await page.goto(
        host.page(
          `<body style="margin:0;background:#101418"><iframe src="${charts.frame('overlay', `?theme=${theme}`)}" title="Chart" width="600" height="520" frameborder="0"></iframe>`,
        ),
      );
      await onlyFrame(page);
      // The corner of the frame, as the reader sees it.
      const corner = await page.screenshot({ clip: { x: 1, y: 1, width: 4, height: 4 } });
      const brightness = await page.evaluate(async (data) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const canvas = document.createElement('canvas').getContext('2d');
        canvas?.drawImage(image, 0, 0);
        return Math.max(...(canvas?.getImageData(1, 1, 1, 1).data.slice(0, 3) ?? [255]));
      }, corner.toString('base64'));
      expect(brightness, `${theme} on a ${colorScheme} system`).toBeLessThan(40);
    }
    await context.close();
  }
});
