import { roundsToNothing } from '../../core/little-changed.ts';
import type { Formats } from '../../chart/text/formats.ts';
import type { RecordClose } from '../../core/records.ts';
import type { Ratio, SessionDate } from '../../core/units.ts';
import { capitalized } from './capitalized.ts';
import { inWords } from './shares.ts';

/** A stretch of a sentence; `slot` is the colour of the instrument that it names, or null. */
export interface SentencePart {
  readonly text: string;
  readonly slot: number | null;
}

/** What one market did in the first session, or the first two, that could react. */
export interface MoveFacts {
  /** Inside a sentence: "the Nasdaq". */
  readonly name: string;
  readonly shortName: string;
  readonly slot: number;
  readonly move: Ratio;
  /** The session whose close the move ends with. */
  readonly session: SessionDate;
  /** Over how many sessions: two where the news may have come after the close of the first. */
  readonly sessions: 1 | 2;
  readonly record: RecordClose | null;
}

/** All that a headline says. "After" is time, never cause. */
export interface HeadlineFacts {
  /** What happened, to stand after "after": "Nvidia said that it would sell the H20 in China again". */
  readonly clause: string;
  /** The same in a few words: "Nvidia’s H20 news". */
  readonly shortClause: string;
  /** The larger move first. */
  readonly moves: readonly MoveFacts[];
  /** Names of markets whose closes end before they could react. */
  readonly waiting: readonly string[];
}

/** More markets than these are counted and not named. */
const MOST_NAMED = 3;
/** Length of a short headline in characters. */
const SHORT = 60;

function quietWords(moves: readonly number[]): string {
  return moves.every((move) => move === 0) ? 'unchanged' : 'little changed';
}

/**
 * The verb for a move that is written with one decimal: it rose or fell by what
 * is written, and what rounds to nothing was little changed. No stronger word is used.
 */
export function moveWords(move: Ratio, formats: Formats): string {
  if (roundsToNothing(move, 1)) return `was ${quietWords([move])}`;
  return `${move > 0 ? 'rose' : 'fell'} ${formats.percent(Math.abs(move))}`;
}

/**
 * "to a record close" where the study gives the highest close before the data
 * and this one beats it; else how far back it is the highest. Null when it is not.
 */
function recordWords(record: RecordClose | null, formats: Formats): string | null {
  if (record === null || !record.highest) return null;
  if (record.since.kind === 'all-time') return 'to a record close';
  return `to the highest close since ${formats.date(record.since.first)}`;
}

/** Which session a move was in, where the sentence has to say so. */
function whenWords({ session, sessions }: MoveFacts, isTogether: boolean, formats: Formats): string {
  if (sessions === 2) return ` over two sessions${isTogether ? '' : `, to ${formats.dayMonth(session)}`}`;
  return isTogether ? '' : ` on ${formats.dayMonth(session)}`;
}

function restWords(count: number): string {
  return count === 0 ? '' : `; the other ${count === 1 ? 'one' : inWords(count)} moved no more than that`;
}

/** What stands where no move can be told. */
function withoutMoves({ clause, waiting }: HeadlineFacts): SentencePart[] {
  const text =
    waiting.length > 0
      ? `No session has closed yet since ${clause}`
      : `${capitalized(clause)}: no closes at hand tell how markets moved`;
  return [{ text, slot: null }];
}

/**
 * What happened, to whom, after what: "Hong Kong tech rose 2.8% after Nvidia said that it would sell the H20 in China
 * again; the Nasdaq rose 0.2%, to a record close". At most three markets are named.
 */
export function headlineWords(facts: HeadlineFacts, formats: Formats): SentencePart[] {
  const { clause, moves, waiting } = facts;
  if (moves.length === 0) return withoutMoves(facts);
  const plain = (text: string): SentencePart => ({ text, slot: null });
  const named = (name: string, { slot }: MoveFacts): SentencePart => ({ text: name, slot });
  const isTogether = new Set(moves.map(({ session, sessions }) => `${session} ${sessions}`)).size === 1;
  const late = waiting.length === 0 ? '' : `; no session yet for ${formats.list(waiting)}`;
  const shown = moves.slice(0, MOST_NAMED);
  const rest = restWords(moves.length - shown.length) + late;

  if (
    isTogether &&
    moves.length > 1 &&
    moves.every(({ move, record }) => roundsToNothing(move, 1) && record?.highest !== true)
  ) {
    const names = shown.flatMap((one, index): SentencePart[] => {
      const isLast = index === shown.length - 1;
      const before = index === 0 ? [] : [plain(isLast ? ' and ' : ', ')];
      return [...before, named(index === 0 ? capitalized(one.name) : one.name, one)];
    });
    const words = quietWords(moves.map(({ move }) => move));
    return [...names, plain(` were ${words} after ${clause}${rest}`)];
  }
  const parts = shown.flatMap((one, index): SentencePart[] => {
    const record = recordWords(one.record, formats);
    const verb = ` ${moveWords(one.move, formats)}`;
    const when = whenWords(one, isTogether, formats);
    if (index === 0) {
      const to = record === null ? '' : ` ${record}`;
      return [named(capitalized(one.name), one), plain(`${verb}${to}${when} after ${clause}`)];
    }
    return [plain('; '), named(one.name, one), plain(`${verb}${when}${record === null ? '' : `, ${record}`}`)];
  });
  return rest === '' ? parts : [...parts, plain(rest)];
}

function lengthOf(parts: readonly SentencePart[]): number {
  return parts.reduce((sum, { text }) => sum + Array.from(text).length, 0);
}

/**
 * The same in at most 60 characters, for a place as small as a stamp: "HS TECH +2.8%, Nasdaq +0.2% after Nvidia’s H20
 * news". As many markets as there is room for, the larger moves first; the news goes only where one market leaves it
 * no room.
 */
export function shortHeadlineWords({ shortClause, moves, waiting }: HeadlineFacts, formats: Formats): SentencePart[] {
  const after = ` after ${shortClause}`;
  const some = (count: number): SentencePart[] =>
    moves
      .slice(0, count)
      .flatMap(({ shortName, slot, move }, index): SentencePart[] => [
        ...(index === 0 ? [] : [{ text: ', ', slot: null }]),
        { text: `${shortName} ${formats.change(move)}`, slot },
      ]);
  const counts = moves.map((_, index) => moves.length - index);
  const forms =
    moves.length === 0
      ? [[{ text: waiting.length > 0 ? `No session yet${after}` : `No closes around ${shortClause}`, slot: null }]]
      : [...counts.map((count) => [...some(count), { text: after, slot: null }]), ...counts.map(some)];
  const fitting = forms.find((form) => lengthOf(form) <= SHORT);
  if (fitting !== undefined) return fitting;
  const [last] = forms.at(-1) ?? [];
  return last === undefined
    ? []
    : [
        {
          ...last,
          text: `${Array.from(last.text)
            .slice(0, SHORT - 1)
            .join('')}…`,
        },
      ];
}

/** What stands for the clause of an event whose study gives none: its title, quoted. */
export function titleAsClause(title: string): string {
  return `“${title}”`;
}

/** What stands for the short clause of an event whose study gives none: its day. */
export function dayAsClause(day: SessionDate, formats: Formats): string {
  return `the news of ${formats.shortDate(day)}`;
}
