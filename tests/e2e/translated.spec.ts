import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { live } from './show-view.ts';
import { sharedTexts, translate } from './translated.ts';

/**
 * Works the control at a place in the order in which they stand in the page, as a reader would, and lets the page
 * answer. What it was, or null where there is none.
 */
async function workControl(index: number): Promise<string | null> {
  const controls = ['a[href^="./"]', 'a[href^="?"]', 'summary', 'input', 'select', '.ways-on button'];
  const selector = `[data-island] :is(${controls.join(', ')}), .event-steps button, .mr-marker`;
  const control = document.querySelectorAll<HTMLElement>(selector)[index];
  if (control === undefined) return null;
  const name = `${control.localName} ${index} ${control.ariaLabel ?? control.textContent.trim()}`.slice(0, 60);
  const set = (of: object, value: string, event: string): void => {
    Object.getOwnPropertyDescriptor(of, 'value')?.set?.call(control, value);
    control.dispatchEvent(new Event(event, { bubbles: true }));
  };
  if (control instanceof HTMLSelectElement) {
    set(HTMLSelectElement.prototype, [...control.options].at(-1)?.value ?? '', 'change');
  } else if (control instanceof HTMLInputElement && control.type !== 'checkbox') {
    const wanted = { date: '2025-07-10', range: String(Number(control.value) + 1), text: '-200..-11' }[control.type];
    set(HTMLInputElement.prototype, wanted ?? '', 'input');
    control.blur();
  } else control.click();
  await new Promise((resolve) => {
    requestIdleCallback(() => requestAnimationFrame(resolve), { timeout: 200 });
  });
  return name;
}

/** Every text that a page shows, part by part. */
function texts(): string[] {
  const parts = document.querySelectorAll('[data-island], .mr-strip, .mr-drawing, .mr-sheet, .mr-live');
  return [...parts].map((part) => {
    const words = part.cloneNode(true) as Element;
    for (const source of words.querySelectorAll('script, style')) source.remove();
    return `${part.className || (part.getAttribute('data-island') ?? '')}: ${words.textContent}`;
  });
}

