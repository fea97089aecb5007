import { OTHER_VERBS, PAST_VERBS } from '../article/english-verbs.ts';
import { marketWords } from '../claims/market-words.ts';
import type { DraftLanguage } from '../draft.ts';
import { type CatalogueEntry, type FindInstruments, marketSubjects } from '../instruments/named-instruments.ts';

/** What a text is searched with. */
export interface Lexicon {
  readonly language: DraftLanguage;
  readonly catalogue: readonly CatalogueEntry[];
  readonly find: FindInstruments;
}

const MARKET_NOUN =
  /\b(?:shares?|stocks?|index|indices|indexes|equities|futures|markets?|bourses?|Wall Street|yields?|bonds?|oil|crude|Brent|gold|bitcoin|the (?:dollar|yen|euro|pound|yuan))\b|股价|股價|股市|指数|指數|大盘|大盤|收盘|收盤|收市|开盘|開盤|油价|油價|金价|金價|汇率|匯率/i;
const COMPANY_MOVE = /shares?|stock|股|收[盘盤市]/;

/** Whether words tell what a market did, rather than what somebody said or decided. */
export function tellsMarket(text: string, { language, catalogue, find }: Lexicon): boolean {
  const isValue = /\bvalu|market cap|市值/i.test(text);
  const words = marketWords(text, language).filter(({ statement }) => statement.kind !== 'value' || isValue);
  if (words.length === 0) return false;
  if (MARKET_NOUN.test(text) || (isValue && words.some(({ statement }) => statement.kind === 'value'))) return true;
  return marketSubjects(text, find, catalogue).some(({ subject, to }) => {
    if (subject.kind !== 'instrument' || subject.entry.kind === 'index' || COMPANY_MOVE.test(text)) return true;
    // A company lifts prices and hits targets; a share rises and falls right after its name, or by a figure.
    return words.some(({ from, statement }) => statement.kind === 'move' || (from >= to && from - to <= 12));
  });
}

const CAUSE =
  /,?\s*\b(?:after|as|when|because|once|following news that|on news that|on reports that|on signs that)\s+/i;
const VERB = new RegExp(`\\b(?:${PAST_VERBS}|${OTHER_VERBS}|\\w{3,}s)\\b`);
const NEWS_CHINESE =
  /宣布|宣佈|表示|披露|公布|公佈|发布|發布|發佈|要求|批准|决定|決定|签署|簽署|称|稱|下令|允许|允許|放行|报道|報道|征收|徵收|加征|加徵|推出|裁定|列入|上调|上調|下调|下調|降息|加息|收购|收購|获[准批]|獲[准批]/;

/** A part of a sentence: [from, to). */
export type Part = readonly [from: number, to: number];

/**
 * The part of a sentence that tells something other than a move of a market: all of it, what follows "after" or "as",
 * or null where it only says what a market did.
 */
export function newsPart(text: string, [from, to]: Part, lexicon: Lexicon): Part | null {
  const words = text.slice(from, to);
  if (lexicon.language !== 'en') {
    return tellsMarket(words, lexicon) && !NEWS_CHINESE.test(words) ? null : [from, to];
  }
  const that = /\bthat\b/.exec(words)?.index ?? words.length;
  const cause = CAUSE.exec(words);
  const main = words.slice(0, Math.min(that, cause?.index ?? words.length));
  if (!tellsMarket(main, lexicon)) return VERB.test(words) ? [from, to] : null;
  if (cause === null) return null;
  const start = cause.index + cause[0].length;
  const rest = words.slice(start);
  const isNews = VERB.test(rest) && rest.split(/\s+/).length >= 4 && !tellsMarket(rest, lexicon);
  return isNews ? [from + start, to] : null;
}

const COMMENTATOR =
  /\b(?:analysts?|strategists?|economists?|traders?|investors?|brokers?|fund managers?)\b|分析师|分析師|分析人士|交易员|交易員|策略师|策略師|业内人士|業內人士|经济学家|經濟學家|市场人士|市場人士/i;
const SAYING = /\b(?:said|says?|wrote|expects?|noted|warned|told|react)\b|称|稱|表示|认为|認為|指出|预计|預計/i;

/** Whether a sentence is a comment on markets by those who watch them. */
export function isComment(text: string): boolean {
  const by = COMMENTATOR.exec(text);
  return by !== null && SAYING.test(text.slice(Math.max(0, by.index - 40), by.index + 60));
}
