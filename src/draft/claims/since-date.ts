import { dateOf } from '../../core/calendar-days.ts';
import { isSessionDate, type SessionDate } from '../../core/units.ts';
import { readDate } from '../dates/read-date.ts';
import { sentenceAtoms } from '../dates/sentence-atoms.ts';
import type { DraftLanguage } from '../draft.ts';

/**
 * The last date that "since …" leaves out: the day itself, the last day of a month, 31 December of a year. Null for
 * words that name no date, such as "the financial crisis".
 */
export function sinceDate(words: string, published: SessionDate, language: DraftLanguage): SessionDate | null {
  const year = /^(\d{4})年?$/.exec(words.trim())?.[1];
  if (year !== undefined) return dateOf(Number(year), 12, 31);
  const [atom] = sentenceAtoms(words, language, Number(published.slice(0, 4))).dates;
  if (atom === undefined || atom.value.kind === 'none') return null;
  const read = readDate(atom.value, { published, last: null, told: 'behind', isBeginning: false });
  if (read.kind !== 'read') return null;
  const date = read.days?.last ?? (read.reading.kind === 'month-only' ? read.candidates.at(-1) : undefined);
  return date !== undefined && isSessionDate(date) && date < published ? date : null;
}