test.describe('a page that the browser translates', () => {
  test('survives every control, and says after each what the page says that is not translated', async ({
    page,
    context,
  }) => {
    test.setTimeout(600_000);
    const translated = await context.newPage();
    await translated.addInitScript(translate);
    for (const one of [page, translated]) {
      await one.goto('./');
      await live(one);
    }
    await expect(translated.locator('h1 font').first()).toBeAttached();
    for (let index = 0; ; index += 1) {
      const [control, same] = await Promise.all([page, translated].map((one) => one.evaluate(workControl, index)));
      expect(same).toBe(control);
      if (control === null) break;
      await expect(async () => {
        const [said, other] = await Promise.all([page, translated].map((one) => one.evaluate(texts)));
        expect(other, `after ${control}`).toEqual(said);
      }).toPass({ timeout: 15_000 });
      expect(await page.evaluate(sharedTexts), `after ${control}`).toEqual([]);
    }
  });

  test('survives the choice of a source, a file that is asked about, and the dialog for embedding', async ({
    page,
  }) => {
    await page.addInitScript(translate);
    await page.goto('./');
    await live(page);
    await page.getByRole('button', { name: 'Sources and files' }).click();
    const text = page.getByLabel('or paste its text');
    await text.fill('date,close\n07/08/2025,30418.46\n07/10/2025,30630.66\n');
    await expect(page.locator('.file-question font').first()).toBeAttached();
    await page.getByRole('radio', { name: '07/08/2025 is 8 July 2025' }).check();
    await expect(page.locator('.file-preview')).toContainText('dates as month, day, year');
    await page.getByRole('radio', { name: '07/08/2025 is 7 August 2025' }).check();
    await expect(page.locator('.file-preview')).toContainText('dates as day, month, year');
    await text.fill('Dear all,\n');
    await expect(page.locator('.file-preview')).toHaveCount(0);
    await text.fill('date,close\n2025-07-08,20418.46\n2025-07-10,20630.66\n');
    await expect(page.locator('.file-preview')).toContainText('2 rows');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Embed', exact: true }).click();
    await page.getByLabel('Frame loads').selectOption('lazy');
    await expect(page.getByText('For pages with many charts.')).toBeVisible();
    await page.getByLabel('Frame loads').selectOption('eager');
    await expect(page.getByText('For pages with many charts.')).toHaveCount(0);
    for (const wiki of ['mediawiki', 'confluence', 'other']) {
      const choice = page.getByLabel('My wiki is');
      if ((await choice.locator(`option[value="${wiki}"]`).count()) > 0) await choice.selectOption(wiki);
    }
    await page.locator('.embed-dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('.embed-dialog')).toHaveCount(0);
    await expect(page.locator('.part-fault')).toHaveCount(0);
  });

  test('makes a study of an article, through every decision and back', async ({ page }) => {
    await page.addInitScript(translate);
    await page.goto('./compose/');
    await page
      .getByLabel('Text or HTML of the article')
      .fill('Clear\n\nNvidia said on Tuesday that sales were cleared. They had been barred in April.\n');
    await page.getByLabel('Published on').fill('2025-07-16');
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await expect(page.locator('.event-form')).toHaveCount(2);
    await expect(page.locator('.event-form font').first()).toBeAttached();
    const waiting = page.getByText('One event waits for its date.');
    await expect(waiting).toBeVisible();
    await page.getByRole('button', { name: '2025-04-30' }).click();
    await expect(page.getByText('Every event is decided.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(waiting).toBeVisible();
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(page.getByText('Every event is decided.')).toBeVisible();
    await expect(page.locator('.part-fault')).toHaveCount(0);
  });

  test('shows another view in a frame, and the one before it again', async ({ page }) => {
    await page.addInitScript(translate);
    await page.goto('./embed/nvidia-h20/overlay/?show=IXIC');
    await expect(page.locator('.lead font').first()).toBeAttached();
    await expect(page.locator('html')).not.toHaveClass(/other-view/);
    await expect(page.locator('figcaption')).toContainText('Explore the chart');
    await expect(page.locator('.mr-drawing')).not.toContainText('Hang Seng');
  });
});

test.describe('a part of the page that breaks off', () => {
  const lost = async (page: Page, file: string): Promise<void> => {
    await page.route(`**/assets/${file}-*.js`, (route) => route.abort());
  };

  test('says so in its place, and everything else goes on', async ({ page, strays }) => {
    strays.expected.push(/claim-list|Failed to load resource|dynamically imported module/);
    await lost(page, 'claim-list');
    await page.goto('./');
    await live(page);
    const notice = page.locator('[data-island="claims"] .part-fault');
    await expect(notice).toContainText('The article’s claims broke off (Failed to fetch dynamically imported module');
    await expect(notice).toContainText('The chart and everything else go on.');
    await page.getByRole('link', { name: 'Daily', exact: true }).click();
    await expect(page.locator('#chart-caption')).toContainText('Change of each session');
    await expect(page.locator('h1')).toContainText('rose 2.8%');
    await page.unroute('**/assets/claim-list-*.js');
    await notice.getByRole('button', { name: 'Reload the page' }).click();
    await live(page);
    await expect(page.locator('[data-claim]').first()).toBeVisible();
    await expect(page.locator('.part-fault')).toHaveCount(0);
  });

  test('leaves the drawing that stands in the page, where another one cannot be made', async ({ page, strays }) => {
    strays.expected.push(/panels|Failed to load resource|dynamically imported module/);
    await lost(page, 'panels');
    await page.goto('./?chart=daily');
    await live(page);
    await expect(page.locator('[data-island="notices"]')).toContainText('The chart that was asked for broke off');
    await expect(page.locator('.mr-drawing .mr-line-0 path').first()).toBeVisible();
    // The drawing that stands in the page is one of the choices, and nothing is said of another then.
    await page.getByRole('link', { name: 'By date', exact: true }).click();
    await expect(page.locator('.part-fault')).toHaveCount(0);
  });

  test('leaves the page as it came, where none of its script arrives', async ({ page, strays }) => {
    strays.expected.push(/main-|Failed to load resource|dynamically imported module/);
    await lost(page, 'main');
    await page.goto('./?chart=daily');
    await expect(page.locator('[data-island="notices"]')).toContainText('This page broke off');
    await expect(page.locator('.mr-drawing .mr-line-0 path').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'By session', exact: true }).first()).toBeVisible();
  });

  test('gives the whole page back as it came, where the dashboard itself breaks off', async ({ page, strays }) => {
    strays.expected.push(/torn/);
    await page.goto('./');
    await live(page);
    await page.evaluate(() => {
      JSON.stringify = () => {
        throw new Error('torn by an extension');
      };
      history.pushState(null, '', '?range=all');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    const notice = page.locator('[data-island="notices"] .part-fault');
    await expect(notice).toContainText(
      'This page broke off (torn by an extension). What stands here is the page as it',
    );
    await expect(page.locator('.mr-drawing .mr-line-0 path').first()).toBeVisible();
    await expect(page.locator('h1')).toContainText('rose 2.8%');
    await notice.getByRole('button', { name: 'Reload the page' }).click();
    await live(page);
    await expect(page.locator('.part-fault')).toHaveCount(0);
  });
});
