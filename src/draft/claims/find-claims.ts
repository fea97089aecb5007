import type { SessionDate } from '../../core/units.ts';
import type { Sentence } from '../article/sentences.ts';
import { sharedWords, wordsOf } from '../article/words.ts';
import type { Mention } from '../dates/mentions.ts';
import type { DraftClaim, DraftEvent, DraftInstrument } from '../draft.ts';
import type { Lexicon, Part } from '../events/market-part.ts';
import { clauseAround, quoteOf } from '../events/quote.ts';
import { type MarketSubject, marketSubjects } from '../instruments/named-instruments.ts';
import { type ClaimDay, expressClaim } from './express-claim.ts';
import { type MarketWords, marketWords } from './market-words.ts';

/** Verbs whose market stands after them. */
const ACTS_ON = /^(?:lift|boost|buoy|sent|push|weigh|drag|hit|造好|提振|带动|帶動|拖累)/i;
/** A market value is told of a company with such a word. */
const VALUE = /\bvalu|\bworth\b|capitali[sz]ation|market cap|市值/i;
/** Words that make a company's name that of its share. */
const SHARE = /\bshares?\b|\bstocks?\b|股价|股價|收[盘盤市]/i;
/** What takes up the market of the sentence before. */
const PRONOUN =
  /^(?:it|they|its shares?|the (?:index|shares?|stock|gauge|benchmark))\b|^(?:该股|該股|该指数|該指數|指数|指數|股价|股價)/i;
/** A move over more than a day, or one that is not closed. */
const LONGER =
  /\b(?:year[- ]to[- ]date|so far this (?:year|month|week)|this (?:year|month|week)|for the (?:week|month|quarter|year)|(?:over|in) the (?:past|last) \w+|weekly|monthly|premarket|after-hours|extended trading)\b|累计|累計|今年以来|今年以來|本周|本週|全周|全週|本月|盘前|盤前|盘后|盤後/i;
/** How far a claim without a date may stand from the one whose day or event it takes. */
const NEAR = 3;

const NOT_EXPRESSIBLE = { check: null, because: { kind: 'not-expressible' }, beyond: null } as const;

interface Told {
  readonly words: MarketWords;
  readonly subject: MarketSubject | null;
  readonly other: MarketSubject | null;
}

function subjectOf(
  text: string,
  { from, to, statement }: MarketWords,
  subjects: readonly MarketSubject[],
  carried: MarketSubject | null,
): Told['subject'] {
  const before = subjects.filter((one) => one.to <= from).at(-1) ?? null;
  const after = subjects.find((one) => one.from >= to) ?? null;
  const isNext = after !== null && /^\s*(?:in|for|of|by)?\s*(?:the\s+)?$/i.test(text.slice(to, after.from));
  const actsOn = statement.kind === 'sign' && ACTS_ON.test(text.slice(from, to));
  if (statement.kind === 'comparison') return before ?? carried;
  return isNext || (actsOn && after !== null) ? after : (before ?? carried);
}

function toldIn(text: string, lexicon: Lexicon, previous: MarketSubject | null): readonly Told[] {
  const found = marketWords(text, lexicon.language);
  if (found.length === 0) return [];
  const subjects = marketSubjects(text, lexicon.find, lexicon.catalogue);
  const carried = PRONOUN.test(text) ? previous : null;
  const told = found.flatMap((words): Told[] => {
    const subject = subjectOf(text, words, subjects, carried);
    const { kind } = words.statement;
    if (kind === 'value' && !VALUE.test(text)) return [];
    if (kind === 'level' && (subject?.subject.kind !== 'instrument' || subject.subject.entry.kind !== 'index'))
      return [];
    if (subject === null) return [];
    // A company lifts prices and wins contracts; its share rises right after its name.
    const isShare = subject.subject.kind === 'instrument' && subject.subject.entry.kind === 'share';
    if (kind === 'sign' && isShare && !SHARE.test(text) && subject !== carried && words.from - subject.to > 12)
      return [];
    const other = subjects.find((one) => one.from >= words.to) ?? null;
    return [{ words, subject, other }];
  });
  // A figure says all that "rose" and "sharply" say of the same market.
  return told.filter(({ words, subject }) => {
    const { kind } = words.statement;
    if (kind !== 'sign' && kind !== 'notable') return true;
    return !told.some((one) => one.subject === subject && one.words.statement.kind === 'move');
  });
}

