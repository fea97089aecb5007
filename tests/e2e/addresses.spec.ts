import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHARTS, expect, test } from './embed-host.ts';
import { attached, live } from './show-view.ts';

const directory = join(import.meta.dirname, '../..', process.env['BROWSER_TESTS_SITE'] ?? 'dist');

/** A kind of address that stands in wikis and letters, and what has to be in sight. */
const dashboards: readonly (readonly [query: string, selector: string, words: string | RegExp])[] = [
  ['', '.row[aria-label="Range"] [aria-current]', '±10'],
  ['?range=5', '.row[aria-label="Range"] [aria-current]', '±5'],
  ['?range=20', '.row[aria-label="Range"] [aria-current]', '±20'],
  ['?range=60', '.row[aria-label="Range"] [aria-current]', '±60'],
  ['?range=1y', '.row[aria-label="Range"] [aria-current]', '1 y'],
  ['?range=all', '.row[aria-label="Range"] [aria-current]', 'All'],
  ['?range=2025-06-02..2025-07-31', '.row[aria-label="Range"]', 'Reset'],
  ['?event=speech', '.mr-event.is-open', 'Jensen Huang'],
  ['?show=IXIC,HSTECH,SPX', '.mr-end-label:visible >> nth=2', 'S&P 500'],
  ['?chart=event-time', '.mr-tick:visible >> nth=0', /^[−0]/],
  ['?chart=daily', '.mr-title:visible >> nth=0', 'Nasdaq Composite'],
  ['?chart=multiples', '.mr-heading >> nth=0', 'Washington restricts the H20'],
  ['?base=2025-06-03', '.mr-title:visible', '3 June 2025'],
  ['?base=restriction', '.mr-title:visible', '15 April 2025'],
  ['?scale=percent', '.mr-level.is-reference:visible >> nth=0', /^0\s?%$/],
  ['?scale=points', '.mr-panel >> nth=1', 'Hang Seng TECH'],
  ['?study=nvidia-h20&chart=daily', '.mr-title:visible >> nth=0', 'Nasdaq Composite'],
  ['?model=market&estimation=-120..-11', '.chosen-opinion >> nth=0', 'part of the effect is removed'],
];

test('every kind of address of the dashboard opens what it named', async ({ page }) => {
  test.setTimeout(180_000);
  for (const [query, selector, words] of dashboards) {
    await page.goto(`./${query}`);
    await live(page);
    await expect.soft(page.locator(selector).first(), query).toContainText(words);
    await expect.soft(page.locator('.notices p'), query).toHaveCount(0);
  }
});

test('an address that pins an event out of range opens it, and Back leads out of the page', async ({ page }) => {
  await page.goto('./studies/nvidia-h20/study.json');
  await page.goto('./?event=restriction');
  await live(page);
  await expect(page.locator('.mr-marker[data-events~="restriction"]:visible')).toHaveCount(1);
  await page.goBack();
  await expect.poll(() => page.url()).toMatch(/study\.json$/);
});

test('every kind of address of a frame opens what it named', async ({ page, charts }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 700, height: 500 });
  const frames: readonly (readonly [query: string, selector: string, words: string | RegExp])[] = [
    ['?range=5', '.choice[aria-current]', '±5'],
    ['?range=20', '.choice[aria-current]', '±20'],
    ['?event=speech', '.mr-strip', 'Jensen Huang'],
    ['?show=IXIC,NVDA', '.mr-end-label:visible >> nth=1', 'Nvidia'],
    ['?scale=points', '.mr-panel >> nth=1', 'Hang Seng TECH'],
    ['?base=2025-06-03', '.mr-title:visible', '3 Jun'],
    ['?theme=dark&range=60', '.choice[aria-current]', '±60'],
  ];
  for (const [query, selector, words] of frames) {
    await page.goto(charts.frame('overlay', query));
    await attached(page);
    await expect(page.locator('.mr-drawing')).toBeVisible();
    await expect.soft(page.locator(selector).first(), query).toContainText(words);
  }
  for (const chart of CHARTS) {
    await page.goto(charts.frame(chart, '?range=20&event=announcement'));
    await attached(page);
    await expect.soft(page.locator('.mr-strip'), chart).toContainText('Nvidia says');
  }
});

test('every frozen page opens, and every picture and file beside a frame', async ({ page, site }) => {
  const frozen = readdirSync(join(directory, 'frozen'));
  expect(frozen.length).toBeGreaterThanOrEqual(CHARTS.length);
  for (const hash of frozen) {
    await page.goto(`./frozen/${hash}/`);
    await attached(page);
    await expect(page.locator('.mr-plot path').first()).toBeVisible();
  }
  for (const chart of CHARTS) {
    for (const name of [
      'light.png',
      'dark.png',
      'light-2x.png',
      'dark-2x.png',
      'light.svg',
      'dark.svg',
      'frame.json',
      'latest.json',
    ]) {
      expect((await fetch(new URL(`embed/nvidia-h20/${chart}/${name}`, site.url))).status).toBe(200);
    }
  }
});
