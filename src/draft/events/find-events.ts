import { exchanges } from '../../core/exchanges/registry.ts';
import type { ExchangeId } from '../../core/exchanges/registry.ts';
import type { ZoneId } from '../../core/units.ts';
import type { Sentence } from '../article/sentences.ts';
import { type Mention } from '../dates/mentions.ts';
import { actorZones, placeZones } from '../dates/places.ts';
import type { DaySpan } from '../dates/read-date.ts';
import { timeOfDay } from '../dates/time-of-day.ts';
import type { DraftEvent, DraftLanguage, FutureMention } from '../draft.ts';
import { isComment, type Lexicon, newsPart, type Part } from './market-part.ts';
import { mergeEvents } from './merge-events.ts';
import { kindOf, partAround, quoteOf, titleOf } from './quote.ts';

/** An event as one place of a text tells it, before it is joined with other places that tell the same. */
export interface FoundEvent {
  readonly mention: Mention;
  readonly phrases: readonly string[];
  readonly quote: string;
  readonly zone: ZoneId;
  readonly exchange: ExchangeId;
}

const isWithin = (one: Part | undefined, [from, to]: Part): boolean =>
  one !== undefined && one[0] >= from && one[1] <= to;

/** The exchange whose clocks hang in a zone; null where none does. */
export function exchangeIn(zone: ZoneId): ExchangeId | null {
  return Object.values(exchanges).find((one) => one.zone === zone)?.id ?? null;
}

/** The zone in which a mention's time is told: of its own words, of the place, of who acts, of what came before. */
function zoneOf(
  text: string,
  part: Part,
  mention: Mention,
  before: ZoneId | null,
  article: ZoneId,
  language: DraftLanguage,
): ZoneId {
  const named = mention.times.flatMap(({ value }) => (value.kind === 'zone' ? [value.zone] : []));
  const clock = named.find((zone) => zone !== null);
  if (clock !== undefined) return clock;
  if (named.length > 0) {
    const actors = actorZones(text, language);
    const nearest = actors.filter(({ from }) => from < mention.from).at(-1) ?? actors[0];
    return nearest?.zone ?? before ?? article;
  }
  const words = text.slice(...part);
  // A place right beside the date says where; else who acts, rather than whom or what it is about.
  const beside = placeZones(text, language).find(({ from, to }) => Math.max(from - mention.to, mention.from - to) <= 2);
  const found = beside ?? actorZones(words, language)[0] ?? actorZones(text, language)[0];
  return found?.zone ?? before ?? article;
}

/** Words that say whose trading day is meant. */
const MARKETS: readonly (readonly [RegExp, ZoneId])[] = [
  [/港股|香港|Hong Kong/, 'Asia/Hong_Kong'],
  [/美股|Wall Street|New York/, 'America/New_York'],
  [/A股|沪深|滬深|Shanghai/, 'Asia/Shanghai'],
  [/日股|Tokyo/, 'Asia/Tokyo'],
];

function marketOf(
  text: string,
  zone: ZoneId,
  before: ExchangeId | null,
  article: ZoneId,
  lexicon: Lexicon,
): ExchangeId {
  const said = MARKETS.find(([pattern]) => pattern.test(text))?.[1];
  const named = lexicon.find(text)[0]?.entry.exchange;
  return (
    (said === undefined ? null : exchangeIn(said)) ??
    exchangeIn(zone) ??
    before ??
    named ??
    exchangeIn(article) ??
    'XNYS'
  );
}

/** What happened, by the dates that a text gives, and what is still to come. */
export function findEvents(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  articleZone: ZoneId,
  lexicon: Lexicon,
): { readonly events: readonly DraftEvent[]; readonly future: readonly FutureMention[] } {
  const { language } = lexicon;
  const found: FoundEvent[] = [];
  const future: FutureMention[] = [];
  let before: { zone: ZoneId; exchange: ExchangeId; sentence: number } | null = null;
  for (const [index, sentence] of sentences.entries()) {
    const own = mentions.filter((one) => one.sentence === index).toSorted((a, b) => a.from - b.from);
    const spans = own.map(({ from, to }): Part => [from, to]);
    for (const [at, mention] of own.entries()) {
      const { text } = sentence;
      const around = partAround(text, spans, at, language);
      const whole = mention.scope ?? around;
      if (mention.past === null) {
        future.push({
          phrase: mention.phrase,
          quote: quoteOf(text, whole, spans[at] ?? whole, language),
          date: mention.future,
        });
        continue;
      }
      if (isComment(text)) continue;
      const part = newsPart(text, whole, lexicon);
      // What follows "after" has this date only where it gives none of its own.
      // A month beside a day of the same clause is what the news is about, such as "the figures for July".
      const isMonth = mention.past.reading.kind === 'month-only';
      const besideDay = isMonth && own.some((one, other) => one.past?.days != null && isWithin(spans[other], whole));
      const hasOwn =
        part !== null &&
        own.some((one) => one !== mention && one.from >= part[0] && one.to <= part[1] && part[0] > mention.to);
      if (part === null || hasOwn || besideDay) continue;
      const near: { zone: ZoneId; exchange: ExchangeId } | null =
        before !== null && index - before.sentence <= 3 ? before : null;
      const zone = zoneOf(text, part, mention, near?.zone ?? null, articleZone, language);
      const exchange = marketOf(text.slice(...whole), zone, near?.exchange ?? null, articleZone, lexicon);
      const quote = quoteOf(text, part, spans[at] ?? part, language);
      if (quote.length < (language === 'en' ? 15 : 5)) continue;
      before = { zone, exchange, sentence: index };
      found.push({ mention, phrases: [mention.phrase], quote, zone, exchange });
    }
  }
  return { events: numbered(mergeEvents(found, language).map((one) => eventOf(one, language))), future };
}

function eventOf({ mention, phrases, quote, zone, exchange }: FoundEvent, language: DraftLanguage): DraftEvent {
  const { past } = mention;
  if (past === null) throw new RangeError('An event needs a date that is past');
  const at = (days: DaySpan) =>
    timeOfDay(
      days,
      mention.times.map(({ value }) => value),
      zone,
      exchange,
    );
  const told = past.days === null ? null : at(past.days);
  return {
    id: '',
    title: titleOf(
      quote,
      phrases.flatMap((phrase) => phrase.split(' … ')),
      language,
    ),
    kind: kindOf(quote),
    phrase: phrases.join(' … '),
    quote,
    status: past.status,
    reading: past.reading,
    time: told?.time ?? null,
    zone: told?.zone ?? zone,
    part: told?.part ?? null,
    // Of a month, its first and last day; of two readings, each with its hour.
    candidates: past.candidates.map((date) =>
      past.reading.kind === 'month-only' ? { kind: 'date', date } : at({ first: date, last: date }).time,
    ),
  };
}

/** Gives each event an id of its own: the first words of its title, where they are English. */
function numbered(events: readonly DraftEvent[]): readonly DraftEvent[] {
  const taken = new Set<string>();
  return events.map((event, index) => {
    const words = event.title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const slug = words
      .filter((word) => word.length > 2)
      .slice(0, 4)
      .join('-');
    let id = slug === '' || /[^\p{ASCII}’“”…–—]/u.test(event.title) ? `event-${index + 1}` : slug;
    while (taken.has(id)) id = `${id}-${index + 1}`;
    taken.add(id);
    return { ...event, id };
  });
}
