import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { withWrittenDates } from './written-dates.ts';

/** One session of the distribution: "Mon 7 Apr 2025: −17.16%". */
export function dayMoveWords(session: SessionDate, move: number, formats: Formats): string {
  return `${formats.weekdayDate(session)}: ${formats.change(move, 2)}`;
}

/** What the distribution shows: one block a day, and which of them are in colour. */
export function distributionCaption({ analysis }: Reaction, formats: Formats): string {
  return `One block for each ordinary day; in colour those that moved at least as much as on ${formats.dayMonth(analysis.move.session)}, up or down.`;
}

/** The mark of the event's day above the distribution. */
export function eventDayLabel({ analysis }: Reaction, formats: Formats): string {
  return `${formats.shortDate(analysis.move.session)}: ${formats.change(analysis.move.move, 2)}`;
}

/** A move on an axis, with no more decimals than its ticks need. */
export function axisChange(value: number, ticks: readonly number[], formats: Formats): string {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  return formats.change(value, step >= 0.00999 ? 0 : step >= 0.000999 ? 1 : 2);
}

/** What the path of abnormal returns shows. */
export function pathCaption({ analysis }: Reaction, formats: Formats): string {
  return (
    `Returns beyond what was expected, added up from the close of ${formats.dayMonth(analysis.move.baseline)}. ` +
    '95% of ordinary windows of each length stay inside the band, which widens with every session.'
  );
}

/** The picture of the overlay around one session. */
export function miniatureCaption(
  session: SessionDate,
  lines: readonly { readonly name: string; readonly move: number | null }[],
  formats: Formats,
): string {
  const each = lines.map(({ name, move }) => `${name} ${move === null ? 'no session' : formats.change(move, 2)}`);
  return `${formats.date(session)}: ${each.join(', ')}. In the picture: five sessions before and after.`;
}

/** One cell of events × instruments. */
export interface CellWords {
  readonly move: string;
  readonly rank: string;
}

const NO_MOVE: Readonly<Record<NoReaction['because'], string>> = {
  'no-series': 'no closes',
  'no-sessions': 'no closes',
  'no-baseline': 'no close before',
  'before-data': 'before the data',
  'after-data': 'no session yet',
};

/** What stands in a cell: the move, and how many ordinary days moved as much. A reason where there is no move. */
export function cellWords(reaction: Reaction | NoReaction, formats: Formats): CellWords {
  if (reaction.kind === 'no-reaction')
    return { move: NO_MOVE[reaction.because], rank: withWrittenDates(reaction.sentence, formats) };
  const { analysis } = reaction;
  const move = formats.change(analysis.move.move, 2);
  if (!('rank' in analysis)) return { move, rank: 'too little history' };
  return { move, rank: outOf(analysis.rank.atLeast, analysis.rank.T, formats) };
}

/** A count of ordinary days: "3 of 237". */
export function outOf(count: number, all: number, formats: Formats): string {
  return `${formats.number(count)} of ${formats.number(all)}`;
}

/** What the table of events × instruments shows, and what its shading means. */
export function matrixCaption(isHeatMap: boolean): string {
  const what = 'Move in the first session that could react, and how many ordinary days moved at least as much.';
  return isHeatMap ? `${what} The stronger the shade, the fewer.` : what;
}
