import { readFile } from 'node:fs/promises';
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
