import { readFile, rename } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { openStudy } from '../../src/draft/file/study-file.ts';
import { expect, test } from './fixture.ts';

const ARTICLE = `Regulator clears chip sales

Nvidia said on Tuesday that the regulator had cleared its sales to China. The regulator had barred them in April.
The Nasdaq Composite closed at another record high.
<script>window.hasRun = true</script>
`;

async function drafted(page: Page): Promise<void> {
  await page.goto('./compose/');
  await page.getByLabel('Text or HTML of the article').fill(ARTICLE);
  await page.getByLabel('Published on').fill('2025-07-16');
  await page.getByRole('button', { name: 'Draft', exact: true }).click();
  await expect(page.locator('.event-form')).toHaveCount(2);
}

test.describe('the compose page', () => {
  test('makes a study of an article, which is saved once what is ambiguous has been decided', async ({ page }) => {
    await drafted(page);
    await expect(page.getByText('One event waits for its date.')).toBeVisible();
    await expect(page.getByText('Nasdaq Composite: first session Tue 15 Jul 2025')).toBeVisible();
    await expect(page.getByText('Holds. The Nasdaq Composite closed at 20,677.80 on 15 July 2025')).toBeVisible();
    await expect(page.locator('.live h1')).toContainText('The Nasdaq rose 0.4% to a record close');
    await expect(page.locator('.live .mr-marker')).toHaveCount(1);
    await page.getByRole('button', { name: '2025-04-30' }).click();
    await expect(page.locator('.live .events > li')).toHaveCount(2);
    await page.locator('.live').getByRole('link', { name: 'By event' }).click();
    await expect(page.locator('.live .mr-panel')).toHaveCount(2);
    await expect(page.getByText('Every event is decided.')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the study' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('regulator-clears-chip-sales.study.zip');
    const opened = openStudy(await readFile(await file.path()));
    expect(opened.kind === 'opened' && opened.study.events.map(({ time }) => time)).toEqual([
      { kind: 'date', date: '2025-04-30' },
      { kind: 'date', date: '2025-07-15' },
    ]);
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
  });

  test('saves the chart as one page, which is complete from a disk and in a sandbox, with scripts and without', async ({
    page,
    strays,
  }) => {
    // What a browser says of a sandbox that does not allow scripts.
    strays.expected.push(/Blocked script execution in 'about:srcdoc'/);
    await drafted(page);
    await page.locator('.live').getByRole('link', { name: '20 sessions either side' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as one page' }).click();
    const path = await (await download).path();
    const html = await readFile(path, 'utf8');
    expect(Buffer.byteLength(html)).toBeLessThan(150 * 1024);
    // Whole addresses are those of articles and of the namespace of SVG: nothing is asked for.
    expect(html.match(/\b(?:src|href|url)\s*[=(]\s*["']?(?!#|data:|https?:)[^"')]+/g)).toBeNull();

    const saved = await page.context().newPage();
    const file = pathToFileURL(`${path}.html`).href;
    await rename(path, `${path}.html`);
    await saved.goto(file);
    await saved.locator('.mr-marker:visible').hover();
    await expect(saved.locator('.mr-strip-words')).toContainText('Nvidia said that the regulator');
    const dates = saved.locator('.mr-geometry');
    const before = await dates.getAttribute('viewBox');
    await saved.getByRole('button', { name: '±5', exact: true }).click();
    await expect(dates).not.toHaveAttribute('viewBox', before ?? '');

    for (const sandbox of ['', 'allow-scripts']) {
      await saved.setContent('<iframe width="680" height="420"></iframe>');
      await saved.locator('iframe').evaluate(
        (frame, [value = '', source = '']) => {
          frame.setAttribute('sandbox', value);
          frame.setAttribute('srcdoc', source);
        },
        [sandbox, html],
      );
      const frame = saved.frameLocator('iframe');
      await expect(frame.locator('.mr-geometry path').first()).toBeAttached();
      await expect(frame.locator('.lead')).toContainText('The Nasdaq rose 0.4%');
      await frame.getByText('Events and table').click();
      await expect(frame.locator('.data-table tbody tr')).toHaveCount(42);
      await expect(frame.locator('.ranges button')).toHaveCount(sandbox === '' ? 0 : 6);
    }
  });

  test('takes closes of another market from a file, and lists what an edit of a published study changes', async ({
    page,
  }) => {
    await page.goto('./compose/');
    await page.getByRole('button', { name: 'Open one of this site: nvidia-h20' }).click();
    const changes = page.locator('.changes');
    await expect(changes).toContainText('no figure and no verdict has changed');
    const speech = page.locator('.event-form').filter({ hasText: 'first session Wed 16 Jul 2025' });
    await speech.getByRole('button', { name: 'Delete' }).click();
    await expect(changes).toContainText(
      'Jensen Huang speaks at the supply-chain expo in Beijing, Nasdaq Composite: no longer',
    );
    await page.getByLabel('Add a market').fill('nikkei');
    await page.getByRole('button', { name: 'Nikkei 225, Tokyo' }).click();
    await page.locator('.market-closes input[type=file]').setInputFiles({
      name: 'nikkei.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('date,close\n2025-07-14,39459.62\n2025-07-15,39678.02\n2025-07-16,39663.40\n'),
    });
    await page.getByRole('button', { name: 'Use these closes' }).click();
    await expect(page.getByText('Nikkei 225: 3 closes are in the study now.')).toBeVisible();
    // 39678.02 / 39459.62 − 1 = 0.55 %.
    await expect(changes).toContainText('Nikkei 225: new, 15 Jul 2025 +0.55%');
  });

  test('saves what the dashboard shows when it is dropped there', async ({ page }) => {
    await drafted(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '2025-04-30' }).click();
    await page.getByRole('button', { name: 'Save the study' }).click();
    const bytes = await readFile(await (await download).path());
    await page.goto('./');
    const drop = (content: string): Promise<void> =>
      page.evaluate((encoded) => {
        const dropped = new DataTransfer();
        const held = Uint8Array.from(atob(encoded), (letter) => letter.codePointAt(0) ?? 0);
        dropped.items.add(new File([held], 'a.study.zip'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
      }, content);
    await page.getByRole('button', { name: 'Sources and files' }).and(page.locator(':enabled')).waitFor();
    await drop(Buffer.from('no zip').toString('base64'));
    await expect(page.getByText('This file is no zip')).toBeVisible();
    await drop(bytes.toString('base64'));
    await expect(page.locator('h1')).toContainText('after “Nvidia said that the regulator had cleared');
    await expect(page.locator('.mr-line-0 path')).toHaveCount(1);
    await expect(page.getByText('Shown from the file a.study.zip')).toBeVisible();
  });

  test('keeps a draft, undoes and redoes, and opens what it has saved', async ({ page }) => {
    await drafted(page);
    await page.getByRole('button', { name: 'Delete' }).first().click();
    await expect(page.locator('.event-form')).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.locator('.event-form')).toHaveCount(2);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(page.locator('.event-form')).toHaveCount(1);
    await expect(page.getByText('Kept in this browser.')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the study' }).click();
    const path = await (await download).path();
    await page.reload();
    await expect(page.locator('.event-form')).toHaveCount(1);
    await page
      .getByLabel('Open a study')
      .setInputFiles({ name: 'a.study.zip', mimeType: 'application/zip', buffer: await readFile(path) });
    await expect(page.getByText('Opened: Regulator clears chip sales.')).toBeVisible();
  });

  test('says in one sentence what it cannot draft or open, and loses nothing', async ({ page }) => {
    await drafted(page);
    await page.getByLabel('Published on').fill('');
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText(
      'The text does not say when it was published, and every date hangs on it. Give the date.',
    );
    await page
      .getByLabel('Open a study')
      .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
    await expect(page.getByRole('alert')).toContainText('This file is no zip');
    await expect(page.locator('.event-form')).toHaveCount(2);
  });
});
