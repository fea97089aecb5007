import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { whole } from './show-view.ts';

const said = (page: Page): Promise<string[]> =>
  page
    .locator('.reaction .said')
    .evaluateAll((all) => all.map((one) => (one.textContent ?? '').replaceAll('\u00a0', ' ')));

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`./${query}`);
  await whole(page);
}

test('the page says how unusual the moves were before any script runs', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page.locator('.standfirst')).toContainText('Hang Seng TECH moves that much on one day in six');
  expect(await said(page)).toHaveLength(2);
  await expect(page.locator('.claims > li')).toHaveCount(4);
  await page.locator('.figures summary').first().click();
  await expect(page.locator('.figure-table').first()).toBeVisible();
  await context.close();
});

test('taking the page over moves nothing in the panel and the claims', async ({ page }) => {
  await page.goto('./');
  const boxes = (): Promise<unknown> =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.standfirst, [data-island="reaction"] :is(h2, h3, .said, svg, figcaption, td), .claims p',
        ),
      ]
        .filter((element) => element.closest('details') === null)
        .map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          return [left, top + scrollY, width, height].map((value) => Math.round(value * 10) / 10).join();
        }),
    );
  const shown = ':is(.standfirst, .said)';
  await page.evaluate(() => document.fonts.ready);
  const before = await boxes();
  await whole(page);
  await expect(page.locator(shown).first()).toBeVisible();
  expect(await boxes()).toEqual(before);
});

for (const [event, moves] of [
  ['restriction', ['fell 3.07% on 16 April 2025', 'fell 3.72% on 16 April 2025']],
  ['announcement', ['rose 0.18% on 15 July 2025', 'rose 2.80% on 15 July 2025']],
  ['speech', ['rose 0.25% on 16 July 2025', 'fell 0.24% on 16 July 2025']],
] as const) {
  test(`the panel tells of ${event} where the address asks for it, and Back undoes a choice`, async ({ page }) => {
    await open(page, `?event=${event}`);
    const sentences = await said(page);
    for (const [index, move] of moves.entries()) expect(sentences[index]).toContain(move);
    const other = page.locator('.event-words a:not([aria-current])').first();
    await other.click();
    await expect.poll(() => said(page)).not.toEqual(sentences);
    await page.goBack();
    await expect.poll(() => said(page)).toEqual(sentences);
  });
}

test('a pointer on the distribution says which session it was and what the overlay looked like then', async ({
  page,
}) => {
  await open(page);
  const plot = page.locator('.reaction').nth(1).locator('.ordinary-plot');
  const picked = page.locator('.reaction').nth(1).locator('.picked-day');
  await plot.scrollIntoViewIfNeeded();
  await expect(picked).toContainText('Tue 15 Jul 2025');
  const before = await picked.locator('polyline').first().getAttribute('points');
  const box = await plot.boundingBox();
  if (box === null) throw new Error('the distribution has no box');
  await page.mouse.move(box.x + 2, box.y + box.height - 30);
  await expect(picked).toContainText('Mon 7 Apr 2025');
  await expect(picked.locator('b')).toHaveText(/−17\.16\s?%/);
  await expect(picked).toContainText('7 April 2025: ');
  expect(await picked.locator('polyline').first().getAttribute('points')).not.toBe(before);
  await page.mouse.move(0, 0);
  await expect(picked).toContainText('Tue 15 Jul 2025');
});

test('the keyboard walks through the ordinary days', async ({ page }) => {
  await open(page);
  const control = page.getByRole('slider', { name: /Hang Seng TECH/ });
  const picked = page.locator('.reaction').nth(1).locator('.picked-day');
  await control.focus();
  await page.keyboard.press('Home');
  await expect(picked).toContainText('Mon 7 Apr 2025');
  await page.keyboard.press('ArrowRight');
  // The next largest fall of the ordinary days: Hong Kong on 8 October 2024.
  await expect(picked).toContainText('Tue 8 Oct 2024');
  await page.keyboard.press('Escape');
  await expect(picked).toContainText('Tue 15 Jul 2025');
});

test('the second opinion is one click away, stands beside the default and in the address', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: /^Second opinion/ }).click();
  expect(new URL(page.url()).search).toBe('?model=market&estimation=-120..-11');
  await expect(page.locator('.chosen-opinion')).toHaveCount(2);
  await expect(page.locator('.chosen-opinion').first()).toContainText('so part of the effect is removed');
  expect((await said(page))[1]).toContain('40 of 237 ordinary days');
  await page.getByRole('link', { name: /^Default/ }).click();
  expect(new URL(page.url()).search).toBe('');
  await expect(page.locator('.chosen-opinion')).toHaveCount(0);
});

test('a reader’s own windows are taken, and told apart from those that cannot be', async ({ page }) => {
  await open(page);
  await page.getByText('Choose the method yourself').click();
  const field = page.getByLabel('Ordinary days');
  await field.fill('-200..-21');
  await field.press('Enter');
  expect(new URL(page.url()).searchParams.get('estimation')).toBe('-200..-21');
  await page.getByLabel('Ordinary days').fill('-60..-2');
  await page.getByLabel('Ordinary days').press('Enter');
  await expect(page.locator('.problem')).toContainText('overlaps the event window');
  expect((await said(page))[1]).toContain('40 of 237 ordinary days');
});

test('a claim leads to its session in the chart', async ({ page }) => {
  await open(page, '?range=5&base=restriction');
  await page.locator('[data-claim="nasdaq-record"] a').click();
  expect(new URL(page.url()).search).toBe('?event=announcement');
  await expect(page.locator('.mr-stage')).toBeInViewport();
});

/** Text boxes of the panel that leave the page or their picture, are too small, or lie on one another. */
function textFaults(): string[] {
  const faults: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  for (const svg of document.querySelectorAll('[data-island="reaction"] figure svg')) {
    const texts = [...svg.querySelectorAll(':scope > text, :scope > g > text')];
    const boxes = texts.map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() }));
    for (const [index, { text, box }] of boxes.entries()) {
      if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.push(`“${text}” is clipped`);
      if (Number.parseFloat(getComputedStyle(texts[index] ?? svg).fontSize) < 11) faults.push(`“${text}” is too small`);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          box.right <= other.box.left ||
          other.box.right <= box.left ||
          box.bottom <= other.box.top ||
          other.box.bottom <= box.top;
        if (!apart) faults.push(`“${text}” and “${other.text}” meet`);
      }
    }
  }
  return faults;
}

for (const width of [280, 360, 768, 1280, 1600]) {
  test(`at ${width} px no text of the panel is clipped, small or on another`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const faults: Record<string, string[]> = {};
    for (const query of [
      '',
      '?event=restriction&model=market&estimation=-120..-11',
      '?event=speech&show=IXIC,HSTECH,NVDA',
    ]) {
      await open(page, query);
      await page.locator('.figures').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      await expect(page.locator('.abnormal-path').first()).toBeVisible();
      const found = await page.evaluate(textFaults);
      if (found.length > 0) faults[query] = found;
    }
    expect(faults).toEqual({});
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the panel and the claims have no fault that axe knows, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, '?model=market&estimation=-120..-11');
    await page.locator('.figures, .method').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await expect(page.locator('.abnormal-path').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .include('[data-island="lead"]')
      .include('[data-island="reaction"]')
      .include('[data-island="claims"]')
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
  });
}
