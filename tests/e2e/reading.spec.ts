import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { placeOf } from './session-place.ts';
import { attached, holdTakeOver, live } from './show-view.ts';

const date = (page: Page) => page.locator('.mr-read-date');
const figures = (page: Page) => page.locator('.mr-read-end:not([hidden]) .mr-read-figure');
const said = (page: Page) => page.locator('.mr-live');
const isRead = (page: Page) => page.locator('.mr-stage.is-reading');

/** The page as it is before the dashboard takes it over: the controller alone. */
async function open(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await holdTakeOver(page);
  await page.goto('./');
  await attached(page);
  await page.locator('.mr-stage').scrollIntoViewIfNeeded();
}

async function hover(page: Page, session: string): Promise<void> {
  const { x, y } = await placeOf(page, session);
  await page.mouse.move(x, y + 40);
}

test('a pointer reads both markets: the date once in the row of the title, the figures in the gutter', async ({
  page,
}) => {
  await open(page);
  await hover(page, '2025-07-15');
  await expect(date(page)).toHaveText('Tue 15 Jul 2025');
  // 20,677.80 / 20,640.33 = 1.00182, and 5,431.29 / 5,283.49 = 1.02797.
  await expect(figures(page)).toHaveText(['+0.18%', '+2.80%']);
  await expect(page.locator('.mr-read-end:not([hidden]) .mr-read-close')).toHaveText(['20,677.80', '5,431.29']);
  const [plot, ...cells] = await page.evaluate(() =>
    ['.mr-plot', '.mr-read', '.mr-read-end'].flatMap((selector) =>
      [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    ),
  );
  const isOver = ({ left, right, top, bottom }: DOMRect): boolean =>
    left < (plot?.right ?? 0) && right > (plot?.left ?? 0) && top < (plot?.bottom ?? 0) && bottom > (plot?.top ?? 0);
  expect(cells.filter(isOver)).toEqual([]);
  await page.mouse.move(2, 2);
  await expect(isRead(page)).toHaveCount(0);
  await expect(date(page)).toBeHidden();
});

test('the dots stand on the closes, each at the instant of its exchange’s close', async ({ page }) => {
  await open(page);
  await hover(page, '2025-07-15');
  await expect(isRead(page)).toHaveCount(1);
  const dots = await page.locator('.mr-dot').evaluateAll((all) =>
    all.map((dot) => {
      const { left, top, width, height } = dot.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );
  for (const [index, id] of (['IXIC', 'HSTECH'] as const).entries()) {
    const place = await placeOf(page, '2025-07-15', id);
    expect(Math.hypot((dots[index]?.x ?? 0) - place.x, (dots[index]?.y ?? 0) - place.y), id).toBeLessThan(1);
  }
  // Hong Kong closes twelve hours before New York: half a day of some thirty in sight.
  const [hongKong, newYork] = [await placeOf(page, '2025-07-15'), await placeOf(page, '2025-07-15', 'IXIC')];
  const nextDay = await placeOf(page, '2025-07-16');
  expect((newYork.x - hongKong.x) / (nextDay.x - hongKong.x)).toBeCloseTo(0.5, 2);
});

test('a market that did not trade is named', async ({ page }) => {
  await open(page);
  await hover(page, '2025-07-04');
  await expect(date(page)).toHaveText('Fri 4 Jul 2025');
  await expect(page.locator('.mr-read')).toContainText('New York did not trade');
});

test('moves over the plot read no layout and change nothing outside the cursor', async ({ page }) => {
  await open(page);
  await hover(page, '2025-07-10');
  await expect(isRead(page)).toHaveCount(1);
  const places = [];
  for (const session of ['2025-07-11', '2025-07-17', '2025-07-24', '2025-07-03']) {
    places.push(await placeOf(page, session));
  }
  await page.evaluate(() => {
    const seen = { reads: 0, changed: new Set<string>() };
    Object.assign(window, { seen });
    const { getBoundingClientRect } = Element.prototype;
    Element.prototype.getBoundingClientRect = function counted(this: Element) {
      seen.reads += 1;
      return getBoundingClientRect.call(this);
    };
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (!element?.closest('.mr-cursor, .mr-live')) seen.changed.add(element?.className.toString() ?? '');
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  for (const { x, y } of places) await page.mouse.move(x, y + 40);
  await expect(date(page)).toHaveText('Thu 3 Jul 2025');
  const [reads, changed] = await page.evaluate(() => {
    const { seen } = window as never as { seen: { reads: number; changed: Set<string> } };
    return [seen.reads, [...seen.changed]];
  });
  expect([reads, changed]).toEqual([0, []]);
});

test('the keys read sessions and series aloud', async ({ page }) => {
  await open(page);
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('Home');
  // Ten sessions of Hong Kong before 15 July: 1 July was a holiday there.
  await expect(said(page)).toHaveText(/^Hang Seng TECH, Mon 30 Jun 2025, Hong Kong: |^Nasdaq Composite, /);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await expect(said(page)).toContainText('Tue 29 Jul 2025');
  await hover(page, '2025-07-14');
  await page.keyboard.press('ArrowRight');
  await expect(said(page)).toContainText('Tue 15 Jul 2025');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(
    /^Nasdaq Composite, Tue 15 Jul 2025, New York: 20,677\.80, \+0\.18.%? ?on the day|^Nasdaq Composite, Tue 15 Jul 2025, New York: 20,677\.80/,
  );
  await page.keyboard.press('ArrowDown');
  await expect(said(page)).toHaveText(
    'Hang Seng TECH, Tue 15 Jul 2025, Hong Kong: 5,431.29, +2.80% on the day, +2.80% since the base, event 2.',
  );
  await page.keyboard.press('Escape');
  await expect(isRead(page)).toHaveCount(0);
});

test('keys do nothing outside the stage, or with another modifier', async ({ page }) => {
  await open(page);
  await page.locator('.skip').focus();
  for (const key of ['ArrowRight', 'Home', '?', 'Alt+ArrowUp']) await page.keyboard.press(key);
  await page.locator('.mr-stage').focus();
  for (const key of ['Control+ArrowRight', 'Meta+ArrowRight', 'Control+Home']) await page.keyboard.press(key);
  await expect(isRead(page)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the stage is one stop; a question mark lists the keys, and Escape gives the focus back', async ({ page }) => {
  await open(page);
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('earlier, later sessions');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(page.locator('.mr-stage')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.mr-stage'))).toBeNull();
});

test('a drag selects sessions, Escape gives it up, and Shift with an arrow shows later ones', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./');
  await live(page);
  await page.locator('.mr-stage').scrollIntoViewIfNeeded();
  const [from, to] = [await placeOf(page, '2025-07-08'), await placeOf(page, '2025-07-22')];
  const search = (): string => new URL(page.url()).search;
  await page.mouse.move(to.x, to.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, to.y + 30);
  await expect(page.locator('.mr-brush')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.mr-brush')).toBeHidden();
  expect(search()).toBe('');
  await page.mouse.move(to.x, to.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + 30);
  await page.mouse.up();
  await expect.poll(search).toBe('?range=2025-07-08..2025-07-22');
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('Shift+ArrowRight');
  // Five sessions of New York on: 8 July is followed by 9, 10, 11, 14 and 15, 22 July by 23, 24, 25, 28 and 29.
  await expect.poll(search).toBe('?range=2025-07-15..2025-07-29');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(search).toBe('?range=2025-07-08..2025-07-22');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  const start = async (page: Page): Promise<void> => {
    await holdTakeOver(page);
    await page.goto('./');
    await attached(page);
    await page.locator('.mr-stage').scrollIntoViewIfNeeded();
  };

  test('a tap reads a session, which stays until another tap, and markers are 44 px to hit', async ({ page }) => {
    await start(page);
    const { x, y } = await placeOf(page, '2025-07-10');
    await page.touchscreen.tap(x, y + 20);
    await expect(date(page)).toHaveText('Thu 10 Jul 2025');
    // Twenty pixels beside the middle of a marker is still the marker.
    const marker = await page.locator('.mr-marker[data-events~="announcement"]:visible').first().boundingBox();
    const { x: left = 0, y: top = 0, width = 0, height = 0 } = marker ?? {};
    await page.touchscreen.tap(left + width / 2 - 20, top + height / 2);
    await expect(page.locator('.mr-event.is-open')).toContainText('Nvidia says');
    await expect(isRead(page)).toHaveCount(0);
  });

  test('sliding sideways reads on, and the page still scrolls', async ({ page }) => {
    await start(page);
    const { x, y } = await placeOf(page, '2025-07-08');
    const end = await placeOf(page, '2025-07-22');
    const session = await page.context().newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x, y }]);
    await expect(date(page)).toHaveText('Tue 8 Jul 2025');
    for (let share = 0.2; share < 1.1; share += 0.2) await touch('touchMove', [{ x: x + (end.x - x) * share, y }]);
    await expect(date(page)).toHaveText('Tue 22 Jul 2025');
    await touch('touchEnd', []);
    await expect(isRead(page)).toHaveCount(1);
    const before = await page.evaluate(() => window.scrollY);
    await touch('touchStart', [{ x, y }]);
    for (let far = 20; far <= 160; far += 20) await touch('touchMove', [{ x, y: y - far }]);
    await touch('touchEnd', []);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 50);
  });
});
