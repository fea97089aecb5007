import { exchanges } from '../../core/exchanges/registry.ts';
import type { DateReading, DateStatus, DayPart, DraftEvent, DraftFailure, NoCheck } from '../../draft/draft.ts';
import type { DraftWords } from '../../draft/study/edited-study.ts';

/** Whether a date counts, in a word. */
export function statusWord(status: DateStatus): string {
  return { stated: 'stated', inferred: 'inferred', ambiguous: 'ambiguous' }[status];
}

/** How a date was read, as a sentence. */
export function readingSentence(reading: DateReading): string {
  switch (reading.kind) {
    case 'calendar-date':
      return 'The text gives the date.';
    case 'year-assumed':
      return 'The text gives day and month; the year is the last one in which that day was past. Confirm it.';
    case 'day-of-month':
      return 'The text gives the day only; it is the latest such day, as news means it.';
    case 'day-of-two-months':
      return 'The text gives the day only, and an earlier sentence names another month. Choose one of the two.';
    case 'weekday':
      return 'The text gives the day of the week; it is the latest one up to the publication.';
    case 'last-weekday':
      return '“Last” may mean the nearest such day or the one of the week before. Choose one of the two.';
    case 'from-publication':
      return 'Counted from the date of publication.';
    case 'from-date-in-text':
      return `Counted from ${reading.anchor}, the date that the text gives for what it is told of.`;
    case 'from-unknown':
      return 'Counted from something whose date the text does not give. Choose the day.';
    case 'same-day':
      return `The text gives the time; the day, ${reading.anchor}, is the one that it spoke of last.`;
    case 'month-only':
      return 'The text gives only the month. Choose the day.';
    case 'day-or-month-first':
      return 'Either figure may be the month. Choose one of the two.';
  }
}

/** A part of a day, as the note beside a time. */
export function partWords(part: DayPart): string {
  return {
    'before-open': 'before the open',
    'in-session': 'in session',
    lunch: 'in the lunch break',
    'after-close': 'after the close',
    night: 'in the night',
    morning: 'morning',
    afternoon: 'afternoon',
    evening: 'evening',
  }[part];
}

/** Why a sentence about markets is no check, as a sentence. */
export function noCheckSentence(because: NoCheck): string {
  switch (because.kind) {
    case 'no-instrument':
      return 'It names no index or share; which one it means is for the author to say.';
    case 'no-event-on-session':
      return `No event of the draft has its reaction of ${because.instrument} on ${because.session}, nor shortly before.`;
    case 'no-event':
      return 'The draft has no dated event to tie it to.';
    case 'not-expressible':
      return 'There is no check for what it says.';
  }
}

/** Why a text gives no draft, and what to do, as one sentence or two. */
export function draftFailureSentence(failure: DraftFailure): string {
  switch (failure.kind) {
    case 'empty':
      return 'The article is empty. Give its text, or the source of its page.';
    case 'too-long':
      return `The article has ${failure.characters} characters; at most ${failure.limit} are read. Give one article only.`;
    case 'language':
      return 'The article is neither in English nor in Chinese, the languages that drafts are made from.';
    case 'no-sentences':
      return 'The text holds no sentences; a menu or a list of links is no article. Give the words of the article itself.';
    case 'no-publication-date':
      return `The text does not say when it was published, and every date hangs on it. Give the date.`;
  }
}

/** The words that a draft needs to become a study. */
export const draftWords: DraftWords = {
  known({ phrase, reading, part, zone }: DraftEvent) {
    const hours = part === null ? '' : ` The hours are those of “${partWords(part)}” in ${placeOf(zone)}.`;
    return `“${phrase}”. ${readingSentence(reading)}${hours}`;
  },
  timeNote: partWords,
  noOutlet: 'an outlet that the text does not name',
  noCloses: 'No closes yet.',
  says: (title) => `The article’s title: “${title}”`,
  beyond: () => 'The series here speak for their own markets only.',
};

function placeOf(zone: string): string {
  return Object.values(exchanges).find((one) => one.zone === zone)?.place ?? zone;
}
