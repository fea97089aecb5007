import { OTHER_VERBS, PAST_VERBS } from '../article/english-verbs.ts';
import type { DraftLanguage, DraftEvent } from '../draft.ts';
import type { Part } from './market-part.ts';

/** A quote is a sentence at most, and this many characters. */
const LONGEST = 280;
const LONGEST_TITLE = 72;

const LEAD =
  /^(?:(?:but|while|as|and|yet)\s+|(?:but|and|however|meanwhile|still|also|so|then|separately|in addition|moreover|earlier|later),\s+)/i;
const BREAK = { en: /[,;:—–]\s|\s(?=(?:and|but|while|which|who|after|as|when)\s)/g, zh: /[，；：,;]/g } as const;

const CLAUSE = new RegExp(`\\b(?:${PAST_VERBS}|${OTHER_VERBS})\\b`);

function breaksOf(text: string, language: DraftLanguage): number[] {
  return [...text.matchAll(language === 'en' ? BREAK.en : BREAK.zh)].map((match) => match.index + match[0].length);
}

/** The part of a sentence that belongs to words within it, where others of their kind stand before and after them. */
export function partAround(text: string, words: readonly Part[], index: number, language: DraftLanguage): Part {
  const between = (before: Part | undefined, after: Part | undefined): number | null => {
    if (before === undefined || after === undefined) return null;
    const breaks = breaksOf(text, language).filter((at) => at > before[1] && at <= after[0]);
    // An adverbial at the head, such as "Later on Friday, after the close,", is no part of its own: it has no verb.
    return (
      breaks.findLast((at) => language !== 'en' || (CLAUSE.test(text.slice(0, at)) && CLAUSE.test(text.slice(at)))) ??
      null
    );
  };
  const own = words[index];
  return [between(words[index - 1], own) ?? 0, between(own, words[index + 1]) ?? text.length];
}

/** The clause in which words stand. */
export function clauseAround(text: string, [from, to]: Part, language: DraftLanguage): Part {
  const breaks = breaksOf(text, language);
  return [breaks.filter((at) => at <= from).at(-1) ?? 0, breaks.find((at) => at > to) ?? text.length];
}

const trimmed = (text: string): string =>
  text.replace(/^[\s,;:，；：、—–-]+|[\s,;:，；：、—–-]+$/g, '').replace(/[.。]$/, '');

/** The words of a part as a quote: without what joins it to its neighbours; a clause of it where it is long. */
export function quoteOf(text: string, [from, to]: Part, around: Part, language: DraftLanguage): string {
  let start = from;
  let end = to;
  if (end - start > LONGEST) {
    const breaks = [from, ...breaksOf(text, language).filter((at) => at > from && at < to), to];
    start = breaks.filter((at) => at <= around[0]).at(-1) ?? from;
    end = breaks.filter((at) => at > around[1] && at - start <= LONGEST).at(-1) ?? Math.min(to, start + LONGEST);
  }
  const whole = text.slice(start, end).trimStart();
  const lead = language === 'en' ? (LEAD.exec(whole)?.[0].length ?? 0) : 0;
  return closed(trimmed(whole.slice(lead)));
}

const PAIRS = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['（', '）'],
  ['(', ')'],
] as const;

/** Takes a mark at either end whose other half is not in the quote. */
function closed(quote: string): string {
  let text = quote;
  for (const [open, close] of PAIRS) {
    if (text.startsWith(open) && !text.includes(close)) text = text.slice(1);
    if (text.endsWith(close) && !text.includes(open)) text = text.slice(0, -1);
  }
  return text;
}

/** A short title: the quote without the words for its date, cut at a word. */
export function titleOf(quote: string, phrases: readonly string[], language: DraftLanguage): string {
  let text = quote;
  for (const phrase of phrases) text = text.replace(phrase, '');
  text = trimmed(
    text
      .replace(/^[“‘「"']|[”’」"']$/g, '')
      .replace(/\s+/g, ' ')
      .replace(/ ([,.;])/g, '$1'),
  );
  if (text === '') text = quote;
  const longest = language === 'en' ? LONGEST_TITLE : LONGEST_TITLE / 2;
  if (text.length > longest) {
    const cut = text.slice(0, longest);
    const at = language === 'en' ? cut.lastIndexOf(' ') : Math.max(cut.lastIndexOf('，'), cut.lastIndexOf('；'));
    text = `${trimmed(at > longest / 2 ? cut.slice(0, at) : cut)}…`;
  }
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

const SPEECH =
  /\b(?:speak(?:s|ing)?|spoke|speech|remarks?|praised|testif\w+|interview|address(?:ed)?|hailed)\b|讲话|講話|演讲|演講|发言|發言|致辞|致辭|专访|專訪/i;
const POLICY =
  /\b(?:tariffs?|licen[cs]\w+|export controls?|restrict\w*|ban(?:s|ned)?|sanction\w*|entity list|rates? (?:cut|hike|rise)|law|rules?|ministry|commerce department|white house|government|central bank|congress|regulator\w*|controls)\b|关税|關稅|许可|許可|管制|制裁|实体清单|實體清單|降息|加息|央行|商务部|商務部|政府|法案|监管|監管|禁令/i;

/** Speech, policy or announcement, from the words of a quote. */
export function kindOf(quote: string): DraftEvent['kind'] {
  if (SPEECH.test(quote)) return 'speech';
  return POLICY.test(quote) ? 'policy' : 'announcement';
}
