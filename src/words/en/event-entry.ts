import { capitalized } from './capitalized.ts';

/** Above what else happened in those days. */
export const ALSO_HEADING = 'Also in those days';
/** Opens what an entry holds besides. */
export const MORE = 'More';
/** Of a market whose closes tell no move. */
export const NO_MOVE = 'not in the data';
/** In the reader's own zone. */
export const YOUR_TIME = 'Your time';
export const HOUR_NOT_KNOWN = 'the hour is not known';

/** "15 Jul, 08:00–13:10 in Hong Kong: before the open, or in the first 48% of the session". */
export function timeLine(when: string, place: string, phase: string | null): string {
  return `${when} in ${place}${phase === null ? '' : `: ${phase}`}`;
}

/** What markets did over two sessions: "From the close of 14 July to that of 16 July: Nasdaq +0.4%." */
export function overTwoSessions(from: string, to: string, moves: readonly string[]): string {
  return `From the close of ${from} to that of ${to}: ${moves.join(', ')}.`;
}

/** What else could be in the prices of that day. */
export function alsoThatDay(titles: string): string {
  return `Also that day: ${titles}.`;
}

/** What a confounder was, as a sentence. */
export function detailSentence(detail: string): string {
  return `${capitalized(detail)}.`;
}
