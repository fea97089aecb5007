// @vitest-environment node
import { evaluate } from '@mdx-js/mdx';
import { HtmlRenderer, type Node, Parser } from 'commonmark';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formText } from '../../src/embed/forms.ts';
import { type Wiki, wikiAdvice, WIKIS } from '../../src/embed/snippets.ts';
import { given, page, pasted, plain, png } from './hostile-words.ts';
import { subject } from './subject.ts';

const SIGNS = 'A"\'<>&|[]{}()`~*_$%^#=:!?/@- {x} ${y} <b> </a> &quot; *z*';
const svg = png.replace('.png', '.svg');

describe('MDX', () => {
  let complaints: unknown[][] = [];
  beforeEach(() => {
    complaints = [];
    vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void complaints.push(words));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    expect(complaints).toEqual([]);
  });

  const rendered = async (text: string): Promise<string> => {
    const { default: Page } = await evaluate(`# A page\n\n${text}\n\nMore *words*.\n`, runtime);
    return renderToStaticMarkup(<Page />);
  };

  it.each([0, 1, 2])('compiles text %i for it, and React draws it without a complaint', async (place) => {
    for (const theme of ['host', 'dark'] as const) {
      for (const loading of ['eager', 'lazy'] as const) {
        const { pastes } = wikiAdvice('docusaurus', { ...given(SIGNS), theme, loading });
        expect(await rendered(pastes[place]?.text ?? '')).toContain('A&quot;');
      }
    }
  });

  it('reads the element with the linked picture inside it, and the frame with its title', async () => {
    const words = 'A &quot; &lt;b&gt;';
    const html = await rendered(pasted('docusaurus', 'A " <b>', 0));
    expect(html).toContain(`<market-reaction study="nvidia-h20" chart="overlay" title="${words}"><a href="`);
    expect(html).toContain(`src="${png}"`);
    expect(html).toContain('</a></market-reaction>');
    expect(await rendered(pasted('docusaurus', 'A " <b>', 1))).toMatch(
      new RegExp(`<iframe src="[^"]+" title="${words}" width="100%" height="550" frameBorder="0"></iframe>`),
    );
  });
});

describe('CommonMark', () => {
  const nodesOf = (text: string): Node[] => {
    const walker = new Parser().parse(text).walker();
    const nodes: Node[] = [];
    for (let event = walker.next(); event; event = walker.next()) if (event.entering) nodes.push(event.node);
    return nodes;
  };

  it.each([
    ['the form Markdown', () => formText('markdown', given(SIGNS)) ?? '', png],
    ['GitLab', () => pasted('github', SIGNS, 1), svg],
    ['Docusaurus', () => pasted('docusaurus', SIGNS, 2), svg],
    ['Outline', () => pasted('outline', SIGNS, 1), png],
  ] as const)('reads one picture with all its words in one link: %s', (_, text, address) => {
    const nodes = nodesOf(text());
    expect(nodes.map(({ type }) => type).filter((type) => type !== 'text')).toEqual([
      'document',
      'paragraph',
      'link',
      'image',
    ]);
    const at = (type: string): string => nodes.find((node) => node.type === type)?.destination ?? '';
    expect([at('link'), at('image')]).toEqual([page, address]);
    expect(nodes.flatMap(({ literal }) => literal ?? []).join('')).toBe(plain(SIGNS));
  });

  it('leaves HTML as it is, on pages that mix the two', () => {
    const asWritten = (text: string): string => new HtmlRenderer().render(new Parser().parse(text)).trim();
    for (const form of ['frame', 'element'] as const) {
      const text = formText(form, given(SIGNS)) ?? '';
      const html = asWritten(text);
      expect(html.replaceAll(/<\/?p>/g, '')).toBe(text);
    }
    expect(asWritten(formText('picture', given(SIGNS)) ?? '')).toContain('<img src=');
  });
});

describe('the texts of all wikis', () => {
  it('name pictures by a whole address that ends in what they are', () => {
    const addresses = WIKIS.flatMap((wiki: Wiki) => wikiAdvice(wiki, subject).pastes)
      .filter(({ kind }) => kind === 'picture')
      .flatMap(({ text }) => [...text.matchAll(/https:[^\s"()|?{}[\]]+\/(?:light|dark)[^\s"()|?{}[\]]*/g)]);
    expect(addresses.length).toBeGreaterThan(8);
    for (const [address] of addresses) expect(address).toMatch(/\/(?:light|dark)(?:-2x)?\.(?:png|svg)$/);
  });
});
