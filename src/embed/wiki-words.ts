import { xml } from './xml.ts';

/** A text on one line: a line break ends an attribute, a link or a table's cell in one wiki or another. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

const byNumber = (sign: string): string => `&#${sign.codePointAt(0)};`;

/**
 * A text as it may stand in an HTML attribute on any page. Beside what HTML itself wants, signs are written by their
 * number that a wiki around the HTML would take for its own: braces of macros, bars of tables, backticks of code.
 */
export function attribute(text: string): string {
  return xml(oneLine(text)).replaceAll(/[{}|`]/g, byNumber);
}

/** An address in which nothing ends a link of any wiki: such signs are written in percent. */
export function plainAddress(address: string): string {
  return address.replaceAll(
    /[\s"'()<>[\\\]^`{|}]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Words between the brackets of Markdown, where a backslash takes a sign's meaning; in MDX braces have one too. */
export function markdownWords(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]<>&|~$]/g, String.raw`\$&`);
}

/** Words in a link or picture of DokuWiki, which has no way to write its own signs there. */
export function dokuWords(text: string): string {
  return oneLine(oneLine(text).replaceAll(/[|{}[\]]/g, ' '));
}

/** Words in a link of MediaWiki: what could be a template, a tag, a signature, a magic word or an address is a number. */
export function mediaWords(text: string): string {
  return oneLine(text).replaceAll(/[&<>[\]{}|'~_:]/g, byNumber);
}

/** Words in a quoted attribute of TiddlyWiki, which knows no other way to write a quotation mark there. */
export function tiddlyWords(text: string): string {
  return oneLine(text).replaceAll('"', '”');
}

/** Words in a quoted parameter of XWiki, where a tilde takes a sign's meaning. */
export function xwikiWords(text: string): string {
  return oneLine(text).replaceAll(/[~"[\]{}|>]/g, '~$&');
}
