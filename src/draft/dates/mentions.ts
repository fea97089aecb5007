import { addDays } from '../../core/calendar-days.ts';
import type { SessionDate } from '../../core/units.ts';
import type { Sentence } from '../article/sentences.ts';
import { sharedWords, wordsOf } from '../article/words.ts';
import type { DateReading, DateStatus, DraftLanguage } from '../draft.ts';
import type { DateAtom, TimeAtom } from './atoms.ts';
import { type DaySpan, readDate, type ReadDate } from './read-date.ts';
import { sentenceAtoms } from './sentence-atoms.ts';
import { isBeginning, isTold } from './tense.ts';

/** A date, or a time of a day, that a sentence gives. */
export interface Mention {
  readonly sentence: number;
  /** Where the words stand in their sentence. */
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
  /** The part of the sentence that the date belongs to, where its words say so. */
  readonly scope: readonly [number, number] | null;
  readonly times: readonly TimeAtom[];
  /** Null for a date after the publication. */
  readonly past: {
    readonly status: DateStatus;
    readonly reading: DateReading;
    readonly days: DaySpan | null;
    readonly candidates: readonly SessionDate[];
  } | null;
  readonly future: SessionDate | null;
  /** A time without a date of its own: of the day that the text spoke of last. */
  readonly isTimeOnly: boolean;
}

/** How far a time of day may stand from its date, in characters. */
const REACH = { en: 90, zh: 30 } as const;

interface Known {
  readonly date: SessionDate;
  readonly words: ReadonlySet<string>;
}

interface State {
  last: { date: SessionDate; sentence: number } | null;
  readonly known: Known[];
}

/** A read date, and the part of the sentence that it belongs to. */
interface Found {
  readonly read: ReadDate;
  readonly scope: readonly [number, number] | null;
}

function nearestDate(time: TimeAtom, dates: readonly DateAtom[], reach: number): DateAtom | null {
  let best: DateAtom | null = null;
  let gap = reach;
  for (const date of dates) {
    const distance = time.from >= date.to ? time.from - date.to : date.from - time.to;
    if (distance < gap) [best, gap] = [date, distance];
  }
  return best;
}

function phraseOf(text: string, parts: readonly { readonly from: number; readonly to: number }[]): string {
  const pieces: { from: number; to: number }[] = [];
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const previous = pieces.at(-1);
    if (previous !== undefined && from - previous.to <= 2) previous.to = Math.max(previous.to, to);
    else pieces.push({ from, to });
  }
  return pieces.map(({ from, to }) => text.slice(from, to)).join(' … ');
}

const POINTS_BACK = /\b(?:came|comes|coming|follow(?:s|ed)|was|is|arrived?)\s*(?:just|only|barely)?\s*$/i;
const DEFINITE = /^(?:the|its|his|her|their|this|that|those|these)\b/i;

