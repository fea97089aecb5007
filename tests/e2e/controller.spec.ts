import { expect, type Page, test as base } from '@playwright/test';
import { controllerPage, controllerScript, parts } from './fixtures/controller-page.ts';

/** The controller on a hand-made page, alone: no build of the site, no React. */
const test = base.extend<{ errors: string[] }>({
  errors: [
    async ({ page }, provide) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await provide(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

const POLICY = "default-src 'none'; script-src http://chart.test/controller.js; style-src 'unsafe-inline'";

const ATTACH = `
globalThis.calls = [];
const note = (name) => (...values) => calls.push([name, ...values]);
globalThis.controller = controllerModule.attachController(document.querySelector('figure'), {
  language: 'en-GB', zone: 'Europe/Berlin', onPin: note('pin'), onStep: note('step'), onBrush: note('brush'),
});`;

/** Serves the page, under a policy that forbids every other script, and attaches the controller. */
async function open(page: Page, change: (html: string) => string = (html) => html): Promise<void> {
  const html = change(await controllerPage());
  const script = `${await controllerScript()};${ATTACH}`;
  await page.route('http://chart.test/**', async (route) => {
    const isScript = route.request().url().endsWith('.js');
    await route.fulfill({
      contentType: isScript ? 'text/javascript' : 'text/html',
      headers: isScript ? {} : { 'content-security-policy': POLICY },
      body: isScript ? script : html.replace('</body>', '<script src="/controller.js"></script></body>'),
    });
  });
  await page.goto('http://chart.test/');
}

const run = async <Value>(page: Page, script: string): Promise<Value> => page.evaluate<Value>(script);

/** Where a session of a series stands on the screen, from the page's own data. */
async function at(page: Page, session: string, series = 0): Promise<{ x: number; y: number }> {
  return run(
    page,
    `(() => {
      const data = JSON.parse(document.querySelector('.mr-data').textContent);
      const element = [...document.querySelectorAll('.mr-variant')].find((one) => one.clientWidth);
      const { width, panels: [{ plot, x, y }] } = data.variants[element.dataset.size];
      const box = element.getBoundingClientRect();
      const one = data.series[${series}];
      const i = one.sessions.indexOf('${session}');
      return {
        x: box.x + (plot[0] + (one.x[i] - x[0]) / (x[1] - x[0]) * plot[2]) * box.width / width,
        y: box.y + (plot[1] + (1 - (one.y[i] - y[0]) / (y[1] - y[0])) * plot[3]) * box.width / width,
      };
    })()`,
  );
}

async function hover(page: Page, session: string): Promise<void> {
  const { x, y } = await at(page, session);
  await page.mouse.move(x, y + 30);
}

const tooltip = (page: Page) => page.locator('.mr-tooltip');
const hovered = (page: Page) => page.locator('.mr-card:not(.is-pinned)');
const pinned = (page: Page) => page.locator('.mr-card.is-pinned');
const marker = (page: Page, event: string) => page.locator(`.mr-variant[data-size=l] [data-events~=${event}]`);
const dots = async (page: Page) =>
  run<number>(
    page,
    "[...document.querySelectorAll('.mr-dot')].filter((dot) => dot.getBoundingClientRect().width).length",
  );
const calls = async (page: Page) => run<unknown[][]>(page, 'calls');

test('the tooltip gives local date, close, move on the day and since the base, per market', async ({ page }) => {
  await open(page);
  await hover(page, '2025-07-15');
  // 5431.29 / 5283.49 = 1.02797, and 20677.80 / 20640.33 = 1.00182; the base is the close before, so both are equal.
  await expect(tooltip(page)).toHaveText(
    /Tue 15 Jul 2025, Hong Kong.*Hang Seng TECH.*5,431\.29.*\+2\.80\u00a0%.*\+2\.80\u00a0%.*Tue 15 Jul 2025, New York.*Nasdaq Composite.*20,677\.80.*\+0\.18\u00a0%.*\+0\.18\u00a0%/,
  );
  expect(await dots(page)).toBe(2);
  await page.mouse.move(2, 2);
  await expect(tooltip(page)).toBeHidden();
});

test('a market that did not trade is named', async ({ page }) => {
  await open(page);
  await hover(page, '2025-07-04');
  await expect(tooltip(page)).toContainText('Fri 4 Jul 2025, Hong Kong');
  await expect(tooltip(page)).toContainText('New York did not trade');
  await expect(page.locator('.mr-tip-row:not(.mr-tip-head) > :not(:first-child):visible')).toHaveCount(3);
  expect(await dots(page)).toBe(1);
});

for (const width of [280, 360, 768, 1280]) {
  test(`the tooltip neither covers the pointer nor leaves the stage at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    await open(page);
    const stage = await page.locator('.mr-stage').boundingBox();
    if (!stage) throw new Error('no stage');
    const faults: string[] = [];
    for (let across = 0.06; across < 0.75; across += 0.06) {
      for (const down of [0.25, 0.5, 0.8]) {
        const [x, y] = [stage.x + stage.width * across, stage.y + stage.height * down];
        await page.mouse.move(x, y);
        await expect(tooltip(page)).toBeVisible();
        await run(page, 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
        const box = await tooltip(page).boundingBox();
        if (!box) throw new Error('no tooltip');
        const covers = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
        const leaves =
          box.x < stage.x - 1 ||
          box.x + box.width > stage.x + stage.width + 1 ||
          box.y < stage.y - 1 ||
          box.y + box.height > stage.y + stage.height + 1;
        if (covers || leaves) faults.push(`${x},${y}: ${JSON.stringify(box)} in ${JSON.stringify(stage)}`);
      }
    }
    expect(faults).toEqual([]);
  });
}

test('the rule stands still within a date, and the tooltip within a few pixels', async ({ page }) => {
  await open(page);
  const [hongKong, newYork, next] = [
    await at(page, '2025-07-15'),
    await at(page, '2025-07-15', 1),
    await at(page, '2025-07-16'),
  ];
  expect(newYork.x).toBeGreaterThan(hongKong.x);
  const places = async () => [await page.locator('.mr-rule').boundingBox(), await tooltip(page).boundingBox()];
  const y = hongKong.y + 30;
  await page.mouse.move(hongKong.x, y);
  await expect(tooltip(page)).toContainText('Tue 15 Jul 2025');
  const [rule, tip] = await places();
  // 2 + 3 pixels away: fewer than the eight that the tooltip waits for.
  await page.mouse.move(hongKong.x + 2, y + 3);
  expect(await places()).toEqual([rule, tip]);
  await page.mouse.move(newYork.x, y + 20);
  const [sameRule, movedTip] = await places();
  expect(sameRule).toEqual(rule);
  expect(movedTip?.y).toBeGreaterThan(tip?.y ?? Infinity);
  await page.mouse.move(next.x, y);
  await expect(tooltip(page)).toContainText('Wed 16 Jul 2025');
  const [nextRule] = await places();
  expect(nextRule?.x).toBeCloseTo(next.x - 0.5, 0);
});

test('moves over the plot read no layout and change nothing but text, transforms and marks', async ({ page }) => {
  await open(page);
  await hover(page, '2025-07-10');
  await expect(tooltip(page)).toBeVisible();
  const places = [];
  for (const session of ['2025-07-11', '2025-07-17', '2025-07-29', '2025-06-20']) places.push(await at(page, session));
  await run(
    page,
    `globalThis.reads = 0;
     for (const [owner, name] of [[Element.prototype, 'getBoundingClientRect'], [Element.prototype, 'getClientRects']]) {
       const original = owner[name];
       owner[name] = function () { reads += 1; return original.call(this); };
     }
     for (const name of ['offsetWidth', 'offsetHeight', 'offsetTop', 'offsetLeft']) {
       const original = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name);
       Object.defineProperty(HTMLElement.prototype, name, { get() { reads += 1; return original.get.call(this); } });
     }
     globalThis.changed = new Set();
     new MutationObserver((records) => records.forEach(({ type, attributeName, target }) => {
       if (!target.closest?.('.mr-cursor, .mr-tooltip')) changed.add(target.nodeName);
     })).observe(document, { subtree: true, childList: true, attributes: true });`,
  );
  for (const { x, y } of places) await page.mouse.move(x, y + 30);
  await expect(tooltip(page)).toContainText('Fri 20 Jun 2025');
  expect(await run(page, 'reads')).toBe(0);
  expect(await run(page, '[...changed]')).toEqual([]);
});

test('hover, focus and tap open one card, which stays while it is hovered and closes with Escape', async ({ page }) => {
  await open(page);
  await marker(page, 'announcement').hover();
  await expect(hovered(page)).toContainText('Nvidia says that it will sell the H20');
  await hovered(page).hover();
  await expect(hovered(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hovered(page)).toBeHidden();
  await marker(page, 'speech').hover();
  await expect(hovered(page)).toContainText('Huang opens');
  await page.mouse.move(2, 2);
  await expect(hovered(page)).toBeHidden();
  await marker(page, 'announcement').focus();
  await expect(hovered(page)).toContainText('Nvidia says');
  await page.mouse.move(200, 300);
  await expect(hovered(page)).toBeVisible();
});

test('a card tells the reader’s own time, unless it tells the time of that zone already', async ({ page }) => {
  await open(page);
  await marker(page, 'announcement').hover();
  // 00:00 UTC is 02:00 in Berlin in summer (UTC+2).
  await expect(hovered(page)).toContainText('For you Tue 15 Jul 2025, 02:00 CEST');
  await expect(hovered(page)).not.toContainText('In Berlin');
});

test('a card stands inside the stage and does not cover its marker', async ({ page }) => {
  for (const [width, height] of [
    [280, 640],
    [360, 640],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page);
    const mark = page.locator('[data-events~=announcement]:visible');
    await mark.focus();
    const [card, own, stage] = await Promise.all([
      hovered(page).boundingBox(),
      mark.boundingBox(),
      page.locator('.mr-stage').boundingBox(),
    ]);
    if (!card || !own || !stage) throw new Error('not drawn');
    expect(
      card.y >= own.y + own.height ||
        card.y + card.height <= own.y ||
        card.x >= own.x + own.width ||
        card.x + card.width <= own.x,
    ).toBe(true);
    expect(card.x).toBeGreaterThanOrEqual(stage.x - 1);
    expect(card.x + card.width).toBeLessThanOrEqual(stage.x + stage.width + 1);
    expect(card.y + card.height).toBeLessThanOrEqual(height);
  }
});

test('at most one card is pinned and one hovered, and the close button gives the focus back', async ({ page }) => {
  await open(page);
  await marker(page, 'announcement').click();
  await expect(pinned(page)).toContainText('Nvidia says');
  await expect(hovered(page)).toBeHidden();
  await marker(page, 'speech').hover();
  await expect(hovered(page)).toContainText('Huang opens');
  await expect(page.locator('.mr-card:visible')).toHaveCount(2);
  await pinned(page).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page.locator('.mr-card:visible')).toHaveCount(0);
  await expect(marker(page, 'announcement')).toBeFocused();
  expect((await calls(page)).filter(([name]) => name === 'pin')).toEqual([
    ['pin', 'announcement'],
    ['pin', null],
  ]);
});

test('a cluster opens one card that lists its events', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page);
  await page.locator('[data-events]:visible').hover();
  await expect(page.locator('.mr-card:visible .mr-card-event')).toHaveText([/Nvidia says/, /Huang opens/]);
  await expect(page.locator('li.is-lit')).toHaveCount(2);
});

test('a marker and its list item light up together, both ways', async ({ page }) => {
  await open(page);
  const figure = page.locator('figure');
  await marker(page, 'speech').hover();
  await expect(page.locator('li.is-lit')).toHaveText([/Huang opens/]);
  await expect(figure).toHaveAttribute('data-emphasis', 'speech');
  await page.locator('li a', { hasText: 'Nvidia says' }).hover();
  await expect(marker(page, 'announcement')).toHaveClass(/is-lit/);
  await expect(figure).toHaveAttribute('data-emphasis', 'announcement');
  await page.mouse.move(2, 2);
  await expect(figure).not.toHaveAttribute('data-emphasis');
  await page.locator('li a', { hasText: 'Huang opens' }).focus();
  await expect(marker(page, 'speech')).toHaveClass(/is-lit/);
});

test('the keys read sessions and series aloud', async ({ page }) => {
  await open(page);
  const live = page.locator('.mr-live');
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('Home');
  await expect(live).toHaveText(/^Hang Seng TECH, Mon 16 Jun 2025, Hong Kong: /);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  // Twenty dates after 16 June on which either market traded: 19 June and 1 July were Hong Kong's or New York's alone.
  await expect(live).toHaveText(/Mon 14 Jul 2025/);
  await page.keyboard.press('ArrowRight');
  await expect(live).toHaveText(
    'Hang Seng TECH, Tue 15 Jul 2025, Hong Kong: 5,431.29, +2.80\u00a0% on the day, +2.80\u00a0% since the close of 14 July.',
  );
  await page.keyboard.press('ArrowDown');
  await expect(live).toHaveText(/^Nasdaq Composite, Tue 15 Jul 2025, New York: 20,677\.80/);
  for (let count = 0; count < 7; count += 1) await page.keyboard.press('ArrowLeft');
  await expect(live).toHaveText('Fri 4 Jul 2025: New York did not trade.');
  await page.keyboard.press('End');
  await expect(live).toHaveText(/Tue 12 Aug 2025/);
  await page.keyboard.press('Escape');
  await expect(tooltip(page)).toBeHidden();
});

test('the keys go from event to event, pin, and list themselves', async ({ page }) => {
  await open(page);
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.mr-stage')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(marker(page, 'announcement')).toBeFocused();
  await expect(page.locator('.mr-live')).toHaveText('Event 2, Nvidia says that it will sell the H20 in China again');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(marker(page, 'speech')).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(marker(page, 'speech')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pinned(page)).toContainText('Huang opens');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.mr-stage')).toBeFocused();
  await expect(tooltip(page)).toContainText('Aug 2025, Hong Kong');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('previous, next session');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await expect(page.locator('.mr-stage')).toBeFocused();
  await expect(pinned(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pinned(page)).toBeHidden();
});

test('keys do nothing outside the stage, in an input, or with another modifier', async ({ page }) => {
  await open(page, (html) =>
    html.replace('<div class="mr-drawing">', '<input aria-label="Search"><div class="mr-drawing">'),
  );
  await page.locator('#after').focus();
  for (const key of ['ArrowRight', 'Home', '?', 'Alt+ArrowUp']) await page.keyboard.press(key);
  await page.getByLabel('Search').focus();
  for (const key of ['ArrowRight', 'Home', '?']) await page.keyboard.press(key);
  await page.locator('.mr-stage').focus();
  for (const key of ['Control+ArrowRight', 'Meta+ArrowRight', 'Shift+ArrowRight', 'Control+Home'])
    await page.keyboard.press(key);
  await expect(tooltip(page)).toBeHidden();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the stage is the only tab stop while no card is open', async ({ page }) => {
  await open(page);
  await page.locator('#before').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.mr-stage')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Previous event' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(hovered(page)).toContainText('Nvidia says');
  await page.keyboard.press('Enter');
  await expect(hovered(page)).toContainText('Huang opens');
  await expect(page.getByRole('button', { name: 'Next event' })).toBeFocused();
});

test('a new drawing keeps the pinned card, the focus and the session', async ({ page }) => {
  await open(page);
  const { drawing } = await parts('live');
  const takeOver = async (): Promise<void> => {
    await page.evaluate((markup) => {
      const holder = document.querySelector('.mr-drawing');
      if (holder) holder.innerHTML = markup;
    }, drawing);
    await run(page, 'controller.refresh()');
  };
  await marker(page, 'announcement').click();
  await page.locator('.mr-stage').focus();
  await page.keyboard.press('End');
  await takeOver();
  await expect(page.locator('[data-note=baked]')).toHaveCount(0);
  await expect(pinned(page)).toContainText('Nvidia says');
  await expect(marker(page, 'announcement')).toHaveClass(/is-lit/);
  await expect(tooltip(page)).toContainText('Tue 12 Aug 2025');
  await page.keyboard.press('ArrowLeft');
  await expect(tooltip(page)).toContainText('Mon 11 Aug 2025');
  await marker(page, 'speech').focus();
  await takeOver();
  await expect(marker(page, 'speech')).toBeFocused();
  await expect(hovered(page)).toContainText('Huang opens');
  await expect(page.locator('.mr-cursor')).toHaveCount(1);
});

test('a drag selects sessions, and Escape gives it up', async ({ page }) => {
  await open(page);
  const [from, to] = [await at(page, '2025-07-08'), await at(page, '2025-07-22')];
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y);
  await expect(page.locator('.mr-brush')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y);
  await expect(page.locator('.mr-brush')).toBeVisible();
  await page.mouse.up();
  expect((await calls(page)).filter(([name]) => name === 'brush')).toEqual([['brush', '2025-07-08', '2025-07-22']]);
  await expect(page.locator('.mr-brush')).toBeHidden();
});

test('a closed details gives no error, and the right place once it is open', async ({ page }) => {
  await open(page, (html) =>
    html.replace('<figure', '<details><summary>Chart</summary><figure').replace('</figure>', '</figure></details>'),
  );
  await run(page, "controller.pin('announcement'); controller.stepTo('2025-07-15'); controller.refresh()");
  await page.getByText('Chart', { exact: true }).click();
  await expect(pinned(page)).toBeVisible();
  const [card, mark] = [await pinned(page).boundingBox(), await marker(page, 'announcement').boundingBox()];
  expect(card?.y).toBeGreaterThanOrEqual((mark?.y ?? 0) + (mark?.height ?? 0));
  await hover(page, '2025-07-15');
  await expect(tooltip(page)).toContainText('5,431.29');
});

test('the page can pin, step and detach', async ({ page }) => {
  await open(page);
  await run(page, "controller.pin('speech'); controller.stepTo('2025-07-15')");
  await expect(pinned(page)).toContainText('Huang opens');
  await expect(tooltip(page)).toContainText('Tue 15 Jul 2025');
  expect(await calls(page)).toEqual([['step', '2025-07-15', 'HSTECH']]);
  await run(page, "controller.focusEvent('announcement')");
  await expect(marker(page, 'announcement')).toBeFocused();
  await run(page, 'controller.detach()');
  await expect(page.locator('.mr-card, .mr-cursor, .mr-tooltip, .mr-live, .is-lit, [data-emphasis]')).toHaveCount(0);
  await hover(page, '2025-07-15');
  await page.keyboard.press('Home');
  await expect(page.locator('.mr-tooltip')).toHaveCount(0);
});

test('it works in a sandboxed frame without an origin', async ({ page }) => {
  const frame = (await controllerPage()).replace(
    '</body>',
    `<script>${(await controllerScript()).replaceAll('</script', '<\\/script')};${ATTACH}
    try { localStorage; document.title = 'open'; } catch { document.title = 'blocked'; }</script></body>`,
  );
  await page.setContent('<iframe sandbox="allow-scripts" width="900" height="700" title="Chart"></iframe>');
  await page.locator('iframe').evaluate((element, markup) => element.setAttribute('srcdoc', markup), frame);
  const inside = page.frameLocator('iframe');
  await expect(inside.locator('.mr-live')).toHaveCount(1);
  expect(await inside.locator('html').evaluate(() => document.title)).toBe('blocked');
  await inside.locator('.mr-variant[data-size=l] [data-events=speech]').hover();
  await expect(inside.locator('.mr-card:visible')).toContainText('Huang opens');
  await inside.locator('.mr-stage').focus();
  await page.keyboard.press('End');
  await expect(inside.locator('.mr-tooltip')).toContainText('Tue 12 Aug 2025');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 640 } });

  test('a tap reads a session, which stays, and a tap on a marker opens its card', async ({ page }) => {
    await open(page);
    const { x, y } = await at(page, '2025-07-15');
    await page.touchscreen.tap(x, y);
    await expect(tooltip(page)).toContainText('Tue 15 Jul 2025');
    await page.locator('[data-events]:visible').tap();
    await expect(pinned(page)).toContainText('Nvidia says');
    await expect(tooltip(page)).toBeHidden();
    await pinned(page).getByRole('button', { name: 'Close' }).tap();
    await page.touchscreen.tap(x, y);
    await expect(tooltip(page)).toBeVisible();
    await page.locator('figcaption').tap();
    await expect(tooltip(page)).toBeHidden();
  });

  test('sliding sideways scrubs, and the page still scrolls', async ({ page }) => {
    await open(page, (html) => html.replace('<main>', '<main style="padding-bottom: 2000px">'));
    const { x, y } = await at(page, '2025-07-08');
    const end = await at(page, '2025-07-15');
    const session = await page.context().newCDPSession(page);
    const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x, y }]);
    await expect(tooltip(page)).toContainText('Tue 8 Jul 2025');
    for (let share = 0.2; share < 1.1; share += 0.2) await touch('touchMove', [{ x: x + (end.x - x) * share, y }]);
    await expect(tooltip(page)).toContainText('Tue 15 Jul 2025');
    await touch('touchEnd', []);
    await expect(tooltip(page)).toBeVisible();
    await touch('touchStart', [{ x, y }]);
    for (let far = 20; far <= 160; far += 20) await touch('touchMove', [{ x, y: y - far }]);
    await touch('touchEnd', []);
    await expect.poll(() => run<number>(page, 'scrollY')).toBeGreaterThan(50);
  });
});
