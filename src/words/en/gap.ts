import type { GapReaction, PartRank } from '../../core/gap/gap-reaction.ts';
import type { MoveShape } from '../../core/gap/move-shape.ts';
import type { NoParts } from '../../core/gap/move-parts.ts';
import type { NoVolume } from '../../core/gap/relative-volume.ts';
import type { Preceded, PrecededRange } from '../../core/gap/preceded.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { capitalized } from './capitalized.ts';

/** Said once where the gap of an index is told. */
const BLURRED_OPEN =
  'An index’s open is computed from the first prices of its members, some of them still the day before’s: its gap is blurred.';

/** Said where the ranks of gap, session part and volume stand. */
const DESCRIPTIVE_RANKS =
  'Counts of gaps, session parts and volumes only describe: no p-value is made of them, and the correction for several comparisons leaves them out.';

/** How a day went on from its open: "opened +0.88 %, gave back 0.70 %". Parts are fractions. */
export function shapeWords(
  shape: MoveShape,
  { gap, inSession }: { readonly gap: number; readonly inSession: number },
  formats: Formats,
): string {
  const opened = `opened ${formats.change(gap, 2)}`;
  const size = formats.percent(Math.abs(inSession), 2);
  switch (shape) {
    case 'added':
      return inSession > 0 ? `${opened}, added ${formats.change(inSession, 2)}` : `${opened}, fell another ${size}`;
    case 'gave-back':
      return gap > 0 ? `${opened}, gave back ${size}` : `${opened}, made up ${size}`;
    case 'reversed':
      return `${opened}, turned and ${inSession > 0 ? 'rose' : 'fell'} ${size}`;
    case 'at-the-open':
      return `${opened}, all of it at the open`;
    case 'in-session':
      return 'opened little changed, all of it in the session';
    case 'unmoved':
      return 'opened and closed where it had closed';
  }
}

function precededWords(preceded: Preceded, formats: Formats): string {
  switch (preceded.kind) {
    case 'nothing':
      return 'nothing of the day’s move';
    case 'gap-and-part':
      return `the gap, and a part of the session that daily figures cannot tell (${formats.percent(preceded.share, 0)} of its time was over)`;
    case 'all':
      return 'all of the day’s move';
  }
}

/** What of the day's move could have come before the news. */
export function precededSentence({ first, last }: PrecededRange, formats: Formats): string {
  const [from, to] = [precededWords(first, formats), precededWords(last, formats)];
  return from === to ? `Before the news: ${from}.` : `Before the news: between ${from} and ${to}.`;
}

/** Why a session's gap is not told, as the end of a sentence. */
export function noPartsWords(because: NoParts): string {
  switch (because) {
    case 'no-opens':
      return 'there are no opens';
    case 'opens-are-closes-before':
      return 'every open is the close before it, so that they are none';
    case 'opens-are-closes':
      return 'every open is its own close, so that they are none';
    case 'other-scale':
      return 'the open is in another unit than the closes, or adjusted otherwise';
    case 'no-open':
      return 'this session has no open';
    case 'outside-range':
      return 'the open lies outside of the day’s low and high';
    case 'flat':
      return 'open, high, low and close are one figure: no trading, or only a close';
    case 'publishers-differ':
      return 'the publisher of the opens has another close for this session';
    case 'no-close-before':
      return 'there is no close before it';
  }
}

/** Why a session's volume is not told, as the end of a sentence. */
export function noVolumeWords(because: NoVolume): string {
  switch (because) {
    case 'no-volumes':
      return 'there are no volumes';
    case 'no-volume':
      return 'this session has no volume';
    case 'zero':
      return 'the volume of this session is zero';
    case 'absurd':
      return 'the volume of this session is a hundred times an ordinary one, or a hundredth';
    case 'short-history':
      return 'fewer than 30 ordinary days have a volume';
  }
}

/** How many ordinary days had a part as large as this one's. */
function rankWords(rank: PartRank | null, what: string, formats: Formats): string[] {
  return rank === null
    ? []
    : [`${formats.number(rank.atLeast)} of ${formats.number(rank.T)} ordinary days had ${what} at least this large`];
}

/** "Nasdaq +0.18%: opened +0.88%, gave back 0.70%". */
export function movedWords(
  name: string,
  move: number,
  shape: MoveShape,
  parts: { readonly gap: number; readonly inSession: number },
  formats: Formats,
): string {
  return `${name} ${formats.change(move, 2)}: ${shapeWords(shape, parts, formats)}`;
}

/** What is said once for all markets whose gaps are told. */
export function gapNotes(told: readonly GapReaction[]): string[] {
  const withParts = told.filter(({ parts }) => parts.kind === 'parts');
  const hasRanks = withParts.some(({ parts }) => parts.kind === 'parts' && parts.gapRank !== null);
  return [
    ...(hasRanks ? [DESCRIPTIVE_RANKS] : []),
    ...(withParts.some(({ isBlurred }) => isBlurred) ? [BLURRED_OPEN] : []),
  ];
}

/** What the cells of the table of events can show. */
export const MATRIX_CHOICES = { move: 'Move', gap: 'To the open', session: 'From the open', volume: 'Volume' } as const;
export const MATRIX_LABEL = 'What the table shows';
/** Of an event that has no such figure. */
export const NOT_KNOWN = 'not known';

/** A volume against the ordinary days' median: "1.23 ×". */
export const timesWords = (relative: number, formats: Formats): string => `${formats.fixed(relative, 2)}\u00a0×`;

/** What the table of events shows, where that is a part of the move or the volume. */
export const MATRIX_CAPTIONS = {
  gap: 'From the close before to the open of the first session that could react, and how many ordinary days had a gap at least this large.',
  session:
    'From the open of the first session that could react to its close, and how many ordinary days moved at least as much.',
  volume:
    'Volume of the first session that could react, as a multiple of the ordinary days’ median, and how many ordinary days had at least as much.',
} as const;

/**
 * What opens and volumes say of one event on one instrument, a sentence each; nothing of a series that has neither.
 * What holds for every market is in `gapNotes`.
 */
export function gapSentences({ parts, preceded, volume, isHalfDay }: GapReaction, formats: Formats): string[] {
  const said: string[] = [];
  if (parts.kind === 'parts') {
    const ranks = [
      ...rankWords(parts.gapRank, 'a gap', formats),
      ...rankWords(parts.sessionRank, 'a session part', formats),
    ];
    const words = shapeWords(parts.shape, parts, formats);
    said.push(`${capitalized([words, ...ranks].join('; '))}.`, precededSentence(preceded, formats));
    if (isHalfDay) said.push('It was a half day: its session part is of fewer hours.');
  } else if (parts.because !== 'no-opens') {
    said.push(`Gap and session part are not told: ${noPartsWords(parts.because)}.`);
  }
  if (!('kind' in volume)) {
    const { relative, atLeast, T } = volume;
    said.push(
      `Volume was ${formats.fixed(relative, 2)} times the ordinary days’ median; ${formats.number(atLeast)} of ${formats.number(T)} had at least as much.`,
    );
  } else if (volume.because !== 'no-volumes') {
    said.push(`Volume is not told: ${noVolumeWords(volume.because)}.`);
  }
  return said;
}
