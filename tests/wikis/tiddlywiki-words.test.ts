import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { forAll, given, page, pasted, plain, png } from '../embed/hostile-words.ts';

interface WikiNode {
  readonly type: string;
  readonly tag?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, { readonly type: string; readonly value: string }>>;
  readonly children?: readonly WikiNode[];
}

interface TiddlyWiki {
  readonly boot: { argv: string[]; boot: (done: () => void) => void };
  readonly wiki: { parseText(type: string, text: string): { readonly tree: readonly WikiNode[] } };
}

describe('TiddlyWiki’s own reader', () => {
  let wiki: TiddlyWiki['wiki'];
  beforeAll(async () => {
    const { TiddlyWiki } = createRequire(import.meta.url)('tiddlywiki') as { TiddlyWiki: () => TiddlyWiki };
    const made = TiddlyWiki();
    made.boot.argv = ['--version'];
    await new Promise<void>((done) => {
      made.boot.boot(done);
    });
    wiki = made.wiki;
  });

  const nodesOf = (nodes: readonly WikiNode[]): WikiNode[] =>
    nodes.flatMap((node) => [node, ...nodesOf(node.children ?? [])]);
  const valuesOf = ({ attributes = {} }: WikiNode): Record<string, string> =>
    Object.fromEntries(Object.entries(attributes).map(([name, { type, value }]) => [name, `${type}: ${value}`]));

  it('finds one frame with its whole address and its words, or one picture and one link', () => {
    forAll((words) => {
      const title = plain(words).replaceAll('"', '”');
      const framed = nodesOf(wiki.parseText('text/vnd.tiddlywiki', pasted('tiddlywiki', words, 0)).tree);
      expect(framed.map(({ tag, type }) => tag ?? type)).toEqual(['p', 'iframe']);
      expect(valuesOf(framed[1] ?? { type: '' })).toMatchObject({
        src: `string: ${given('').frame}`,
        title: `string: ${title}`,
      });
      const pictured = nodesOf(wiki.parseText('text/vnd.tiddlywiki', pasted('tiddlywiki', words, 1)).tree);
      expect(pictured.map(({ tag, type }) => tag ?? type)).toEqual(['p', 'image', 'p', 'a', 'text']);
      expect(valuesOf(pictured[1] ?? { type: '' })).toMatchObject({
        source: `string: ${png.replace('.png', '.svg')}`,
        alt: `string: ${title}`,
      });
      expect(valuesOf(pictured[3] ?? { type: '' })).toMatchObject({ href: `string: ${page}` });
    });
  });
});
