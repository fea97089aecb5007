import { Chrono, strict as english } from 'chrono-node/en';
import { hans, hant } from 'chrono-node/zh';
import type { DraftLanguage } from '../draft.ts';
import type { Atom, CalendarDay, DateValue, TimeValue } from './atoms.ts';

/**
 * Calendar dates and times of a clock, as chrono-node finds them. Its parsers are taken and its refiners left out:
 * those look to the future for what is not said, and merge a time with the date of reference. What the parts of a
 * date mean together is read here, in `read-date.ts`, as news means them.
 */
const finders: Readonly<Record<DraftLanguage, Chrono>> = {
  en: new Chrono({ parsers: english.parsers, refiners: [] }),
  'zh-Hans': new Chrono({ parsers: hans.strict.parsers, refiners: [] }),
  'zh-Hant': new Chrono({ parsers: hant.strict.parsers, refiners: [] }),
};

/** Any date will do: only what a text says for certain is taken. */
const REFERENCE = { instant: new Date(Date.UTC(2000, 0, 15, 12)), timezone: 0 };

type Parts = ReturnType<Chrono['parse']>[number]['start'];

function certain(parts: Parts, name: 'year' | 'month' | 'day' | 'hour' | 'minute'): number | null {
  return parts.isCertain(name) ? parts.get(name) : null;
}

function dayOf(parts: Parts): CalendarDay | null {
  const day = certain(parts, 'day');
  const month = certain(parts, 'month');
  return day === null || month === null ? null : { year: certain(parts, 'year'), month, day };
}

const SLASHED = /^\d{1,2}[/.-](\d{1,2})[/.-]\d{2,4}$/;

/** What a date of a calendar holds, and a count of days from another does not. */
const CALENDAR = /月|\d[/.-]\d|\p{L}{3}.*\d|\d.*\p{L}{3}/u;
const CLOCK = /\d ?[ap]\.?m|\d[:：]\d|[点點时時]/i;

/** The finds of chrono-node in a sentence that are certain. */
export function chronoAtoms(text: string, language: DraftLanguage): Atom<DateValue | TimeValue>[] {
  return finders[language].parse(text, REFERENCE).flatMap((result): Atom<DateValue | TimeValue>[] => {
    const { index, text: found, start, end } = result;
    if (result.tags().has('result/relativeDate')) return [];
    const lead = /^[^\p{L}\p{N}]*(?:年(?=.{1,2}月))?/u.exec(found)?.[0].length ?? 0;
    const words = found.slice(lead).replace(/[,，\s]+$/, '');
    const at = { from: index + lead, to: index + lead + words.length };
    const day = dayOf(start);
    if (day !== null && CALENDAR.test(words)) {
      const second = Number(SLASHED.exec(words)?.[1] ?? 99);
      const isMonthUncertain = second <= 12 && day.day <= 12 && day.month !== day.day;
      return [{ ...at, value: { kind: 'day', ...day, end: end == null ? null : dayOf(end), isMonthUncertain } }];
    }
    const hour = certain(start, 'hour');
    if (day !== null || hour === null || !CLOCK.test(words)) return [];
    return [{ ...at, value: { kind: 'clock', minutes: hour * 60 + (certain(start, 'minute') ?? 0), relation: 'at' } }];
  });
}
