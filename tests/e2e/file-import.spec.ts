import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answers } from '../fixtures/files/answers.ts';
import { foreign } from '../fixtures/files/foreign.ts';
import { expect, test } from './fixture.ts';
import { live } from './show-view.ts';
import { bundledRows } from './simulated-sources.ts';

const FILES = new URL('../fixtures/files/', import.meta.url);
const closes = bundledRows('HSTECH');

const grouped = (close: string): string => Number(close).toLocaleString('en-US', { minimumFractionDigits: 2 });

/** As investing.com's Chinese pages give it: newest first, a byte order mark, quotes, dates without leading zeros. */
const chinese = `\uFEFF"日期","收盘","开盘","高","低","交易量","涨跌幅"\n${closes
  .toReversed()
  .map(([date, close]) => {
    const [year = '', month = '', day = ''] = date.split('-');
    const level = grouped(close);
    return `"${year}-${Number(month)}-${Number(day)}","${level}","${level}","${level}","${level}","1.57B","0.10%"`;
  })
  .join('\n')}\n`;

/** Weekdays back from the last bundled session, as 20,000 rows of a plain file. */
function longFile(): string {
  const rows: string[] = [];
  const known = new Map(closes);
  for (let at = Date.parse('2025-12-31T00:00:00Z'); rows.length < 20_000; at -= 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 === 0) continue;
    const date = day.toISOString().slice(0, 10);
    rows.push(`${date},${known.get(date) ?? (3000 + (rows.length % 700) / 10).toFixed(2)}`);
  }
  return ['date,close', ...rows.toReversed(), ''].join('\n');
}

async function opened(page: Page): Promise<void> {
  await page.goto('./');
  await live(page);
  await page.getByRole('button', { name: 'Sources and files' }).click();
  await expect(page.getByLabel('or paste its text')).toBeVisible();
}

