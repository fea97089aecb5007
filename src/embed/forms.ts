import { type EmbedSubject, pictureFor } from './embed-subject.ts';
import { frameSnippet, loadingAttribute } from './frame-snippet.ts';
import { attribute, markdownWords, plainAddress } from './wiki-words.ts';

/** The five ways to carry a chart into another page. */
export const FORMS = ['address', 'frame', 'picture', 'element', 'markdown'] as const;
export type Form = (typeof FORMS)[number];

/** An address as it may stand in an HTML attribute. */
const href = (address: string): string => attribute(plainAddress(address));

/** The frame, as wide as what it stands in. */
export function frameText(subject: EmbedSubject): string {
  const { frame, title, frameHeight, loading } = subject;
  return frameSnippet({ address: frame, title, width: '100%', height: frameHeight, loading });
}

/** The linked picture in HTML, in its width and no height, as a column may narrow it; null where none has an address. */
export function pictureText(subject: EmbedSubject): string | null {
  const picture = pictureFor(subject);
  if (picture === null) return null;
  const sharp = `srcset="${href(picture.png2x)} 2x"`;
  return `<a href="${href(subject.page)}"><img src="${href(picture.png)}" ${sharp} alt="${attribute(subject.alt)}" width="${subject.pictureWidth}" /></a>`;
}

/** The linked picture in Markdown, which shows it in its own size; `svg` where such is known to be shown. */
export function markdownText(subject: EmbedSubject, format: 'png' | 'svg' = 'png'): string | null {
  const picture = pictureFor(subject);
  return (
    picture && `[![${markdownWords(subject.alt)}](${plainAddress(picture[format])})](${plainAddress(subject.page)})`
  );
}

/**
 * The custom element with its script, as HTML and MDX both read it; inside it, for pages without the script, the linked
 * picture. It finds its height by itself.
 */
export function elementText(subject: EmbedSubject): string {
  const { study, chart, theme, script, title, loading } = subject;
  const themed = theme === 'host' ? '' : ` theme="${theme}"`;
  const inside = pictureText(subject) ?? `<a href="${href(subject.page)}">${attribute(title)}</a>`;
  return [
    `<script type="module" async src="${href(script)}"></script>`,
    `<market-reaction study="${attribute(study)}" chart="${attribute(chart)}"${themed} title="${attribute(title)}"${loadingAttribute(loading)}>${inside}</market-reaction>`,
  ].join('\n');
}

/** The text of a form; null where it needs a picture and the view has none at any address. */
export function formText(form: Form, subject: EmbedSubject): string | null {
  switch (form) {
    case 'address':
      return subject.frame;
    case 'frame':
      return frameText(subject);
    case 'picture':
      return pictureText(subject);
    case 'element':
      return elementText(subject);
    case 'markdown':
      return markdownText(subject);
  }
}
