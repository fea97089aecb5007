import { WHERE, WIKI_WORDS } from '../words/en/embed-dialog.ts';
import { type EmbedSubject, pictureFor } from './embed-subject.ts';
import { elementText, frameText, markdownText, pictureText } from './forms.ts';
import {
  dokuPicture,
  elementLine,
  federatedItem,
  jsx,
  mediaPicture,
  spoken,
  tiddlyFrame,
  tiddlyPicture,
  twoThemes,
  xwikiPicture,
} from './wiki-forms.ts';

/** The wikis that the dialog knows, in the order in which it offers them. */
export const WIKIS = [
  'dokuwiki',
  'mediawiki',
  'tiddlywiki',
  'docusaurus',
  'github',
  'confluence',
  'federated',
  'notion',
  'outline',
  'sharepoint',
  'xwiki',
  'other',
] as const;
export type Wiki = (typeof WIKIS)[number];

/** Exactly what to paste, and where. */
export interface Paste {
  readonly kind: 'element' | 'frame' | 'picture' | 'address';
  /** One sentence: where this goes. */
  readonly where: string;
  readonly text: string;
}

export interface WikiAdvice {
  readonly name: string;
  /** The best first, at least one: the element where scripts run, the frame where not, the picture where neither is shown. */
  readonly pastes: readonly Paste[];
  /** What this wiki does not let through, in one sentence. */
  readonly limit: string;
}

const element = (where: string, text: string): Paste => ({ kind: 'element', where, text });
const frame = (where: string, text: string): Paste => ({ kind: 'frame', where, text });
const address = (where: string, text: string): Paste => ({ kind: 'address', where, text });
const picture = (where: string, text: string | null): Paste | null =>
  text === null ? null : { kind: 'picture', where, text };
const png = (where: string, subject: EmbedSubject): Paste | null => picture(where, pictureFor(subject)?.png ?? null);
const markdownSvg = (subject: EmbedSubject): string | null => markdownText(subject, 'svg');

const PASTES: Readonly<Record<Wiki, (subject: EmbedSubject) => readonly (Paste | null)[]>> = {
  dokuwiki: (subject) => [
    element(WHERE.pageWithHtml, `<html>\n${elementText(subject)}\n</html>`),
    frame(WHERE.pageWithFrames, `<html>\n${frameText(subject)}\n</html>`),
    picture(WHERE.page, dokuPicture(subject)),
  ],
  // As it comes it shows neither.
  mediawiki: (subject) => [
    picture(WHERE.wikitext, mediaPicture(subject)),
    element(WHERE.rawHtml, `<html>${elementLine(subject)}</html>`),
    frame(WHERE.rawHtmlFrame, `<html>${frameText(subject)}</html>`),
  ],
  tiddlywiki: (subject) => [frame(WHERE.tiddler, tiddlyFrame(subject)), picture(WHERE.tiddler, tiddlyPicture(subject))],
  docusaurus: (subject) => [
    element(WHERE.mdx, jsx(elementText(subject))),
    frame(WHERE.mdxFrame, jsx(frameText(subject))),
    picture(WHERE.markdownFile, markdownSvg(subject)),
  ],
  github: (subject) => [picture(WHERE.github, twoThemes(subject)), picture(WHERE.gitlab, markdownSvg(subject))],
  confluence: (subject) => [
    address(WHERE.confluenceMacro, spoken(subject.frame, 'confluence')),
    png(WHERE.webImage, subject),
  ],
  federated: (subject) => [address(WHERE.federatedItem, federatedItem(subject))],
  notion: (subject) => [address(WHERE.notionEmbed, subject.frame), png(WHERE.notionImage, subject)],
  outline: (subject) => [
    address(WHERE.outlineLine, subject.frame),
    picture(WHERE.outlinePicture, markdownText(subject)),
  ],
  sharepoint: (subject) => [frame(WHERE.webPart, frameText(subject)), png(WHERE.imagePart, subject)],
  xwiki: (subject) => [
    element(WHERE.source, `{{html clean="false"}}${elementLine(subject)}{{/html}}`),
    frame(WHERE.sourceFrame, `{{html clean="false"}}${frameText(subject)}{{/html}}`),
    picture(WHERE.source, xwikiPicture(subject)),
  ],
  other: (subject) => [
    element(WHERE.scripts, elementText(subject)),
    frame(WHERE.html, frameText(subject)),
    picture(WHERE.noFrames, pictureText(subject)),
    picture(WHERE.markdown, markdownText(subject)),
  ],
};

/** What to paste into a wiki, and what it does not let through. */
export function wikiAdvice(wiki: Wiki, subject: EmbedSubject): WikiAdvice {
  const possible = PASTES[wiki](subject).filter((paste) => paste !== null);
  return {
    ...WIKI_WORDS[wiki],
    pastes: possible.length > 0 ? possible : [address(WHERE.address, subject.frame)],
  };
}
