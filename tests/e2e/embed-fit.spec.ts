import { drawingFaults } from './drawing-faults.ts';
import { CHARTS, expect, noteMessages, onlyFrame, test } from './embed-host.ts';

const SIZES = [
  [280, 220],
  [320, 240],
  [360, 300],
  [320, 480],
  [480, 320],
  [360, 550],
  [640, 400],
  [700, 500],
  [800, 450],
  [1000, 420],
  [1280, 600],
] as const;

for (const chart of CHARTS) {
  test(`${chart}: everything stands inside every frame from 280 × 220 up, readable and apart`, async ({
    page,
    charts,
  }) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.goto(charts.frame(chart));
      await page.locator('.mr-live').waitFor({ state: 'attached' });
      const found = await page.evaluate(() => {
        const bottom = (selector: string): number =>
          document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
        const source = document.querySelector('.caption-source')?.getBoundingClientRect();
        const stage = document.querySelector('.mr-stage');
        return {
          overflow: document.documentElement.scrollHeight - window.innerHeight,
          sideways: document.documentElement.scrollWidth - window.innerWidth,
          scrolled: (stage?.scrollHeight ?? 0) - (stage?.clientHeight ?? 0),
          caption: bottom('figcaption') <= window.innerHeight,
          covered: (source?.top ?? 0) < (document.querySelector('.stage-box')?.getBoundingClientRect().bottom ?? 0),
          shown: [...document.querySelectorAll('.mr-variant')].filter((variant) => variant.clientWidth > 0).length,
        };
      });
      expect(found, `${width} × ${height}`).toEqual({
        overflow: 0,
        sideways: 0,
        scrolled: 0,
        caption: true,
        covered: false,
        shown: 1,
      });
      expect(await page.evaluate(drawingFaults), `${width} × ${height}`).toEqual([]);
    }
  });
}

test('a drawing uses the room that its frame has, in width or in height', async ({ page, charts }) => {
  for (const chart of CHARTS) {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.goto(charts.frame(chart));
      const share = await page.evaluate(() => {
        const box = document.querySelector('.stage-box')?.getBoundingClientRect();
        const drawing = [...document.querySelectorAll('.mr-variant')].find((one) => one.clientWidth > 0);
        const { width: w, height: h } = drawing?.getBoundingClientRect() ?? { width: 0, height: 0 };
        return (w * h) / ((box?.width ?? 1) * (box?.height ?? 1));
      });
      // A tall narrow frame of two panels is the one place between two drawings.
      const least = chart === 'daily' && height > width ? 0.45 : 0.7;
      expect(share, `${chart} ${width} × ${height}`).toBeGreaterThanOrEqual(least);
    }
  }
});

test('in the smallest frame a card takes the room below the chart too, and stays inside the frame', async ({
  page,
  charts,
}) => {
  await page.setViewportSize({ width: 280, height: 220 });
  for (const chart of CHARTS) {
    await page.goto(charts.frame(chart));
    await page.locator('.mr-live').waitFor({ state: 'attached' });
    await page.locator('.mr-variant:visible [data-events="announcement"]').hover();
    const card = await page.locator('.mr-card:not([hidden])').boundingBox();
    const { y = 0, height = 0 } = card ?? {};
    expect(height, chart).toBeGreaterThanOrEqual(96);
    expect([y >= 0, y + height <= 220], chart).toEqual([true, true]);
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth, scrollHeight];
    });
    expect(size, chart).toEqual([280, 220]);
  }
});

test('on a ground that is not known the number in a filled marker can be read', async ({ page, charts }) => {
  await page.goto(charts.frame('overlay', '?theme=transparent'));
  const number = page.locator('.mr-variant:visible [data-events="announcement"] text');
  expect(await number.evaluate((text) => getComputedStyle(text).fill)).toBe('rgb(255, 255, 255)');
});

test('in forced colours the number in a filled marker can be read', async ({ page, charts }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(charts.frame('overlay'));
  const marker = page.locator('.mr-variant:visible [data-events="announcement"]');
  const fill = (part: string): Promise<string> =>
    marker.locator(part).evaluate((element) => getComputedStyle(element).fill);
  expect(await fill('text')).not.toBe(await fill('circle'));
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

test('it tells its height in the dialect that is asked for, and in no other', async ({ page, host, charts }) => {
  const messages = await noteMessages(page);
  for (const [dialect, form] of DIALECTS) {
    const address = charts.frame('overlay', `?dialect=${dialect}`);
    await page.goto(host.page(`<iframe src="${address}" title="Chart" width="700" height="900"></iframe>`));
    await expect.poll(async () => (await messages()).length).toBeGreaterThan(1);
    const told = (await messages()).filter((message) => !JSON.stringify(message).includes('market-reaction:ready'));
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
