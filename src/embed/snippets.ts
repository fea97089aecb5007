import { type EmbedSubject, pictureFor } from './embed-subject.ts';
import { loadingAttribute } from './frame-snippet.ts';
import { frameText, markdownText, pictureText } from './forms.ts';
import { attribute, dokuWords, mediaWords, plainAddress, tiddlyWords, xwikiWords } from './wiki-words.ts';

/** The wikis that the dialog knows, in the order in which it offers them. */
export const WIKIS = [
  'dokuwiki',
  'mediawiki',
  'tiddlywiki',
  'docusaurus',
  'github',
  'confluence',
  'notion',
  'outline',
  'sharepoint',
  'xwiki',
  'other',
] as const;
export type Wiki = (typeof WIKIS)[number];

/** Exactly what to paste, and where. */
export interface Paste {
  readonly kind: 'frame' | 'picture' | 'address';
  /** One sentence: where this goes. */
  readonly where: string;
  readonly text: string;
}

export interface WikiAdvice {
  readonly name: string;
  /** The best first; at least one. */
  readonly pastes: readonly Paste[];
  /** What this wiki does not let through, in one sentence. */
  readonly limit: string;
}

interface WikiKnowledge {
  readonly name: string;
  readonly limit: string;
  readonly pastes: (subject: EmbedSubject) => readonly (Paste | null)[];
}

const frame = (where: string, text: string): Paste => ({ kind: 'frame', where, text });
const address = (where: string, text: string): Paste => ({ kind: 'address', where, text });
const picture = (where: string, text: string | null): Paste | null =>
  text === null ? null : { kind: 'picture', where, text };

function dokuPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  const [width, height] = subject.pictureSize;
  const page = plainAddress(subject.page);
  return found && `[[${page}|{{${plainAddress(found.png)}?${width}x${height}|${dokuWords(subject.alt)}}}]]`;
}

function mediaPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  return found && `${plainAddress(found.png)}\n\n[${plainAddress(subject.page)} ${mediaWords(subject.title)}]`;
}

/** A frame as TiddlyWiki reads it: what stands between the quotation marks is taken as it is, `&amp;` included. */
function tiddlyFrame({ frame: address, title, frameHeight, loading }: EmbedSubject): string {
  return `<iframe src="${plainAddress(address)}" title="${tiddlyWords(title)}" width="100%" height="${frameHeight}" frameborder="0"${loadingAttribute(loading)}></iframe>`;
}

function tiddlyPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  const [width] = subject.pictureSize;
  return (
    found &&
    `[img width=${width} alt="${tiddlyWords(subject.alt)}" [${plainAddress(found.png)}]]\n\n[[Open the chart|${plainAddress(subject.page)}]]`
  );
}

function twoThemes(subject: EmbedSubject): string | null {
  if (subject.pictures === null) return null;
  const { light, dark } = subject.pictures;
  const href = (address: string): string => attribute(plainAddress(address));
  return [
    `<a href="${href(subject.page)}"><picture>`,
    `<source media="(prefers-color-scheme: dark)" srcset="${href(dark.png)}">`,
    `<img src="${href(light.png)}" alt="${attribute(subject.alt)}" width="${subject.pictureSize[0]}">`,
    '</picture></a>',
  ].join('');
}

function xwikiPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  const [width] = subject.pictureSize;
  return (
    found &&
    `[[[[image:${plainAddress(found.png)}||alt="${xwikiWords(subject.alt)}" width="${width}"]]>>url:${plainAddress(subject.page)}]]`
  );
}

