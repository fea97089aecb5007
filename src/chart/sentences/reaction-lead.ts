import type { NoReaction, Reaction, Verdict } from '../../core/reaction/study-reactions.ts';
import type { Formats } from '../text/formats.ts';
import { detectableMove } from './reaction-figures.ts';
import { capitalized } from './share-words.ts';

function nameOf({ instrument }: Reaction): string {
  return instrument.proseName ?? instrument.name;
}

interface Ranked {
  readonly reaction: Reaction;
  readonly atLeast: number;
  readonly T: number;
}

function rankedOf(reactions: readonly (Reaction | NoReaction)[]): Ranked[] {
  return reactions.flatMap((reaction) => {
    if (reaction.kind === 'no-reaction' || !('rank' in reaction.analysis)) return [];
    return [{ reaction, ...reaction.analysis.rank }];
  });
}

/** "Hang Seng TECH moved at least as much on 40 of 237 ordinary days before; the Nasdaq Composite on 203 of them." */
function rankWords(ranked: readonly Ranked[], formats: Formats): string {
  const clauses = ranked.map(({ reaction, atLeast, T }, index) => {
    const before = ranked[index - 1];
    const count = atLeast === 0 ? 'none' : formats.number(atLeast);
    const days = before?.T === T ? 'them' : `${formats.number(T)} ordinary days before`;
    return index === 0
      ? `${nameOf(reaction)} moved at least as much on ${count} of ${days}`
      : `${nameOf(reaction)} on ${count} of ${days}`;
  });
  return `${capitalized(clauses.join('; '))}.`;
}

const NOT_BEYOND = 'large, but among this many looks not beyond chance';

function alike(verdict: Verdict, count: number): string {
  const whole = { 1: 'The day was', 2: 'Both days were' }[count] ?? 'All of these days were';
  const none =
    { 1: 'The day was not unusual', 2: 'Neither day was unusual' }[count] ?? 'None of these days was unusual';
  switch (verdict) {
    case 'unusual':
      return `${whole} unusual`;
    case 'large':
      return `${whole} ${NOT_BEYOND}`;
    case 'ordinary':
      return none;
  }
}

/** What it would have taken, which "not unusual" is never said without. */
function detectableWords(judged: readonly Reaction[], formats: Formats): string {
  const sizes = judged.flatMap((reaction) => {
    const size = reaction.verdict === 'unusual' ? null : detectableMove(reaction);
    return size === null ? [] : [{ name: nameOf(reaction), words: formats.percent(size, 1) }];
  });
  const [only, ...others] = sizes;
  if (only === undefined) return '';
  const each = sizes.map(({ name, words }) => `${words} in ${name}`);
  const size = others.length === 0 && judged.length === 1 ? only.words : formats.list(each);
  return `; to stand out reliably, a move would have had to be about ${size}`;
}

function verdictWords(judged: readonly Reaction[], formats: Formats): string {
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  const [first] = verdicts;
  if (first === undefined || first === null) return '';
  const namesWith = (verdict: Verdict): string[] =>
    judged.filter((one) => one.verdict === verdict).map((one) => nameOf(one));
  const words: Readonly<Record<Verdict, string>> = { unusual: 'unusual', large: NOT_BEYOND, ordinary: 'not unusual' };
  const said =
    verdicts.size === 1
      ? alike(first, judged.length)
      : `The move was ${(['unusual', 'large', 'ordinary'] as const)
          .filter((verdict) => verdicts.has(verdict))
          .map(
            (verdict) => `${words[verdict]}${verdict === 'large' ? ',' : ''} for ${formats.list(namesWith(verdict))}`,
          )
          .join('; ')}`;
  return ` ${said}${detectableWords(judged, formats)}.`;
}

/**
 * How the moves of one event stand among ordinary days, in a sentence or two
 * under the headline. The larger move comes first, as in the headline. Null
 * where no instrument has history enough to say it.
 */
export function reactionLead(reactions: readonly (Reaction | NoReaction)[], formats: Formats): string | null {
  const ranked = rankedOf(reactions).toSorted(
    (a, b) => Math.abs(b.reaction.analysis.move.move) - Math.abs(a.reaction.analysis.move.move),
  );
  if (ranked.length === 0) return null;
  const judged = ranked.map(({ reaction }) => reaction).filter(({ verdict }) => verdict !== null);
  return rankWords(ranked, formats) + verdictWords(judged, formats);
}
