import { type Browser, expect } from '@playwright/test';

/** What the dialog gives for a wiki, as a reader would copy it. */
export interface DialogSnippets {
  /** What the dialog puts first. */
  readonly first: string;
  readonly address: string;
  readonly frame: string;
  readonly picture: string;
  readonly element: string;
}

/** Chooses a wiki (its value in the dialog's list) and a theme, and reads the texts to paste. */
export type ReadSnippets = (wiki: string, theme: string) => Promise<DialogSnippets>;

/** Opens the dashboard's embed dialog in a browser. One dialog serves all wikis; what was read once is remembered. */
export async function openDialog(browser: Browser, site: string): Promise<ReadSnippets> {
  const page = await browser.newPage();
  await page.goto(site);
  const dialog = page.getByRole('dialog', { name: 'Embed this chart' });
  // The button answers once the dashboard has taken the baked page over.
  await expect(async () => {
    if (!(await dialog.isVisible()))
      await page.getByRole('button', { name: 'Embed' }).and(page.locator(':visible')).click({ timeout: 1000 });
    await expect(dialog).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 90_000 });
  const read: ReadSnippets = async (wiki, theme) => {
    await dialog.getByLabel('My wiki is').selectOption(wiki);
    await dialog.getByLabel('Theme').selectOption(theme);
    // The five forms stand in the page before they are unfolded.
    const texts = await dialog
      .locator('textarea')
      .evaluateAll((areas) => areas.map((area) => (area instanceof HTMLTextAreaElement ? area.value : '')));
    const find = (what: string, isIt: (text: string) => boolean): string => {
      const found = texts.find(isIt);
      if (found === undefined) throw new Error(`the dialog gives no ${what} for ${wiki}: ${texts.join('\n')}`);
      return found;
    };
    return {
      first: texts[0] ?? '',
      address: find('address', (text) => /^https?:\S+\/embed\/[^\s.]+$/.test(text)),
      frame: find('frame', (text) => text.includes('<iframe')),
      picture: find('picture', (text) => /\.(?:png|svg)/.test(text) && !/<iframe|<market-reaction/.test(text)),
      element: find('custom element', (text) => text.includes('<market-reaction')),
    };
  };
  const known = new Map<string, DialogSnippets>();
  return async (wiki, theme) => {
    const name = `${wiki} ${theme}`;
    const snippets = known.get(name) ?? (await read(wiki, theme));
    known.set(name, snippets);
    return snippets;
  };
}
