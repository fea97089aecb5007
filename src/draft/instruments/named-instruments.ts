import type { ExchangeId } from '../../core/exchanges/registry.ts';
import type { InstrumentId } from '../../core/series.ts';
import type { DraftInstrument } from '../draft.ts';

/** An instrument that a text may name. */
export interface CatalogueEntry {
  readonly id: InstrumentId;
  readonly name: string;
  readonly exchange: ExchangeId;
  readonly kind: 'index' | 'share';
  /** Every word for it in a text, in any language; the longest that fits names it. */
  readonly names: readonly string[];
}

/** Where a sentence names an instrument. */
export interface NamedInstrument {
  readonly from: number;
  readonly to: number;
  readonly entry: CatalogueEntry;
}

/** A finder of the names of a catalogue. */
export type FindInstruments = (text: string) => readonly NamedInstrument[];

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** What makes a name that of something else: "Nasdaq 100", "Hang Seng China Enterprises", "Nasdaq-listed". */
const ANOTHER =
  /^(?:[- ](?:listed|based)|\s?100\b|-100\b|\s+(?:China|Enterprises|Golden|Biotech|Bank|futures|exchange|Market Site|Stock Market)\b|上市|公司|交易所|期货|期貨|中国|中國企|国企|國企|银行|銀行|生物)/i;

/** A finder of every name that a catalogue knows. Names of letters stand as words of their own; case is kept. */
export function instrumentFinder(catalogue: readonly CatalogueEntry[]): FindInstruments {
  const byName = new Map<string, CatalogueEntry>();
  for (const entry of catalogue) {
    for (const name of entry.names) if (!byName.has(name)) byName.set(name, entry);
  }
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (names.length === 0) return () => [];
  const pattern = new RegExp(
    names
      .map((name) => (/^[\p{Script=Han}]/u.test(name) ? literal(name) : `\\b${literal(name)}(?![\\p{Ll}\\p{N}])`))
      .join('|'),
    'gu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const entry = byName.get(match[0].replace(/\s+/g, ' '));
      const to = match.index + match[0].length;
      return entry === undefined || ANOTHER.test(text.slice(to)) ? [] : [{ from: match.index, to, entry }];
    });
}

/** Words for shares of a place or a trade, and the instrument of the catalogue that stands for them. */
const GROUPS: readonly (readonly [id: InstrumentId, pattern: RegExp])[] = [
  [
    'HSTECH',
    /\b(?:tech(?:nology)? (?:firms|companies|shares|stocks|giants) in Hong Kong|Hong Kong(?:[’']s)?(?:[- ]listed)?(?: Chinese)? tech(?:nology)?(?: (?:firms|companies|shares|stocks|sector))?)\b|港股科技股|香港科技股|科技股(?=.{0,6}港股)|恒科/gi,
  ],
  [
    'HSI',
    /\b(?:Hong Kong(?:[’']s)? (?:shares|stocks|equities)|(?:shares|stocks|equities) in Hong Kong)\b|港股(?!科技)|香港股市/gi,
  ],
  ['SPX', /\b(?:Wall Street|U\.?S\.? (?:shares|stocks|equities)|American (?:shares|stocks))\b(?! Journal)|美股/gi],
];

/** Shares everywhere, or of no named place. */
const WORLDWIDE =
  /\b(?:tech(?:nology)?|chip|global|world) (?:stocks|shares|equities|markets?) (?:worldwide|around the world|globally|across the globe)\b|\bglobal (?:tech(?:nology)? )?(?:stocks|shares|equities|markets)\b|全球(?:科技)?(?:股市|股票|科技股)|环球股市|環球股市/gi;
const UNNAMED =
  /\b(?:tech(?:nology)?|chip(?:maker)?|semiconductor|software|AI|bank|energy|European|Asian|Chinese) (?:shares|stocks|firms|names)\b|科技股|芯片股|晶片股|半导体股|半導體股|亚洲股市|亞洲股市|欧洲股市|歐洲股市/gi;

/** What a sentence about markets is about: an instrument, a group that one stands for, or shares of no name. */
export interface MarketSubject {
  readonly from: number;
  readonly to: number;
  readonly subject:
    | { readonly kind: 'instrument'; readonly entry: CatalogueEntry }
    | { readonly kind: 'worldwide' }
    | { readonly kind: 'unnamed' };
}

/** The markets and shares that a sentence names, in order, none over another. */
export function marketSubjects(
  text: string,
  find: FindInstruments,
  catalogue: readonly CatalogueEntry[],
): readonly MarketSubject[] {
  const found: MarketSubject[] = [];
  const add = (one: MarketSubject): void => {
    if (found.every(({ from, to }) => one.to <= from || one.from >= to)) found.push(one);
  };
  const each = (pattern: RegExp, subject: MarketSubject['subject']): void => {
    for (const match of text.matchAll(pattern)) add({ from: match.index, to: match.index + match[0].length, subject });
  };
  each(WORLDWIDE, { kind: 'worldwide' });
  for (const [id, pattern] of GROUPS) {
    const entry = catalogue.find((one) => one.id === id);
    if (entry !== undefined) each(pattern, { kind: 'instrument', entry });
  }
  for (const { from, to, entry } of find(text)) add({ from, to, subject: { kind: 'instrument', entry } });
  each(UNNAMED, { kind: 'unnamed' });
  return found.toSorted((a, b) => a.from - b.from);
}

/**
 * The instruments that a text names, each once, in the order in which they are named; one that stands for a group of
 * shares only where the text says what that group did.
 */
export function proposedInstruments(
  texts: readonly string[],
  find: FindInstruments,
  catalogue: readonly CatalogueEntry[],
  tellsMarket: (text: string) => boolean,
): readonly DraftInstrument[] {
  const proposed = new Map<InstrumentId, DraftInstrument>();
  for (const text of texts) {
    const named = new Set(find(text).map(({ entry }) => entry.id));
    for (const { from, to, subject } of marketSubjects(text, find, catalogue)) {
      if (subject.kind !== 'instrument' || proposed.has(subject.entry.id)) continue;
      const { id, name, exchange } = subject.entry;
      if (named.has(id) || tellsMarket(text)) proposed.set(id, { id, name, exchange, phrase: text.slice(from, to) });
    }
  }
  return [...proposed.values()];
}
