import type { SessionDate, ZoneId } from '../core/units.ts';
import { isHtml, pageText } from './article/html-text.ts';
import { languageOf } from './article/language.ts';
import { readArticle } from './article/read-article.ts';
import { sentencesOf } from './article/sentences.ts';
import { findClaims } from './claims/find-claims.ts';
import { marketWords } from './claims/market-words.ts';
import { mentionsOf } from './dates/mentions.ts';
import type { Drafted, DraftFailure } from './draft.ts';
import { findEvents } from './events/find-events.ts';
import { type CatalogueEntry, instrumentFinder, proposedInstruments } from './instruments/named-instruments.ts';

/** What a draft is made of. */
export interface ArticleToDraft {
  /** Plain text, Markdown or the source of a page. */
  readonly text: string;
  /** The date of publication; null where the text is to say it. */
  readonly published: SessionDate | null;
  /** Where it was published; null where its dateline is to say it, or else its language. */
  readonly zone: ZoneId | null;
  readonly catalogue: readonly CatalogueEntry[];
}

/** The longest text that is drafted from, in characters. */
const LIMIT = 1_000_000;
/** Sentences are this long at least; shorter lines are labels. */
const SHORTEST = { en: 25, zh: 8 } as const;

/** Where a text of a language is taken to come from when neither it nor anybody says. */
const USUAL_ZONE = { en: 'UTC', 'zh-Hans': 'Asia/Shanghai', 'zh-Hant': 'Asia/Hong_Kong' } as const;

const failed = (failure: DraftFailure): Drafted => ({ kind: 'failed', failure });

/**
 * The draft of a study from an article: its events by their dates, what it says of markets, the instruments that it
 * names. The same text gives the same draft; nothing of it is run, fetched or sent.
 */
export function draftArticle({ text, published, zone, catalogue }: ArticleToDraft): Drafted {
  if (text.trim() === '') return failed({ kind: 'empty' });
  if (text.length > LIMIT) return failed({ kind: 'too-long', characters: text.length, limit: LIMIT });
  const page = isHtml(text) ? pageText(text) : { text, title: null, outlet: null, published: null };
  if (page.text.trim() === '') return failed({ kind: 'no-sentences' });
  const language = languageOf(page.text);
  if (language === null) return failed({ kind: 'language' });
  const article = readArticle(page.text, language, page);
  const isChinese = language !== 'en';
  const sentences = sentencesOf(article.paragraphs, isChinese);
  const shortest = isChinese ? SHORTEST.zh : SHORTEST.en;
  if (!sentences.some((one) => one.text.length >= shortest && /[.!?。！？”"]$/.test(one.text)))
    return failed({ kind: 'no-sentences' });
  const day = published ?? article.published;
  if (day === null) return failed({ kind: 'no-publication-date', title: article.title });
  const place = zone ?? article.zone ?? USUAL_ZONE[language];
  const lexicon = { language, catalogue, find: instrumentFinder(catalogue) };
  const mentions = mentionsOf(sentences, language, day);
  const instruments = proposedInstruments(
    sentences.map((one) => one.text),
    lexicon.find,
    catalogue,
    (one) => marketWords(one, language).length > 0,
  );
  const { events, future } = findEvents(sentences, mentions, article.zone ?? place, lexicon);
  return {
    kind: 'draft',
    draft: {
      language,
      title: article.title,
      outlet: article.outlet,
      published: day,
      zone: place,
      events,
      future,
      claims: findClaims(sentences, mentions, events, instruments, day, lexicon),
      instruments,
      sentences: sentences.map((one) => one.text),
    },
  };
}
