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

/** "Hang Seng TECH moved at least as much on 40 of 237 ordinary days before; the Nasdaq Composite on 203 of 237." */
function rankWords(ranked: readonly Ranked[], formats: Formats): string {
  const clauses = ranked.map(({ reaction, atLeast, T }, index) => {
    const count = `${atLeast === 0 ? 'none' : formats.number(atLeast)} of ${formats.number(T)}`;
    return index === 0
      ? `${nameOf(reaction)} moved at least as much on ${count} ordinary days before`
      : `${nameOf(reaction)} on ${count}`;
  });
  return `${capitalized(clauses.join('; '))}.`;
}

function alike(verdict: Verdict, count: number): string {
  const whole = { 1: 'The move was', 2: 'Both moves were' }[count] ?? 'All of these moves were';
  const none =
    { 1: 'The move was not unusual', 2: 'Neither move was unusual' }[count] ?? 'None of these moves was unusual';
  switch (verdict) {
    case 'unusual':
      return `${whole} unusual`;
    case 'large':
      return `${whole} large, but among this many looks not beyond chance`;
    case 'ordinary':
      return none;
  }
}

/** The sizes that it would have taken, which "not unusual" is never said without; null where every move was unusual. */
function detectableWords(judged: readonly Reaction[], told: number, formats: Formats): string | null {
  const sizes = judged.flatMap((reaction) => {
    const size = reaction.verdict === 'unusual' ? null : detectableMove(reaction);
    if (size === null) return [];
    // Where two sessions lead, it is their move together that was judged.
    const over = reaction.lead[1] === 0 ? '' : ' over two sessions';
    return [{ name: nameOf(reaction), words: `${formats.percent(size, 1)}${over}` }];
  });
  const [only] = sizes;
  if (only === undefined) return null;
  return told === 1 ? only.words : formats.list(sizes.map(({ name, words }) => `${words} for ${name}`));
}

/** What one verdict says of the instruments that have it, inside a sentence. */
function verdictOn(verdict: Verdict, names: string): string {
  switch (verdict) {
    case 'unusual':
      return `unusual for ${names}`;
    case 'large':
      return `large for ${names}, but among this many looks not beyond chance`;
    case 'ordinary':
      return `not unusual for ${names}`;
  }
}

/** `told` moves stand in the sentence before: a verdict on fewer of them names those that it is on. */
function verdictWords(judged: readonly Reaction[], told: number, formats: Formats): string {
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  const [first] = verdicts;
  if (first === undefined || first === null) return '';
  const size = detectableWords(judged, told, formats);
  const reliably = `to stand out reliably, a move would have had to be about ${size}`;
  if (verdicts.size === 1 && judged.length === told)
    return ` ${alike(first, judged.length)}${size === null ? '' : `; ${reliably}`}.`;
  const namesWith = (verdict: Verdict): string =>
    formats.list(judged.filter((one) => one.verdict === verdict).map((one) => nameOf(one)));
  const said = (['unusual', 'large', 'ordinary'] as const)
    .filter((verdict) => verdicts.has(verdict))
    .map((verdict) => verdictOn(verdict, namesWith(verdict)));
  return ` The move was ${said.join('; it was ')}.${size === null ? '' : ` ${capitalized(reliably)}.`}`;
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
  return rankWords(ranked, formats) + verdictWords(judged, ranked.length, formats);
}
