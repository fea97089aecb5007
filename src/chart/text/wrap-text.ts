import { textWidth } from './measure-text.ts';

/**
 * A text in lines that fit `width` at a font size, broken at spaces. What does
 * not fit `most` lines ends in an ellipsis; a word wider than a line stands alone.
 */
export function wrapText(text: string, width: number, size: number, weight: 400 | 600, most: number): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = `${kept.at(-1) ?? ''} …`;
  while (!fits(last) && last.includes(' ')) last = `${last.replace(/ ?…$/, '').split(' ').slice(0, -1).join(' ')} …`;
  return [...kept.slice(0, -1), last];
}
