import type { ClaimVerdict } from '../../core/claims/claim-verdict.ts';
import type { Claim } from '../../core/study.ts';

/** The line that names every claim begins with whose they are. */
export const claimLine = (outlet: string): string => `${outlet} says:`;

const LONGEST_NAME = 28;

/** The verdict on a claim, the same words wherever it stands. */
export function verdictWords({ status, partial }: Pick<ClaimVerdict, 'status' | 'partial'>): string {
  switch (status) {
    case 'holds':
      return partial ? 'holds in part' : 'holds';
    case 'does-not-hold':
      return 'does not hold';
    case 'cannot-be-checked':
      return 'cannot be checked';
  }
}

/** A claim in a few words: the study's own, else as many words of its quote as 28 characters hold. */
export function claimName({ short, quote }: Pick<Claim, 'short' | 'quote'>): string {
  if (short !== undefined) return short;
  if (quote.length <= LONGEST_NAME) return `“${quote}”`;
  const end = quote.lastIndexOf(' ', LONGEST_NAME);
  return `“${quote.slice(0, end > 0 ? end : LONGEST_NAME)}…”`;
}

/** Of a move that has the sign which a claim gives it, and a size that says nothing. */
export const ordinaryMove = (name: string, atLeast: string, all: string): string =>
  `${name} moved no more than on an ordinary day: ${atLeast} of ${all} ordinary days moved at least as much.`;

/** Of what moved against a claim that does not name it: "The other way: the S&P 500 −0.40%." */
export const otherWay = (moves: string): string => `The other way: ${moves}.`;
