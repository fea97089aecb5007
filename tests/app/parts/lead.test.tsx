import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { panelPage } from '../reaction/panel-page.tsx';

afterEach(cleanup);

describe('the lines under the headline', () => {
  it('name the article and who published it above, and count the days below', () => {
    const { page } = panelPage();
    expect(page.container.querySelector('.kicker')?.textContent).toBe(
      'Market Reaction · Nvidia and the H20, July 2025 · after “Nvidia Backs China’s AI Surge, Sparks Global Tech Rally”, Diaspora Digital Media',
    );
    expect(page.container.querySelector('.standfirst')?.textContent).toMatch(/^Neither was unusual: /);
  });

  it('give each claim the verdict that the list gives it, word for word, and lead to it there', () => {
    const { page } = panelPage();
    const links = [...page.container.querySelectorAll<HTMLAnchorElement>('.claim-line a')];
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'record high',
      'notable rally',
      'tech stocks worldwide',
      'over $4 trillion',
    ]);
    for (const link of links) {
      const listed = page.container.querySelector(link.hash)?.querySelector('.verdict')?.textContent ?? 'none';
      expect(link.nextSibling?.textContent?.trim() + (link.nextSibling?.nextSibling?.textContent ?? '')).toBe(
        listed.toLowerCase(),
      );
    }
  });

  it('leave the smallest move that could be told apart to the panel, where it stands in sight', () => {
    const { page } = panelPage();
    const words = 'only a move of about 7.6% can be told from chance';
    const inSight = [...page.container.querySelectorAll('.reaction p')].filter(
      (line) => line.closest('details') === null,
    );
    expect(inSight.some(({ textContent }) => textContent?.includes(words))).toBe(true);
    expect(page.container.querySelector('.standfirst')?.textContent).not.toContain('7.6');
  });
});
