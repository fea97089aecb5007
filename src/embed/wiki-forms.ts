import { type EmbedSubject, pictureFor } from './embed-subject.ts';
import { elementText } from './forms.ts';
import { federatedHeight } from './dialects.ts';
import { loadingAttribute } from './frame-snippet.ts';
import { attribute, dokuWords, mediaWords, plainAddress, tiddlyWords, xwikiWords } from './wiki-words.ts';

// The linked picture, and the frame, in the words of wikis that have their own for them. Null where no picture has an
// address. A wiki that is known to show SVG gets one: it is sharp on every screen and has the size of a column.

/** HTML as it stands in MDX, where attributes have the names of React. */
export function jsx(html: string): string {
  return html.replaceAll(' frameborder="', ' frameBorder="').replaceAll(' srcset="', ' srcSet="');
}

/** The element between the tags of a wiki's macro for HTML, on one line: a macro may begin a paragraph at a new one. */
export function elementLine(subject: EmbedSubject): string {
  return elementText(subject).replaceAll('\n', '');
}

export function dokuPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  const page = plainAddress(subject.page);
  return found && `[[${page}|{{${plainAddress(found.svg)}?${subject.pictureWidth}|${dokuWords(subject.alt)}}}]]`;
}

/** MediaWiki shows an address as a picture only if it ends as one of pixels does, in the picture's own size. */
export function mediaPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  return found && `${plainAddress(found.png)}\n\n[${plainAddress(subject.page)} ${mediaWords(subject.title)}]`;
}

/** A frame as TiddlyWiki reads it: what stands between the quotation marks is taken as it is, `&amp;` included. */
export function tiddlyFrame({ frame: address, title, frameHeight, loading }: EmbedSubject): string {
  return `<iframe src="${plainAddress(address)}" title="${tiddlyWords(title)}" width="100%" height="${frameHeight}" frameborder="0"${loadingAttribute(loading)}></iframe>`;
}

export function tiddlyPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  return (
    found &&
    `[img width=${subject.pictureWidth} alt="${tiddlyWords(subject.alt)}" [${plainAddress(found.svg)}]]\n\n[[Open the chart|${plainAddress(subject.page)}]]`
  );
}

export function twoThemes(subject: EmbedSubject): string | null {
  if (subject.pictures === null) return null;
  const { light, dark } = subject.pictures;
  const href = (address: string): string => attribute(plainAddress(address));
  return [
    `<a href="${href(subject.page)}"><picture>`,
    `<source media="(prefers-color-scheme: dark)" srcset="${href(dark.svg)}">`,
    `<img src="${href(light.svg)}" alt="${attribute(subject.alt)}" width="${subject.pictureWidth}">`,
    '</picture></a>',
  ].join('');
}

export function xwikiPicture(subject: EmbedSubject): string | null {
  const found = pictureFor(subject);
  return (
    found &&
    `[[[[image:${plainAddress(found.png)}||alt="${xwikiWords(subject.alt)}" width="${subject.pictureWidth}"]]>>url:${plainAddress(subject.page)}]]`
  );
}

/** The item of Federated Wiki: an address that speaks its dialect, and the height until the chart has told its own. */
export function federatedItem(subject: EmbedSubject): string {
  return `${spoken(subject.frame, 'federated-wiki')}\nHEIGHT ${federatedHeight(subject.frameHeight)}`;
}

/** A frame's address that asks for a dialect. */
export function spoken(frame: string, dialect: string): string {
  const changed = new URL(frame);
  changed.searchParams.set('dialect', dialect);
  return changed.href;
}
