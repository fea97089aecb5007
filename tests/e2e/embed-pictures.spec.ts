import { formText } from '../../src/embed/forms.ts';
import { subject } from '../embed/subject.ts';
import { CHARTS, expect, onlyFrame, readStorage, test } from './embed-host.ts';

test('pictures of every chart show in a page that allows no frames, each with its own state in the path', async ({
  page,
  host,
  charts,
}) => {
  const folder = (chart: string): string => `${charts.url}embed/nvidia-h20/${chart}/`;
  const texts = CHARTS.flatMap((chart) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['png', 'svg'] as const).map((kind) => {
        const address = `${folder(chart)}${theme}.${kind}`;
        const one = { png: address, png2x: address.replace('.png', '-2x.png'), svg: address };
        const pictures = { light: one, dark: one };
        return formText('picture', { ...subject, alt: `${chart} ${theme} ${kind}`, pictures });
      }),
    ),
  );
  await page.goto(host.page(texts.join(''), { 'Content-Security-Policy': "frame-src 'self'; script-src 'none'" }));
  const images = page.getByRole('img');
  await expect(images).toHaveCount(16);
  for (const image of await images.all()) {
    await expect
      .poll(() => image.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)))
      .toBeGreaterThan(600);
    expect(await image.getAttribute('src')).toMatch(/\/(?:light|dark)\.(?:png|svg)$/);
  }
});

test('a picture is there on paper, and opens by itself as a page', async ({ page, charts }) => {
  const address = `${charts.url}embed/nvidia-h20/overlay/light.svg`;
  await page.goto(address);
  await expect(page.locator('svg title')).toHaveText('Closes around the announcement · Nvidia and the H20, July 2025');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width)).toBeGreaterThan(600);
  expect(
    await page.locator('svg').evaluate((svg) => svg.querySelectorAll('script, foreignObject, [onload]').length),
  ).toBe(0);
});

test('the dashboard itself works in a sandbox without an origin, where reading any storage throws', async ({
  page,
  host,
  charts,
}) => {
  await page.goto(
    host.page(
      `<iframe sandbox="allow-scripts" src="${charts.url}#/of/the=host" title="Dashboard" width="1000" height="700"></iframe>`,
    ),
  );
  const frame = await onlyFrame(page);
  expect(await readStorage(frame)).toBe('SecurityError');
  await frame.getByRole('button', { name: 'Embed' }).and(frame.locator(':visible')).waitFor();
  await frame.locator('.mr-marker[data-events~="announcement"]:visible').hover();
  await expect(frame.locator('.mr-event.is-open')).toContainText('Nvidia says');
});