/** Reads "a day after …": which of the two things that the sentence tells is dated by the other. */
function readFromEvent(
  { text }: Sentence,
  atom: DateAtom,
  days: number,
  others: readonly { readonly atom: DateAtom; readonly read: ReadDate }[],
  state: State,
  published: SessionDate,
): Found {
  const end = /[;。]|, (?!who|which)|[.!?]?["”]?$/.exec(text.slice(atom.to))?.index ?? 0;
  const event: readonly [number, number] = [atom.to, atom.to + end];
  const main: readonly [number, number] = atom.from < 12 ? [event[1], text.length] : [0, atom.from];
  const stated = (date: SessionDate, anchor: SessionDate, scope: readonly [number, number]): Found => ({
    read: {
      kind: 'read',
      status: 'stated',
      reading: { kind: 'from-date-in-text', anchor },
      days: { first: date, last: date },
      candidates: [],
    },
    scope,
  });
  const dayOf = (read: ReadDate): SessionDate | null => (read.kind === 'read' ? (read.days?.first ?? null) : null);
  for (const { atom: other, read } of others) {
    const date = dayOf(read);
    if (date === null) continue;
    const isInside = other.from >= event[0] && other.from < event[1];
    return isInside ? stated(addDays(date, days), date, main) : stated(addDays(date, -days), date, event);
  }
  const anchor = state.last?.date ?? null;
  if (anchor !== null && POINTS_BACK.test(text.slice(0, atom.from)))
    return stated(addDays(anchor, -days), anchor, event);
  const words = wordsOf(text.slice(...event), 'en');
  const known = state.known.filter((one) => sharedWords(one.words, words) >= 2).at(-1)?.date;
  const named = known ?? (DEFINITE.test(text.slice(event[0])) ? anchor : null);
  if (named !== null) return stated(addDays(named, days), named, main);
  return {
    read: {
      kind: 'read',
      status: 'ambiguous',
      reading: { kind: 'from-unknown' },
      days: null,
      candidates: [addDays(published, -days - 1), addDays(published, -days)],
    },
    scope: event,
  };
}

/** Every date and time of a text that an event could have, in order; bounds of stretches and "now" are left out. */
export function mentionsOf(
  sentences: readonly Sentence[],
  language: DraftLanguage,
  published: SessionDate,
): readonly Mention[] {
  const state: State = { last: null, known: [] };
  return sentences.flatMap((sentence, index) => inSentence(sentence, index, language, published, state));
}

function inSentence(
  sentence: Sentence,
  index: number,
  language: DraftLanguage,
  published: SessionDate,
  state: State,
): Mention[] {
  const { text } = sentence;
  const { dates, times } = sentenceAtoms(text, language, Number(published.slice(0, 4)));
  if (dates.length === 0 && times.length === 0) return [];
  const own = dates.filter(({ value }) => value.kind !== 'none');
  const reach = language === 'en' ? REACH.en : REACH.zh;
  const mine = new Map<DateAtom | null, TimeAtom[]>();
  for (const time of times) {
    const date = nearestDate(time, dates, reach);
    mine.set(date, [...(mine.get(date) ?? []), time]);
  }
  const reads: { atom: DateAtom; read: ReadDate; scope: Found['scope'] }[] = [];
  for (const atom of own) {
    const told = isTold(text, atom.from, atom.to, language);
    const last = state.last === null ? null : { date: state.last.date, isSameSentence: state.last.sentence === index };
    if (atom.value.kind === 'from-event') continue;
    const begins = isBeginning(text, atom.from, atom.to, language);
    const read = readDate(atom.value, { published, last, told, isBeginning: begins });
    reads.push({ atom, read, scope: null });
    const date = read.kind === 'read' ? read.days?.last : undefined;
    if (date !== undefined) state.last = { date, sentence: index };
  }
  for (const atom of own) {
    if (atom.value.kind !== 'from-event') continue;
    const { read, scope } = readFromEvent(sentence, atom, atom.value.days, reads, state, published);
    reads.push({ atom, read, scope });
  }
  const words = wordsOf(text, language);
  for (const { read } of reads) {
    if (read.kind === 'read' && read.days !== null) state.known.push({ date: read.days.first, words });
  }
  const dated = reads
    .toSorted((a, b) => a.atom.from - b.atom.from)
    .flatMap(({ atom, read, scope }): Mention[] => {
      if (read.kind === 'none') return [];
      const attached = mine.get(atom) ?? [];
      return [
        {
          sentence: index,
          from: atom.from,
          to: atom.to,
          phrase: phraseOf(text, [atom, ...attached]),
          scope,
          times: attached,
          past: read.kind === 'read' ? read : null,
          future: read.kind === 'future' ? read.date : null,
          isTimeOnly: false,
        },
      ];
    });
  const loose = mine.get(null) ?? [];
  const isTime = loose.some(({ value }) => value.kind === 'clock' || value.kind === 'part');
  const [first] = loose;
  if (dates.length > 0 || !isTime || first === undefined) return dated;
  const anchor = state.last?.date ?? published;
  const isNear = state.last !== null && index - state.last.sentence <= 2;
  return [
    {
      sentence: index,
      from: first.from,
      to: loose.at(-1)?.to ?? first.to,
      phrase: phraseOf(text, loose),
      scope: null,
      times: loose,
      past: {
        status: isNear ? 'stated' : 'inferred',
        reading: { kind: 'same-day', anchor },
        days: { first: anchor, last: anchor },
        candidates: [],
      },
      future: null,
      isTimeOnly: true,
    },
  ];
}
