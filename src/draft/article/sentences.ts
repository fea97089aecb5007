/** A sentence of a text, and where it stands. */
export interface Sentence {
  readonly text: string;
  /** Index of its paragraph. */
  readonly paragraph: number;
}

const ABBREVIATED =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Inc|Corp|Co|Ltd|Cos|St|No|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b\p{Lu}(?:\.\p{Lu})*|\be\.g|\bi\.e)\.$/u;
const HALF_OF_DAY = /\b[ap]\.m\.$/i;
/** What goes on after "a.m." in the same sentence, although it is written with a capital. */
const AFTER_CLOCK =
  /^(?:[A-Z]{2,4}T?\b|Eastern|Central|Pacific|New York|Hong Kong|London|Beijing|Tokyo|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

/** Where English sentences end: after . ! ? … and closing marks, before a capital, a figure or an opening mark. */
const ENGLISH_END = /[.!?…]["”’)\]]*(?=\s+["“‘([]?[\p{Lu}\p{N}$€£])/gu;
const CHINESE_END = /[。！？!?…]+["”’」』）)]*/gu;

function endsOf(paragraph: string, isChinese: boolean): number[] {
  const ends: number[] = [];
  for (const match of paragraph.matchAll(isChinese ? CHINESE_END : ENGLISH_END)) {
    const end = match.index + match[0].length;
    if (!isChinese && match[0].startsWith('.')) {
      const before = paragraph.slice(Math.max(0, match.index - 14), match.index + 1);
      const after = paragraph.slice(end).trimStart();
      if (HALF_OF_DAY.test(before) ? AFTER_CLOCK.test(after) : ABBREVIATED.test(before)) continue;
    }
    ends.push(end);
  }
  if (ends.at(-1) !== paragraph.length) ends.push(paragraph.length);
  return ends;
}

/** The sentences of paragraphs, in order, as they stand in the text. */
export function sentencesOf(paragraphs: readonly string[], isChinese: boolean): readonly Sentence[] {
  return paragraphs.flatMap((paragraph, index) => {
    let from = 0;
    return endsOf(paragraph, isChinese).flatMap((to) => {
      const text = paragraph.slice(from, to).trim();
      from = to;
      return text === '' ? [] : [{ text, paragraph: index }];
    });
  });
}
