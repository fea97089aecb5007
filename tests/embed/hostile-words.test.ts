import { describe, expect, it } from 'vitest';
import { formText } from '../../src/embed/forms.ts';
import { forAll, given, pasted, plain, png } from './hostile-words.ts';

/** The elements that a text of HTML makes, without those around them. */
function elementsIn(html: string): Element[] {
  const holder = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
  expect(holder.textContent?.trim()).toBe('');
  return [...holder.querySelectorAll('*')];
}

function expectFrame(html: string, words: string): void {
  const elements = elementsIn(html);
  expect(elements.map(({ localName }) => localName)).toEqual(['iframe']);
  const [frame] = elements;
  expect(frame?.getAttributeNames()).toEqual(['src', 'title', 'width', 'height', 'frameborder']);
  expect(frame?.getAttribute('src')).toBe(given('').frame);
  expect(frame?.getAttribute('title')).toBe(plain(words));
}

describe('words of any kind', () => {
  it('stay in the title of a frame, between the tags of the wiki around it', () => {
    forAll((words) => {
      expectFrame(formText('frame', given(words)) ?? '', words);
      const doku = /^<html>\n(?<html>.*)\n<\/html>$/.exec(pasted('dokuwiki', words, 1));
      expectFrame(doku?.groups?.['html'] ?? '', words);
      const media = /^<html>(?<html>.*)<\/html>$/.exec(pasted('mediawiki', words, 2));
      expect(media?.groups?.['html']).not.toContain('</html>');
      expectFrame(media?.groups?.['html'] ?? '', words);
      const [open, html = '', close, ...more] = pasted('xwiki', words, 1).split(/(?<=\}\})|(?=\{\{\/)/);
      expect([open, close, more]).toEqual(['{{html clean="false"}}', '{{/html}}', []]);
      expectFrame(html, words);
    });
  });

  it('stay in the alternative text of a picture and in the element, in HTML', () => {
    forAll((words) => {
      for (const html of [formText('picture', given(words)) ?? '', pasted('github', words, 0)]) {
        const elements = elementsIn(html);
        expect(elements.filter(({ localName }) => !['a', 'picture', 'source', 'img'].includes(localName))).toEqual([]);
        const image = elements.find(({ localName }) => localName === 'img');
        expect(image?.getAttributeNames().filter((name) => name !== 'srcset')).toEqual(['src', 'alt', 'width']);
        expect(image?.getAttribute('alt')).toBe(plain(words));
      }
      const [script, element, ...inside] = elementsIn(formText('element', given(words)) ?? '');
      expect([script?.localName, element?.localName]).toEqual(['script', 'market-reaction']);
      expect(element?.getAttribute('title')).toBe(plain(words));
      expect(inside.map(({ localName }) => localName)).toEqual(['a', 'img']);
    });
  });

  it('keep every sign that Markdown or MDX reads behind a backslash', () => {
    forAll((words) => {
      for (const text of [formText('markdown', given(words)), pasted('docusaurus', words, 2)]) {
        const [, inside = ''] = /^\[!\[(.*)\]\(([^()]*)\)\]\(([^()]*)\)$/.exec(text ?? '') ?? [];
        // Backslash pairs, and what means nothing.
        expect(inside).toMatch(/^(?:\\[!-/:-@[-`{-~]|[^\\`*_{}[\]<>&|~$\n])*$/);
        expect(inside.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(plain(words));
      }
    });
  });

  it('do not end a link of DokuWiki or MediaWiki', () => {
    forAll((words) => {
      expect(pasted('dokuwiki', words, 2)).toMatch(
        /^\[\[https:[^\s|\]]+\|\{\{https:[^\s|}]+\.svg\?680\|[^|{}[\]\n]+\}\}\]\]$/,
      );
      const [address, empty, link = '', ...more] = pasted('mediawiki', words, 0).split('\n');
      expect([address, empty, more]).toEqual([png, '', []]);
      const [, label = ''] = /^\[https:\S+ ([^\][{}<>|'~_:]*)\]$/.exec(link) ?? [];
      const read = new DOMParser().parseFromString(`<p>${label}</p>`, 'text/html').querySelector('p');
      expect(read?.textContent).toBe(plain(words));
    });
  });

  it('do not end a quoted parameter of XWiki', () => {
    forAll((words) => {
      const [, alt = ''] =
        /^\[\[\[\[image:[^|\]]+\|\|alt="((?:~.|[^~"[\]{}|>])*)" width="680"\]\]>>url:[^\]]+\]\]$/.exec(
          pasted('xwiki', words, 2),
        ) ?? [];
      expect(alt.replaceAll(/~(.)/g, '$1')).toBe(plain(words));
    });
  });
});
