import { describe, expect, it } from 'vitest';
import { FORMS, formText } from '../../src/embed/forms.ts';
import { wikiAdvice, WIKIS } from '../../src/embed/snippets.ts';
import { subject, unbaked } from './subject.ts';

const F = 'https://charts.example.org/reaction/embed/nvidia-h20/overlay/';
const PAGE = 'https://charts.example.org/reaction/?chart=overlay&base=speech';
const FRAME = `<iframe src="${F}" title="Closes &amp; “moves”" width="100%" height="550" frameborder="0"></iframe>`;
const HREF = PAGE.replace('&', '&amp;');
const ALT = 'Two lines: [Nasdaq] &#124; &quot;Hang Seng&quot;.';
const ELEMENT = [
  '<script type="module" async src="https://charts.example.org/reaction/market-reaction.js"></script>',
  `<market-reaction study="nvidia-h20" chart="overlay" title="Closes &amp; “moves”"><a href="${HREF}"><img src="${F}light.png" srcset="${F}light-2x.png 2x" alt="${ALT}" width="680" /></a></market-reaction>`,
];
const texts = (wiki: (typeof WIKIS)[number], of = subject): string[] =>
  wikiAdvice(wiki, of).pastes.map(({ text }) => text);

describe('what is pasted into a wiki', () => {
  it('is the element or a frame in HTML tags, or a linked picture, in DokuWiki', () => {
    expect(texts('dokuwiki')).toEqual([
      `<html>\n${ELEMENT.join('\n')}\n</html>`,
      `<html>\n${FRAME}\n</html>`,
      `[[${PAGE}|{{${F}light.svg?680|Two lines: Nasdaq "Hang Seng".}}]]`,
    ]);
  });

  it('is an address that ends in .png on a line of its own in MediaWiki', () => {
    const [first = ''] = texts('mediawiki');
    expect(first).toBe(`${F}light.png\n\n[${PAGE} Closes &#38; “moves”]`);
    expect(first.split('\n')[0]).toMatch(/\.(?:png|jpg|jpeg|gif)$/);
  });

  it('is a bare frame in TiddlyWiki and in MDX, where a style would break the build', () => {
    // TiddlyWiki takes what stands between quotation marks as it is.
    expect(texts('tiddlywiki')[0]).toBe(FRAME.replace('&amp;', '&'));
    expect(texts('docusaurus')[1]).toBe(FRAME.replace('frameborder', 'frameBorder'));
    expect(WIKIS.flatMap((wiki) => texts(wiki)).filter((text) => /\sstyle=/.test(text))).toEqual([]);
  });

  it('is a picture in two themes on GitHub, and Markdown with its brackets escaped on GitLab', () => {
    expect(texts('github')).toEqual([
      `<a href="${HREF}"><picture><source media="(prefers-color-scheme: dark)" srcset="${F}dark.svg"><img src="${F}light.svg" alt="${ALT}" width="680"></picture></a>`,
      `[![Two lines: \\[Nasdaq\\] \\| "Hang Seng".](${F}light.svg)](${PAGE})`,
    ]);
  });

  it('is an address that speaks Confluence’s dialect in Confluence', () => {
    expect(texts('confluence')[0]).toBe(`${F}?dialect=confluence`);
  });

  it('is the address in Notion and Outline, the frame in SharePoint, the element in the HTML macro in XWiki', () => {
    expect([texts('notion')[0], texts('outline')[0]]).toEqual([F, F]);
    expect(texts('sharepoint')[0]).toBe(FRAME);
    expect(texts('xwiki').slice(0, 2)).toEqual([
      `{{html clean="false"}}${ELEMENT.join('')}{{/html}}`,
      `{{html clean="false"}}${FRAME}{{/html}}`,
    ]);
  });

  it('is an address with a height in Federated Wiki, which adds 30 px to every height', () => {
    expect(texts('federated')).toEqual([`${F}?dialect=federated-wiki\nHEIGHT 520`]);
  });

  it('is something for every wiki, with a limit in one sentence, and never a picture that is not there', () => {
    for (const wiki of WIKIS) {
      const { pastes, limit } = wikiAdvice(wiki, unbaked);
      expect(pastes.length, wiki).toBeGreaterThan(0);
      expect(limit, wiki).toMatch(/^[A-Z][^.]*(?:\.mdx?[^.]*)*\.$/);
      expect(pastes.map(({ text }) => text).join(), wiki).not.toMatch(/\.png/);
    }
  });

  it('is the element first where scripts run, the frame where not, the picture where neither is shown', () => {
    const first = (wiki: (typeof WIKIS)[number]): string => wikiAdvice(wiki, subject).pastes[0]?.kind ?? '';
    expect((['dokuwiki', 'docusaurus', 'xwiki', 'other'] as const).map(first)).toEqual(
      Array.from({ length: 4 }, () => 'element'),
    );
    expect([first('tiddlywiki'), first('sharepoint')]).toEqual(['frame', 'frame']);
    expect([first('github'), first('mediawiki')]).toEqual(['picture', 'picture']);
    for (const wiki of WIKIS) {
      const kinds = wikiAdvice(wiki, subject).pastes.map(({ kind }) => kind);
      if (kinds.includes('element')) expect(kinds.indexOf('element'), wiki).toBeLessThan(kinds.indexOf('frame'));
    }
  });

  it('gives every frame a title', () => {
    const frames = WIKIS.flatMap((wiki) => texts(wiki)).filter((text) => text.includes('<iframe'));
    expect(frames.filter((text) => !/ title="[^"]+"/.test(text))).toEqual([]);
  });
});

describe('the five forms', () => {
  it('are address, frame, linked picture, custom element and Markdown', () => {
    expect(FORMS.map((form) => formText(form, subject) === null)).toEqual([false, false, false, false, false]);
    expect(formText('element', subject)).toBe(ELEMENT.join('\n'));
  });

  it('follow the theme: a dark page gets the dark picture', () => {
    expect(formText('markdown', { ...subject, theme: 'dark' })).toContain('dark.png');
    expect(formText('markdown', { ...subject, theme: 'transparent' })).toContain('light.png');
  });

  it('wait to be scrolled to where that is asked for, in every wiki that takes a frame, and only there', () => {
    const late = { ...subject, loading: 'lazy' } as const;
    const frames = (of: typeof subject): string[] =>
      [...WIKIS.flatMap((wiki) => texts(wiki, of)), formText('element', of) ?? ''].filter((text) =>
        /<iframe|<market-reaction/.test(text),
      );
    expect(frames(late).length).toBeGreaterThan(6);
    expect(frames(late).filter((text) => !/<(?:iframe|market-reaction) [^>]* loading="lazy"/.test(text))).toEqual([]);
    expect(frames(subject).filter((text) => text.includes('loading'))).toEqual([]);
  });

  it('have no picture for a view that is not baked', () => {
    expect(FORMS.filter((form) => formText(form, unbaked) === null)).toEqual(['picture', 'markdown']);
  });
});