/** The event that a study of these events would be about: told most often, and near to the publication. */
export function centralEvent(events: readonly DraftEvent[], published: SessionDate): DraftEvent | null {
  const near = events.filter(({ time }) => {
    if (time === null) return false;
    const at = time.kind === 'date' ? Date.parse(time.date) : time.kind === 'span' ? time.from : time.at;
    return Date.parse(published) - at < 12 * 86_400_000;
  });
  const told = ({ phrase }: DraftEvent): number => phrase.split(' … ').length;
  const pool = near.length > 0 ? near : events.filter(({ time }) => time !== null);
  return pool.toSorted((a, b) => told(b) - told(a))[0] ?? null;
}

/** Every sentence about markets, as a check of the schema or with the reason why it is none. */
export function findClaims(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  events: readonly DraftEvent[],
  instruments: readonly DraftInstrument[],
  published: SessionDate,
  lexicon: Lexicon,
): readonly DraftClaim[] {
  const { language } = lexicon;
  const centre = centralEvent(events, published);
  const eventWords = events.map((event) => ({ event, words: wordsOf(event.quote, language) }));
  const claims: DraftClaim[] = [];
  let previous: MarketSubject | null = null;
  let marketDay: { readonly date: SessionDate; readonly sentence: number } | null = null;
  let about: { readonly event: DraftEvent; readonly sentence: number } | null = null;
  for (const [index, { text }] of sentences.entries()) {
    const own = mentions.filter((one) => one.sentence === index);
    const inSentence = wordsOf(text, language);
    const best = eventWords
      .map(({ event, words }) => ({ event, shared: sharedWords(words, inSentence) }))
      .filter(({ event, shared }) => event.time !== null && shared >= 2)
      .toSorted((a, b) => b.shared - a.shared)[0];
    // What a sentence about an event says is that event; others take up the one whose words they share.
    if (best !== undefined && own.length === 0) about = { event: best.event, sentence: index };
    for (const { words, subject, other } of toldIn(text, lexicon, previous)) {
      previous = subject;
      const part = clauseAround(text, [words.from, words.to], language);
      const day = dayOf(own, part, words);
      if (day === 'future') continue;
      if (day !== null) marketDay = { date: day, sentence: index };
      const near = about !== null && index - about.sentence <= NEAR ? about.event : centre;
      const when: ClaimDay =
        day !== null
          ? { kind: 'date', date: day }
          : marketDay !== null && index - marketDay.sentence <= NEAR
            ? { kind: 'date', date: marketDay.date }
            : { kind: 'event', event: near };
      if (when.kind === 'date') marketDay = { date: when.date, sentence: index };
      const quote = quoteOf(text, part, [words.from, words.to], language);
      if (claims.some((one) => one.quote === quote && words.statement.kind === 'sign')) continue;
      const isLonger = LONGER.test(text.slice(...part)) && words.statement.kind !== 'value';
      const expressed = isLonger
        ? NOT_EXPRESSIBLE
        : expressClaim(words.statement, subject?.subject ?? null, other?.subject ?? null, when, {
            events,
            centre,
            instruments,
            published,
            language,
          });
      claims.push({ id: `claim-${claims.length + 1}`, quote, ...expressed });
    }
  }
  return claims;
}

/** The day that a clause gives, or the nearest words for one before it in its sentence. */
function dayOf(mentions: readonly Mention[], part: Part, words: MarketWords): SessionDate | 'future' | null {
  const inside = mentions.find(({ from, to }) => from >= part[0] && to <= part[1]);
  const before = mentions.filter(({ to }) => to <= words.from).at(-1);
  const mention = inside ?? before ?? (mentions.length === 1 ? mentions[0] : undefined);
  if (mention === undefined) return null;
  if (mention.past === null) return 'future';
  return mention.past.days?.last ?? null;
}
