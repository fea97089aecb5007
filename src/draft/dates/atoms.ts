import type { ZoneId } from '../../core/units.ts';
import type { DayPart } from '../draft.ts';

/** A day of a calendar as far as a text gives it. */
export interface CalendarDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
}

/** Words that give a day or a month, before they are read against the date of publication. */
export type DateValue =
  | ({ readonly kind: 'day'; readonly end: CalendarDay | null; readonly isMonthUncertain: boolean } & CalendarDay)
  | {
      readonly kind: 'month';
      readonly year: number | null;
      readonly month: number;
      readonly part: 'early' | 'middle' | 'late' | null;
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week: 'last' | 'this' | 'next' | 'latest' | null }
  /** Days from the date of publication. */
  | { readonly kind: 'from-publication'; readonly days: number }
  /** Days, or sessions, from the date that the text spoke of last. */
  | { readonly kind: 'from-text'; readonly days: number; readonly unit: 'day' | 'session' }
  /** "A day after …": days between what the sentence tells and what follows these words. */
  | { readonly kind: 'from-event'; readonly days: number }
  /** "Next week", "by the end of the year": no day. */
  | { readonly kind: 'vague-future' }
  /** "Now", "this year", "since April": no date of an event. */
  | { readonly kind: 'none' };

/** Words that give a time of day. */
export type TimeValue =
  | {
      readonly kind: 'clock';
      /** Minutes after midnight. */
      readonly minutes: number;
      readonly relation: 'at' | 'before' | 'shortly-before' | 'after' | 'shortly-after' | 'about';
    }
  | { readonly kind: 'part'; readonly part: DayPart }
  /** Null for "local time", which is that of who acts. */
  | { readonly kind: 'zone'; readonly zone: ZoneId | null };

/** Words of a sentence and what they mean. */
export interface Atom<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

export type DateAtom = Atom<DateValue>;
export type TimeAtom = Atom<TimeValue>;

/** Atoms in the order of the text, none over another: the longer words win, then those listed first. */
export function withoutOverlap<Value>(atoms: readonly Atom<Value>[]): readonly Atom<Value>[] {
  const kept: Atom<Value>[] = [];
  for (const atom of atoms.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (kept.every(({ from, to }) => atom.to <= from || atom.from >= to)) kept.push(atom);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}

/** Every match of a pattern, as atoms; a match without a value is none. */
export function atomsOf<Value>(
  text: string,
  pattern: RegExp,
  valueOf: (match: RegExpExecArray) => Value | null,
): Atom<Value>[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = valueOf(match);
    return value === null ? [] : [{ from: match.index, to: match.index + match[0].length, value }];
  });
}