const given = (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel('Choose or drop a file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const use = (page: Page) => page.getByRole('button', { name: 'Use these closes' });

/** Drops a file on the page as a desktop does. */
async function dropped(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, body]) => {
      const data = new DataTransfer();
      data.items.add(new File([body], fileName, { type: 'text/csv' }));
      return data;
    },
    [name, text] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.locator('.drop-here')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test.describe('a file of the reader’s', () => {
  test('from investing.com in Chinese is shown as it is read, and then charted', async ({ page }) => {
    await opened(page);
    await given(page, '恒生科技 HSTECH.csv', chinese);
    const preview = page.locator('.file-preview');
    await expect(preview).toContainText(`${closes.length} rows`);
    await expect(preview).toContainText('dates as year, month, day');
    await expect(preview).toContainText('Asia/Hong_Kong');
    await expect(page.getByLabel('These are the closes of')).toHaveValue('HSTECH');
    await use(page).click();
    await expect(page).toHaveURL(/source=file/);
    await expect(page.locator('#chart-caption')).toContainText(/Hang Seng TECH: Your file at .+, all 21 sessions/);
    // The other market is the snapshot's, and the caption says so.
    await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot');
    await expect(page.locator('[data-island="lead"]')).toContainText('Hong Kong tech rose 2.8');
  });

  test('whose dates have two readings is asked about, with both', async ({ page }) => {
    await opened(page);
    await page.getByLabel('or paste its text').fill('date,close\n07/08/2025,30418.46\n07/10/2025,30630.66\n');
    await page.getByLabel('These are the closes of').selectOption('IXIC');
    await expect(use(page)).toBeDisabled();
    await expect(page.getByRole('radio', { name: '07/08/2025 is 7 August 2025' })).not.toBeChecked();
    await page.getByRole('radio', { name: '07/08/2025 is 8 July 2025' }).check();
    await expect(use(page)).toBeEnabled();
    // An answer can be changed.
    await page.getByRole('radio', { name: '07/08/2025 is 7 August 2025' }).check();
    await expect(page.locator('.file-preview')).toContainText('dates as day, month, year');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('.source-dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  test('that is none is refused with what was found and what was expected, and its text stays', async ({ page }) => {
    await opened(page);
    const text = 'Dear all,\nplease find the closes attached.\n';
    await page.getByLabel('or paste its text').fill(text);
    await expect(page.locator('.file-import')).toContainText('pasted text has no column of dates beside figures');
    await expect(page.locator('.file-import')).toContainText('Expected a line of headings such as “date,close”');
    await expect(page.getByLabel('or paste its text')).toHaveValue(text);
    await expect(use(page)).toBeDisabled();
  });

  test('that calls itself another instrument is not charted as this one', async ({ page }) => {
    await opened(page);
    await page.getByLabel('or paste its text').fill('observation_date,NASDAQ100\n2025-07-15,22884.59\n');
    await page.getByLabel('These are the closes of').selectOption('IXIC');
    await expect(page.locator('.file-import')).toContainText('pasted text calls itself NASDAQ100, which is NDX');
    await expect(use(page)).toBeDisabled();
    await expect(page.getByLabel('or paste its text')).toHaveValue(/NASDAQ100/);
    await expect(page).not.toHaveURL(/source=file/);
  });

  test('is read in any shape that people have it in, or refused or asked about in words', async ({ page }) => {
    test.slow();
    await opened(page);
    const lead = await page.locator('[data-island="lead"]').innerText();
    for (const { file, instrument, gives } of answers) {
      await test.step(`${file} for ${instrument}`, async () => {
        const dialog = page.locator('.source-dialog');
        if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Sources and files' }).click();
        await page.getByLabel('Choose or drop a file').setInputFiles(fileURLToPath(new URL(file, FILES)));
        const choice = page.getByLabel('These are the closes of');
        if (gives.kind !== 'refusal' || !gives.sentence.includes('is a web page'))
          await choice.selectOption(instrument);
        if (gives.kind === 'refusal') {
          // What only the checks of a series find is said once the file is to be used.
          if (gives.failure === 'wrong-interval') await use(page).click();
          await expect(page.locator('.file-import')).toContainText(gives.sentence);
          return;
        }
        if (gives.kind === 'question') {
          await expect(page.locator('.file-question legend')).toHaveText(gives.sentence);
          await expect(use(page)).toBeDisabled();
          return;
        }
        if (gives.note !== undefined) await expect(page.locator('.file-preview')).toContainText(gives.note);
        await expect(page.locator('.file-question')).toHaveCount(0);
        await use(page).click();
        await expect(dialog).toBeHidden();
        const name = instrument === 'IXIC' ? 'Nasdaq Composite' : 'Hang Seng TECH';
        await expect(page.locator('#chart-caption')).toContainText(`${name}: Your file at`);
      });
    }
    // The closes of the files are the bundled ones: nothing that is said of them has changed.
    await expect(page.locator('[data-island="lead"]')).toContainText(lead.slice(0, 40));
  });

  /** Gives a file of the folder for an instrument and charts its closes. */
  const charted = async (page: Page, file: string, instrument: string): Promise<void> => {
    await page.getByLabel('Choose or drop a file').setInputFiles(fileURLToPath(new URL(file, FILES)));
    await page.getByLabel('These are the closes of').selectOption(instrument);
    await expect(page.locator('.file-question')).toHaveCount(0);
    await page.getByRole('button', { name: 'Use these closes' }).click();
    await expect(page.locator('.source-dialog')).toBeHidden();
  };

  for (const [file, ratio, places] of [
    ['raw-split-10to1.csv', '10-for-1', 'from 227.48 on 2024-06-07 to 22.90 on 2024-06-10'],
    ['raw-split-4to1.csv', '4-for-1', 'from 227.48 on 2024-06-07 to'],
  ] as const) {
    test(`with a ${ratio} split that its closes are not adjusted for is shown under a sentence that says so`, async ({
      page,
    }) => {
      await opened(page);
      await page.getByLabel('Choose or drop a file').setInputFiles(fileURLToPath(new URL(file, FILES)));
      await page.getByLabel('These are the closes of').selectOption('NVDA');
      const warning = page.locator('.file-warning');
      await expect(warning).toContainText(`The closes change their scale ${places}`);
      await expect(warning).toContainText(`near the ratio of a ${ratio} split for which the closes are not adjusted`);
      await page.getByLabel('These are the closes of').selectOption('');
      await expect(warning).toHaveCount(0);
    });
  }

  test('with a split within the chart is charted under the same sentence', async ({ page }) => {
    await page.goto('./?show=NVDA');
    await live(page);
    await page.getByRole('button', { name: 'Sources and files' }).click();
    const rows = bundledRows('NVDA').map(([date, close]) => {
      return `${date},${(Number(close) * (date < '2025-07-10' ? 10 : 1)).toFixed(2)}`;
    });
    await given(page, 'NVDA.csv', ['date,close', ...rows, ''].join('\n'));
    await use(page).click();
    await expect(page.locator('.notices')).toContainText('on 2025-07-09 to');
    await expect(page.locator('.notices')).toContainText('near the ratio of a 10-for-1 split');
  });

  test('with closes carried forward over days without trading has none of them, and says which they were', async ({
    page,
  }) => {
    const lead = await page.goto('./').then(() => page.locator('[data-island="lead"] h1').innerText());
    await live(page);
    await page.getByRole('button', { name: 'Sources and files' }).click();
    await charted(page, 'ffill-calendar-days.csv', 'IXIC');
    await expect(page.locator('.notices')).toContainText(
      '171 rows on a day without trading were left out: 2024-07-04 (Independence Day)',
    );
    await expect(page.locator('#chart-caption')).toContainText(/Nasdaq Composite: Your file at .+, all 21 sessions/);
    await expect(page.locator('[data-island="lead"] h1')).toHaveText(lead);
  });

  test('with a short history says how many sessions there are before the event, and how many of them count', async ({
    page,
  }) => {
    await opened(page);
    await charted(page, 'short.csv', 'IXIC');
    await expect(page.locator('[data-island="reaction"]')).toContainText(
      '2 sessions in the estimation window, 30 needed; the data have 13 before the event.',
    );
  });

  test('has no hole on a holiday of Hong Kong’s, nor in years that its calendar does not know', async ({ page }) => {
    for (const [file, instrument] of [
      ['hk-2022-2023.csv', 'HSTECH'],
      ['hsi-2016-typhoons.csv', 'HSI'],
    ] as const) {
      await opened(page);
      await page.getByLabel('Choose or drop a file').setInputFiles(fileURLToPath(new URL(file, FILES)));
      await page.getByLabel('These are the closes of').selectOption(instrument);
      await use(page).click();
      // Its closes are all from before the study: the sentence that refuses them is the only one.
      await expect(page.locator('.file-import .is-bad').last()).not.toBeEmpty();
      await expect(page.locator('.file-import')).not.toContainText('No row for');
    }
  });

  test('that is no text gets one sentence that says what it is and what to do', async ({ page }) => {
    await opened(page);
    for (const { name, bytes, sentence } of foreign) {
      await page
        .getByLabel('Choose or drop a file')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
      await expect(page.locator('.file-import .is-bad').first()).toHaveText(sentence);
      await expect(page.locator('.file-preview')).toHaveCount(0);
    }
  });

  test('may be dropped anywhere on the page', async ({ page }) => {
    await page.goto('./');
    await live(page);
    await dropped(page, 'HSTECH.csv', ['date,close', ...closes.map((row) => row.join(',')), ''].join('\n'));
    await expect(page.locator('.source-dialog')).toBeVisible();
    await use(page).click();
    await expect(page.locator('#chart-caption')).toContainText('Hang Seng TECH: Your file at');
  });

  test('of 20,000 rows is taken', async ({ page }) => {
    await page.goto('./');
    await live(page);
    await dropped(page, 'HSTECH.csv', longFile());
    await expect(page.locator('.file-preview')).toContainText('20000 rows');
    await use(page).click();
    await expect(page.locator('#chart-caption')).toContainText(/Hang Seng TECH: Your file at .+ sessions/);
  });

  test('is asked for again by an address that was reloaded', async ({ page }) => {
    await page.goto('./?source=file');
    await expect(page.locator('.notices')).toContainText(
      'The address asks for a file of yours, which only the tab that was given it has; give it again.',
    );
    await expect(page.locator('.notices')).toContainText('is shown instead.');
    await expect(page.locator('#chart-caption')).toContainText('Bundled snapshot');
  });
});
