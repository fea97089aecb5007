import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Advice } from '../../src/app/embed/advice.tsx';
import { type Wiki, wikiAdvice, WIKIS } from '../../src/embed/snippets.ts';
import { subject } from './subject.ts';

afterEach(cleanup);

/** Headings and texts as they stand in the page. */
function shown(container: Element): (readonly [string, string])[] {
  return [...container.querySelectorAll('section')].map((section) => [
    section.querySelector('h3')?.textContent ?? '',
    section.querySelector('textarea')?.value ?? '',
  ]);
}

const wanted = (wiki: Wiki): (readonly [string, string])[] =>
  wikiAdvice(wiki, subject).pastes.map(({ where, text }) => [where, text]);

describe('the dialog', () => {
  it.each(WIKIS)('shows the texts of every other wiki, and those alone, after %s', (first) => {
    for (const second of WIKIS) {
      const { container, rerender, unmount } = render(<Advice wiki={first} subject={subject} />);
      expect(shown(container)).toEqual(wanted(first));
      rerender(<Advice wiki={second} subject={subject} />);
      expect(shown(container), `${first}, then ${second}`).toEqual(wanted(second));
      unmount();
    }
  });
});
