/** What is said about a series: what a source or a file got wrong or left out, and what it means for the figures. */
import type { ScaleChange, SeriesIssue } from '../../core/series.ts';
import { noteSentence } from './files.ts';
import { level, listed } from './lists.ts';

function reasonOf({ reason, factor, before, after }: ScaleChange): string {
  const isFall = after.close < before.close;
  switch (reason) {
    case 'split': {
      const shares = factor === 1.5 ? '3-for-2' : isFall ? `${factor}-for-1` : `1-for-${factor}`;
      return `near the ratio of a ${shares} ${isFall ? 'split' : 'consolidation'} for which the closes are not adjusted`;
    }
    case 'units':
      return `near a factor of ${factor.toLocaleString('en-US')}, as a slip of units makes it`;
    case 'leap':
      return `${factor.toFixed(2)} times, more than a day’s trading does: another series, another unit or an adjustment`;
  }
}

function changeOf(change: ScaleChange): string {
  const { before, after, until } = change;
  const stretch = until === null ? '' : until === after.session ? ', for that session alone' : `, up to ${until}`;
  return `from ${level(before.close)} on ${before.session} to ${level(after.close)} on ${after.session}${stretch} (${reasonOf(change)})`;
}

const MOST = 3;

/** One sentence about an issue: what, where, what was done. */
export function issueSentence(issue: SeriesIssue): string {
  switch (issue.kind) {
    case 'reading':
      return noteSentence(issue.note);
    case 'change-of-scale': {
      const { changes } = issue;
      const more = changes.length > MOST ? ` and at ${changes.length - MOST} more places` : '';
      return `The closes change their scale ${listed(changes.slice(0, MOST).map(changeOf))}${more}: no move across ${changes.length === 1 ? 'it' : 'them'} is one of the market; the rows were kept.`;
    }
    default:
      return issue.sentence;
  }
}
