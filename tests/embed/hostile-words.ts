import fc from 'fast-check';
import type { EmbedSubject } from '../../src/embed/embed-subject.ts';
import { type Wiki, wikiAdvice } from '../../src/embed/snippets.ts';
import { subject } from './subject.ts';

/** What ends something, begins something or stands for something in one wiki or another. */
const SIGNS = [
  ...Array.from(`"'<>&|[]{}()\\\`~*_$%^#=:!?/@-`),
  '\n',
  '\n\n',
  '\t',
  '\u2028',
  ']]',
  '}}',
  '{{',
  '{{/html}}',
  '</html>',
  '</iframe>',
  '<script>alert(1)</script>',
  '"""',
  '"]]',
  '](javascript:alert(1))',
  '~~~~',
  "'''",
  '<!--',
  '-->',
  '&quot;',
  '&#93;',
  'onload=alert(1) ',
  '${alert(1)}',
  'words',
  ' ',
  'Fünf',
];
const hostile = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((signs) => `A${signs.join('')}z`);
export const plain = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

export const page = 'https://charts.example.org/reaction/?chart=overlay&base=speech';
export const png = 'https://charts.example.org/reaction/embed/nvidia-h20/overlay/light.png';
export const given = (words: string): EmbedSubject => {
  return { ...subject, title: words, alt: words, frame: `${subject.frame}?range=60&theme=dark` };
};
export const pasted = (wiki: Wiki, words: string, place: number): string =>
  wikiAdvice(wiki, given(words)).pastes[place]?.text ?? '';

/** Checks words of every kind. */
export function forAll(check: (words: string) => void): void {
  fc.assert(fc.property(hostile, check), { numRuns: 100 });
}
