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

/** The linked picture in HTML; null where no picture has an address. */
export function pictureText(subject: EmbedSubject): string | null {
  const picture = pictureFor(subject);
  if (picture === null) return null;
  const [width, height] = subject.pictureSize;
  return `<a href="${href(subject.page)}"><img src="${href(picture.png)}" alt="${attribute(subject.alt)}" width="${width}" height="${height}"></a>`;
}

/** The linked picture in Markdown. */
export function markdownText(subject: EmbedSubject): string | null {
  const picture = pictureFor(subject);
  return picture && `[![${markdownWords(subject.alt)}](${plainAddress(picture.png)})](${plainAddress(subject.page)})`;
}

/** The custom element with its script; inside it, for pages without the script, the linked picture. */
export function elementText(subject: EmbedSubject): string {
  const { study, chart, theme, script, title, frameHeight, loading } = subject;
  const themed = theme === 'auto' ? '' : ` theme="${theme}"`;
  const inside = pictureText(subject) ?? `<a href="${href(subject.page)}">${attribute(title)}</a>`;
  return [
    `<script type="module" src="${href(script)}"></script>`,
    `<market-reaction study="${attribute(study)}" chart="${attribute(chart)}"${themed} title="${attribute(title)}" height="${frameHeight}"${loadingAttribute(loading)}>${inside}</market-reaction>`,
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
