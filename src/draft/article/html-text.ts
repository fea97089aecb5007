import { Parser } from 'htmlparser2';

/** What a page says of itself and its words; nothing of it is run or fetched. */
export interface PageText {
  /** Its paragraphs, one to a line. */
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** As written there: `2025-07-16T09:00:00+01:00`. */
  readonly published: string | null;
}

const UNREAD = new Set(
  'script style noscript template nav aside footer form button select svg iframe object head figcaption dialog'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'p div section article main header h1 h2 h3 h4 h5 h6 li ul ol blockquote table tr td th br hr pre figure dd dt'.split(
    ' ',
  ),
);
const TITLE_NAMES = new Set(['og:title', 'twitter:title']);
const DATE_NAMES = new Set([
  'article:published_time',
  'datepublished',
  'date',
  'pubdate',
  'dc.date',
  'parsely-pub-date',
]);

/** Whether a text is the source of a page and not words. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype|html|body|p|div|article|h1|head|span|section)[\s>]/i.test(text.slice(0, 5000));
}

interface Block {
  text: string;
  linked: number;
  inArticle: boolean;
}

/** Fields that a page gives in JSON-LD; whatever is not a text is left out. */
function structured(json: string): { headline: string | null; published: string | null; outlet: string | null } {
  const field = (name: string): string | null =>
    new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(json)?.[1] ?? null;
  const publisher = /"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"\\]*)"/.exec(json)?.[1] ?? null;
  return { headline: field('headline'), published: field('datePublished'), outlet: publisher };
}

/** The words of a page, by a parser that builds nothing and runs nothing. Menus and lists of links are left out. */
export function pageText(html: string): PageText {
  const blocks: Block[] = [];
  const meta = { title: null as string | null, outlet: null as string | null, published: null as string | null };
  const heading = { h1: '', title: '' };
  let block: Block = { text: '', linked: 0, inArticle: false };
  const open: string[] = [];
  let unread = 0;
  let links = 0;
  let articles = 0;
  let data: string | null = null;
  const end = (): void => {
    if (block.text.trim() !== '') blocks.push(block);
    block = { text: '', linked: 0, inArticle: articles > 0 };
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      if (BLOCKS.has(name)) end();
      if (name === 'script' && attributes['type'] === 'application/ld+json') data = '';
      if (name === 'article' || name === 'main') articles += 1;
      if (UNREAD.has(name)) unread += 1;
      if (name === 'a') links += 1;
      if (name === 'time' && meta.published === null) meta.published = attributes['datetime'] ?? null;
      if (name !== 'meta') return;
      const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'] ?? '').toLowerCase();
      const content = attributes['content']?.trim() ?? '';
      if (content === '') return;
      if (TITLE_NAMES.has(key)) meta.title ??= content;
      if (key === 'og:site_name') meta.outlet ??= content;
      if (DATE_NAMES.has(key)) meta.published = content;
    },
    ontext(text) {
      if (data !== null) data += text;
      if (open.at(-1) === 'title') heading.title += text;
      if (unread > 0) return;
      if (open.includes('h1')) heading.h1 += text;
      block.text += text;
      block.inArticle ||= articles > 0;
      if (links > 0) block.linked += text.trim().length;
    },
    onclosetag(name) {
      open.pop();
      if (name === 'script' && data !== null) {
        const found = structured(data);
        meta.title ??= found.headline;
        meta.outlet ??= found.outlet;
        meta.published ??= found.published;
        data = null;
      }
      if (BLOCKS.has(name)) end();
      if (name === 'article' || name === 'main') articles -= 1;
      if (UNREAD.has(name)) unread -= 1;
      if (name === 'a') links -= 1;
    },
  });
  parser.end(html);
  end();
  const words = blocks.filter(({ text, linked }) => linked < text.trim().length * 0.7);
  const own = words.filter(({ inArticle }) => inArticle);
  const isOwnWhole = own.reduce((sum, { text }) => sum + text.length, 0) >= 200;
  const named = (text: string): string | null => (text.trim() === '' ? null : text.replace(/\s+/g, ' ').trim());
  return {
    text: (isOwnWhole ? own : words).map(({ text }) => text.replace(/\s+/g, ' ').trim()).join('\n'),
    title: named(heading.h1) ?? meta.title ?? named(heading.title),
    outlet: meta.outlet,
    published: meta.published,
  };
}