const KNOWN: Readonly<Record<Wiki, WikiKnowledge>> = {
  dokuwiki: {
    name: 'DokuWiki',
    limit:
      'Frames need the setting “htmlok”, which versions from 2023 on no longer have, or a plugin; the picture works everywhere.',
    pastes: (subject) => [
      frame('In the page’s text, where HTML is allowed', `<html>\n${frameText(subject)}\n</html>`),
      picture('In the page’s text', dokuPicture(subject)),
    ],
  },
  mediawiki: {
    name: 'MediaWiki',
    limit:
      'Frames need raw HTML or an extension; a picture by its address needs $wgAllowExternalImages, and without it upload the SVG.',
    pastes: (subject) => [
      picture('In the page’s wikitext, the address on a line of its own', mediaPicture(subject)),
      frame('Where raw HTML is allowed', `<html>${frameText(subject)}</html>`),
    ],
  },
  tiddlywiki: {
    name: 'TiddlyWiki',
    limit: 'Scripts in a tiddler do not run, so that the frame keeps the height that is written here.',
    pastes: (subject) => [
      frame('In a tiddler’s text', tiddlyFrame(subject)),
      picture('In a tiddler’s text', tiddlyPicture(subject)),
    ],
  },
  docusaurus: {
    name: 'Docusaurus or MDX',
    limit:
      'Styles in snippets break the build, so that there are none here; for an automatic height use the custom element.',
    pastes: (subject) => [
      frame('In an .mdx file, with an empty line before and after', frameText(subject)),
      picture('In a .md or .mdx file', markdownText(subject)),
    ],
  },
  github: {
    name: 'GitHub or GitLab',
    limit: 'Frames and scripts are never shown there, so that the picture links to the chart.',
    pastes: (subject) => [
      picture('On GitHub, in two themes', twoThemes(subject)),
      picture('On GitLab, or anywhere in Markdown', markdownText(subject)),
    ],
  },
  confluence: {
    name: 'Confluence',
    limit:
      'Frames need the iframe macro or an administrator’s allow-list; otherwise insert the picture from its address.',
    pastes: (subject) => [
      address('As the URL of the iframe macro', withParameter(subject.frame, 'dialect', 'confluence')),
      picture('As the address of an image from the web', pictureFor(subject)?.png ?? null),
    ],
  },
  notion: {
    name: 'Notion',
    limit:
      'Type /embed and paste the address, which must be https and be reachable from the internet; the height is set by dragging.',
    pastes: (subject) => [
      address('After /embed', subject.frame),
      picture('After /image, Embed link', pictureFor(subject)?.png ?? null),
    ],
  },
  outline: {
    name: 'Outline',
    limit:
      'Its server asks for the address first, which must be https, answer within three seconds and restrict no framing.',
    pastes: (subject) => [
      address('On a line of its own, then choose “Embed”', subject.frame),
      picture('In the document', markdownText(subject)),
    ],
  },
  sharepoint: {
    name: 'SharePoint',
    limit: 'Frames show only from hosts that an administrator has allowed under “HTML Field Security”.',
    pastes: (subject) => [
      frame('In the web part “Embed”', frameText(subject)),
      picture('In the web part “Image”, from a link', pictureFor(subject)?.png ?? null),
    ],
  },
  xwiki: {
    name: 'XWiki',
    limit: 'Frames need the HTML macro, which only users with the right to script may use.',
    pastes: (subject) => [
      frame('In the page’s source', `{{html clean="false"}}${frameText(subject)}{{/html}}`),
      picture('In the page’s source', xwikiPicture(subject)),
    ],
  },
  other: {
    name: 'another',
    limit: 'Where frames are removed use the picture, which degrades best.',
    pastes: (subject) => [
      frame('Where HTML is allowed', frameText(subject)),
      picture('Where HTML without frames is allowed', pictureText(subject)),
      picture('Where Markdown is written', markdownText(subject)),
    ],
  },
};

/** What to paste into a wiki, and what it does not let through. */
export function wikiAdvice(wiki: Wiki, subject: EmbedSubject): WikiAdvice {
  const { name, limit, pastes } = KNOWN[wiki];
  const possible = pastes(subject).filter((paste) => paste !== null);
  return {
    name,
    limit,
    pastes: possible.length > 0 ? possible : [address('The address of the chart', subject.frame)],
  };
}

function withParameter(url: string, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
}
