import type { DraftLanguage } from '../draft.ts';

const TRADITIONAL = new Set('們個這來說時會國對發後開關與業產動長門萬點應還過進運達選電納數許證將報銷東車馬錢銀經濟');
const SIMPLIFIED = new Set('们个这来说时会国对发后开关与业产动长门万点应还过进运达选电纳数许证将报销东车马钱银经济');
const ENGLISH = /\b(?:the|of|to|and|in|that|for|on|is|was|with|as|by|it|at|has|its|from|said|a)\b/gi;

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The language of a text, from its letters and its commonest words; null where it is none that drafts are made from. */
export function languageOf(text: string): DraftLanguage | null {
  const han = countOf(text, /\p{Script=Han}/gu);
  const kana = countOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const letters = countOf(text, /\p{L}/gu);
  if (letters === 0) return null;
  if (han > letters / 4) {
    if (kana > han / 10) return null;
    let traditional = 0;
    let simplified = 0;
    for (const letter of text) {
      if (TRADITIONAL.has(letter)) traditional += 1;
      if (SIMPLIFIED.has(letter)) simplified += 1;
    }
    return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  }
  const words = countOf(text, /[\p{L}’']+/gu);
  return countOf(text, ENGLISH) >= words * 0.12 ? 'en' : null;
}
