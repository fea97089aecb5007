import type { Page } from '@playwright/test';
import { DAY_ZEROS, type Expected, expectedOf, type Wanted } from './closes-in-range.ts';
import { expect, test } from './embed-host.ts';
import { attached, holdTakeOver, live } from './show-view.ts';

/** Every preset of the overlay around every event, and two stretches of dates. */
const links: readonly (readonly [query: string, wanted: Wanted])[] = [
  ...[5, 10, 20, 60].flatMap((around) =>
    (Object.keys(DAY_ZEROS) as (keyof typeof DAY_ZEROS)[]).map(
      (event) => [`?range=${around}&base=${event}`, { around, event }] as const,
    ),
  ),
  ['?range=2025-06-02..2025-07-31', { from: '2025-06-02', to: '2025-07-31', event: 'announcement' }],
  ['?range=2025-05-05..2025-08-01&base=speech', { from: '2025-05-05', to: '2025-08-01', event: 'speech' }],
];

/** What the chart shows now: the stretch in sight in days and in per cent of the base, and the ends of its lines. */
function shownIn(page: Page) {
  return page.evaluate(() => {
    const box = document.querySelector('.mr-plot svg[preserveAspectRatio]')?.getAttribute('viewBox') ?? '';
    const [left = 0, top = 0, width = 0, height = 0] = box.split(' ').map(Number);
    const labels = [...document.querySelectorAll('.mr-end-label')].filter((one) => one.getClientRects().length > 0);
    labels.sort((a, b) => Number(a.getAttribute('data-series')) - Number(b.getAttribute('data-series')));
    return {
      from: left,
      to: left + width,
      low: -top - height,
      high: -top,
      ends: labels.map((one) => one.querySelector('span')?.textContent.split(' ')[0] ?? ''),
      isVisible: document.querySelector('.mr-drawing')?.checkVisibility({ visibilityProperty: true }) ?? false,
    };
  });
}

/** The stretch is the closes' own to a quarter of a day; upwards the axis holds all of them and little more. */
function expectShown(shown: Awaited<ReturnType<typeof shownIn>>, expected: Expected, query: string): void {
  expect.soft(shown.isVisible, query).toBe(true);
  expect.soft(Math.abs(shown.from - expected.from), `${query}: from`).toBeLessThan(0.25);
  expect.soft(Math.abs(shown.to - expected.to), `${query}: to`).toBeLessThan(0.25);
  expect.soft(shown.low, `${query}: low`).toBeLessThanOrEqual(expected.low);
  expect.soft(shown.high, `${query}: high`).toBeGreaterThanOrEqual(expected.high);
  expect.soft((expected.high - expected.low) / (shown.high - shown.low), `${query}: height`).toBeGreaterThan(0.5);
  expect.soft(shown.ends, `${query}: ends`).toEqual(expected.ends);
}

test('a link to any range and base shows its chart before React has come', async ({ page }) => {
  test.setTimeout(120_000);
  await holdTakeOver(page);
  for (const [query, wanted] of links) {
    await page.goto(`./${query}`);
    await attached(page);
    expectShown(await shownIn(page), expectedOf(wanted), query);
  }
});

test('React leaves what a link has shown as it stands', async ({ page }) => {
  for (const [query, wanted] of [links[0], links[11], links[12]] as typeof links) {
    await page.goto(`./${query}`);
    await live(page);
    expectShown(await shownIn(page), expectedOf(wanted), query);
  }
});

test('in a frame a link to any range and base shows its chart, and nothing of React is asked for', async ({
  page,
  charts,
}) => {
  test.setTimeout(120_000);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.setViewportSize({ width: 700, height: 500 });
  for (const [query, wanted] of links) {
    await page.goto(charts.frame('overlay', query));
    await attached(page);
    await expect(page.locator('.mr-drawing')).toBeVisible();
    expectShown(await shownIn(page), expectedOf(wanted), query);
  }
  expect(scripts.filter((path) => /embed-entry|main-|panels|react/i.test(path))).toEqual([]);
});

test('until the linked range is in sight no other one is shown', async ({ page, charts }) => {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = (): void => {
      const drawing = document.querySelector('.mr-drawing');
      if (drawing?.checkVisibility({ visibilityProperty: true })) {
        seen.add(drawing.querySelector('svg[preserveAspectRatio]')?.getAttribute('viewBox') ?? '');
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const seen = (): Promise<number> => page.evaluate(() => (window as Window & { seen?: Set<string> }).seen?.size ?? 0);
  for (const query of ['?range=all', '?base=2025-06-03&scale=percent', '?chart=daily', '?scale=points']) {
    await page.goto(`./${query}`);
    await live(page);
    await expect.poll(seen, query).toBe(1);
  }
  for (const query of ['?range=all', '?base=2025-06-03', '?show=IXIC,NVDA']) {
    await page.goto(charts.frame('overlay', query));
    await attached(page);
    await expect(page.locator('.mr-drawing')).toBeVisible();
    await expect.poll(seen, query).toBe(1);
  }
});

test('the scale of a link is told by its axis before React has come', async ({ page }) => {
  await holdTakeOver(page);
  await page.goto('./?scale=percent&base=2025-06-03');
  await attached(page);
  await expect(page.locator('.mr-title:visible')).toContainText('3 June 2025');
  await expect(page.locator('.mr-level.is-reference:visible').first()).toHaveText(/^0\s?%$/);
});

test('each range that is chosen is a step that Back undoes, without another drawing', async ({ page }) => {
  await page.goto('./');
  await live(page);
  const opening = await shownIn(page);
  await page.evaluate(() => Object.assign(document.querySelector('.mr-drawing') ?? {}, { isTheSame: true }));
  await page.getByRole('link', { name: 'all sessions' }).click();
  await expect.poll(async () => (await shownIn(page)).from).toBeLessThan(1);
  await page.getByRole('link', { name: '60 sessions either side' }).click();
  const sixty = expectedOf({ around: 60, event: 'announcement' });
  await expect.poll(async () => Math.abs((await shownIn(page)).from - sixty.from)).toBeLessThan(0.25);
  await page.goBack();
  await expect.poll(async () => (await shownIn(page)).from).toBeLessThan(1);
  await page.goBack();
  await expect.poll(() => shownIn(page)).toEqual(opening);
  await page.goForward();
  await expect.poll(async () => (await shownIn(page)).from).toBeLessThan(1);
  expect(
    await page.evaluate(() => 'isTheSame' in (document.querySelector('.mr-drawing') ?? {})),
    'the drawing that came with the page',
  ).toBe(true);
});
