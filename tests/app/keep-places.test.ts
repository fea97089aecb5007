import { beforeEach, describe, expect, it } from 'vitest';
import { keepPlaces } from '../../src/app/keep-places.ts';

/** An island as it stands in the page, and its replacement, which is not in the page yet. */
function twins(html: string): { standing: Record<'words', Element>; fresh: Record<'words', Element> } {
  const [standing, fresh] = [document.createElement('div'), document.createElement('div')];
  standing.innerHTML = html;
  fresh.innerHTML = html;
  document.body.replaceChildren(standing);
  return { standing: { words: standing }, fresh: { words: fresh } };
}

function replace({ standing, fresh }: ReturnType<typeof twins>): void {
  const giveBack = keepPlaces(standing, fresh);
  standing.words.replaceWith(fresh.words);
  giveBack();
}

describe('what a reader did in an island that is replaced', () => {
  beforeEach(() => {
    // jsdom has no layout to scroll.
    window.scrollTo = () => undefined;
  });

  it('keeps the focus on the element in the same place', () => {
    const pair = twins('<p><a href="#a">one</a> <a href="#b">two</a></p>');
    pair.standing.words.querySelectorAll('a')[1]?.focus();
    replace(pair);
    expect(document.activeElement?.textContent).toBe('two');
    expect(pair.fresh.words.contains(document.activeElement)).toBe(true);
  });

  it('keeps open what was opened, and closed what was not', () => {
    const pair = twins('<details><summary>a</summary></details><details><summary>b</summary></details>');
    pair.standing.words.querySelectorAll('details')[1]?.setAttribute('open', '');
    replace(pair);
    expect([...pair.fresh.words.querySelectorAll('details')].map(({ open }) => open)).toEqual([false, true]);
  });

  it('gives the focus to nothing where another element stands in that place', () => {
    const pair = twins('<p><a href="#a">one</a></p>');
    pair.standing.words.querySelector('a')?.focus();
    pair.fresh.words.innerHTML = '<p><button>one</button></p>';
    replace(pair);
    expect(document.activeElement).toBe(document.body);
  });
});
