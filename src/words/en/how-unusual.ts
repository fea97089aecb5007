import type { Formats } from '../../chart/text/formats.ts';
import type { Verdict } from '../../core/reaction/study-reactions.ts';
import type { Ratio, SessionDate } from '../../core/units.ts';
import { capitalized } from './capitalized.ts';
import { daysIn, inWords } from './shares.ts';

/** How one market's move stands among its ordinary days. */
export interface StandingFacts {
  /** Inside a sentence: "the Nasdaq". */
  readonly name: string;
  /** Ordinary days that moved at least as much, of how many. */
  readonly atLeast: number;
  readonly T: number;
  /** Null where there is too little history for one. */
  readonly verdict: Verdict | null;
  /** Number of p-values that the verdict is corrected for. */
  readonly looks: number;
  /** The move that was counted, where it is not the one that the headline gives; else null. */
  readonly counted: { readonly session: SessionDate; readonly move: Ratio } | null;
}

/** "Hang Seng TECH moves that much on one day in six"; the later ones "the Nasdaq on six in seven". */
function clause({ name, atLeast, T, counted }: StandingFacts, isFirst: boolean, formats: Formats): string {
  const much =
    counted === null
      ? 'that much'
      : `as much as on ${formats.dayMonth(counted.session)} alone (${formats.change(counted.move)})`;
  if (isFirst) return `${name} moves ${much} on ${daysIn(atLeast, T)}`;
  return `${name}${counted === null ? '' : ` ${much}`} on ${daysIn(atLeast, T, true)}`;
}

function adjective(verdict: Verdict, looks: number): string {
  return verdict === 'large' ? `large, but not beyond chance among ${inWords(looks)} comparisons` : 'unusual';
}

/** What is true of all of them: "Neither was unusual", "Both were unusual", "The move was large, but …". */
function ofAll(verdict: Verdict, count: number, looks: number): string {
  const word = adjective(verdict, looks);
  if (verdict === 'ordinary') {
    return { 1: 'The move was not unusual', 2: 'Neither was unusual' }[count] ?? 'None of them was unusual';
  }
  return { 1: `The move was ${word}`, 2: `Both were ${word}` }[count] ?? `All of them were ${word}`;
}

const STRONGEST: readonly Verdict[] = ['unusual', 'large', 'ordinary'];

/**
 * How unusual the moves of a headline were, counted in days: "Neither was unusual: Hang Seng TECH moves that much on
 * one day in six, the Nasdaq on six in seven." Of moves with several verdicts those with the strongest come first,
 * and "but" parts them from the others. Null where nothing can be counted.
 */
export function howUnusual(standings: readonly StandingFacts[], formats: Formats): string | null {
  if (standings.length === 0) return null;
  const list = (some: readonly StandingFacts[], from: number): string =>
    some.map((one, index) => clause(one, from + index === 0, formats)).join(', ');
  const judged = standings.filter(({ verdict }) => verdict !== null);
  const strongest = STRONGEST.find((verdict) => judged.some((one) => one.verdict === verdict));
  if (strongest === undefined) return `${capitalized(list(standings, 0))}.`;
  const looks = judged[0]?.looks ?? 0;
  const ahead = standings.filter(({ verdict }) => verdict === strongest);
  const others = standings.filter(({ verdict }) => verdict !== strongest);
  if (others.length === 0) return `${ofAll(strongest, ahead.length, looks)}: ${list(ahead, 0)}.`;
  if (strongest === 'ordinary') {
    // The others have too short a history for a verdict: it names those that it is on.
    return `Not unusual for ${formats.list(ahead.map(({ name }) => name))}: ${list([...ahead, ...others], 0)}.`;
  }
  const some = `${capitalized(inWords(ahead.length))} of the ${inWords(standings.length)}`;
  const verb = ahead.length === 1 ? 'was' : 'were';
  return `${some} ${verb} ${adjective(strongest, looks)}: ${list(ahead, 0)}, but ${list(others, ahead.length)}.`;
}
