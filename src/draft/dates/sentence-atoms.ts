import type { DraftLanguage } from '../draft.ts';
import { type Atom, type DateAtom, type DateValue, type TimeAtom, type TimeValue, withoutOverlap } from './atoms.ts';
import { chineseDates, chineseTimes, isBoundInChinese } from './chinese-atoms.ts';
import { chronoAtoms } from './chrono-atoms.ts';
import { clockRelation, englishDates, englishTimes, isBoundInEnglish } from './english-atoms.ts';
import { clockZones, placeZones, type ZoneWord } from './places.ts';

const PREPOSITION =
  /\b(?:later |earlier )?(?:on|in|from|between|at|by|for|effective|starting|beginning)(?: from| on)?(?: the (?=\d))? $/i;

function isTime(atom: Atom<DateValue | TimeValue>): atom is TimeAtom {
  return atom.value.kind === 'clock' || atom.value.kind === 'part' || atom.value.kind === 'zone';
}

/** A clock's time with the words before it that bound it: "shortly before 11 a.m.", 11时前. */
function withRelation(text: string, atom: TimeAtom, language: DraftLanguage): TimeAtom {
  if (atom.value.kind !== 'clock' || atom.value.relation !== 'at') return atom;
  if (language === 'en') {
    const { relation, length } = clockRelation(text.slice(0, atom.from).replace(/\bat $/i, ''));
    const at = /\bat $/i.exec(text.slice(0, atom.from))?.[0].length ?? 0;
    return { ...atom, from: atom.from - at - (relation === 'at' ? 0 : length), value: { ...atom.value, relation } };
  }
  const after = /^(?:左右|许|許|前后|前後|前|之前|后|後|之后|之後)/.exec(text.slice(atom.to))?.[0] ?? '';
  const relation =
    after === '' ? 'at' : /^(?:左右|许|許|前[后後])/.test(after) ? 'about' : /前/.test(after) ? 'before' : 'after';
  return { ...atom, to: atom.to + after.length, value: { ...atom.value, relation } };
}

/** The preposition before a date belongs to its words. */
function withPreposition(text: string, atom: DateAtom): DateAtom {
  return { ...atom, from: atom.from - (PREPOSITION.exec(text.slice(0, atom.from))?.[0].length ?? 0) };
}

const RANGE = { en: /^\s*(?:to|through|until|-|–|—|and)\s*$/i, zh: /^(?:至|到|—|－|-|~|及|和)$/ } as const;

/** Two days with "to" between them are one stretch. */
function withRanges(text: string, dates: readonly DateAtom[], isChinese: boolean): readonly DateAtom[] {
  const joined: DateAtom[] = [];
  for (const atom of dates) {
    const before = joined.at(-1);
    const between = before === undefined ? null : text.slice(before.to, atom.from);
    const isRange = between !== null && (isChinese ? RANGE.zh : RANGE.en).test(between);
    const isStretch = /\band\b/i.test(between ?? '') ? /\bbetween $/i.test(text.slice(0, before?.from)) : true;
    if (
      isRange &&
      isStretch &&
      before?.value.kind === 'day' &&
      before.value.end === null &&
      atom.value.kind === 'day'
    ) {
      const { year, month, day } = atom.value;
      joined[joined.length - 1] = {
        from: before.from,
        to: atom.to,
        value: {
          ...before.value,
          year: before.value.year ?? year,
          end: { year, month: month ?? before.value.month, day },
        },
      };
    } else joined.push(atom);
  }
  return joined;
}

/** The words of a sentence that give dates and times, in order, none over another. */
export function sentenceAtoms(
  text: string,
  language: DraftLanguage,
  year: number,
): { readonly dates: readonly DateAtom[]; readonly times: readonly TimeAtom[] } {
  const isChinese = language !== 'en';
  const isBound = (from: number, to: number): boolean =>
    isChinese ? isBoundInChinese(text.slice(0, from), text.slice(to)) : isBoundInEnglish(text.slice(0, from));
  const found = chronoAtoms(text, language).map((atom): Atom<DateValue | TimeValue> =>
    !isTime(atom) && isBound(atom.from, atom.to) ? { ...atom, value: { kind: 'none' } } : atom,
  );
  const own: Atom<DateValue | TimeValue>[] = isChinese
    ? [...chineseDates(text, year), ...chineseTimes(text)]
    : [...englishDates(text, year), ...englishTimes(text)];
  const kept = withoutOverlap([...own, ...found]);
  const dates = withRanges(
    text,
    kept.filter((atom): atom is DateAtom => !isTime(atom)),
    isChinese,
  );
  if (kept.length === 0) return { dates: [], times: [] };
  const zoned = (found: readonly ZoneWord[]): TimeAtom[] =>
    found.map(({ from, to, zone }) => ({ from, to, value: { kind: 'zone', zone } }));
  const hours = kept.filter(isTime).map((atom) => withRelation(text, atom, language));
  const clocks = zoned(clockZones(text, language)).filter((one) =>
    hours.every(({ from, to }) => one.from >= to || one.to <= from),
  );
  const times = [...hours, ...clocks];
  const places = hours.length === 0 ? [] : zoned(placeZones(text, language));
  // A place tells the zone of a clock or of a part of the day only where one is near.
  const near = places.filter((place) =>
    times.some((time) => time.value.kind !== 'zone' && Math.abs(place.from - time.to) <= 4),
  );
  return {
    dates: isChinese ? dates : dates.map((atom) => withPreposition(text, atom)),
    times: [...times, ...near].toSorted((a, b) => a.from - b.from),
  };
}
