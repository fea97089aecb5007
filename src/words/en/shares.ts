const LARGEST_PART = 10;
const CLOSE_ENOUGH = 0.0125;

/** `some` parts of `parts` equal ones; `isExact` where that is the share itself and not the nearest to it. */
interface Fraction {
  readonly some: number;
  readonly parts: number;
  readonly isExact: boolean;
}

function fraction(some: number, parts: number, share: number): Fraction {
  return { some, parts, isExact: Math.abs(share - some / parts) < 1e-12 };
}

/** One part of N, or all but one, with the N that comes nearest. */
function allButOne(share: number): Fraction {
  const parts = Math.round(1 / Math.min(share, 1 - share));
  return fraction(share < 0.5 ? 1 : parts - 1, parts, share);
}

/**
 * The rule for every share of days that is told. The simplest fraction of at most ten parts within 1.25 percentage
 * points; where that is one part or all but one, and near none or all, the number of parts that comes nearest. The
 * count is above zero and below `of`.
 */
function simplest(count: number, of: number): Fraction {
  const share = count / of;
  for (let parts = 2; parts <= LARGEST_PART; parts++) {
    const some = Math.round(share * parts);
    if (some <= 0 || some >= parts || Math.abs(share - some / parts) > CLOSE_ENOUGH) continue;
    return some === 1 || some === parts - 1 ? allButOne(share) : fraction(some, parts, share);
  }
  return allButOne(share);
}

/**
 * A share of days as a reader would say it: "about 1 in 6", "about 4 in 5", and
 * without "about" where that is exact. `of` is at least 1.
 */
export function aboutOneIn(count: number, of: number): string {
  if (count <= 0) return 'none of them';
  if (count >= of) return 'all of them';
  const { some, parts, isExact } = simplest(count, of);
  return `${isExact ? '' : 'about '}${some} in ${parts}`;
}

/** The same in brackets after a count: " (about 1 in 6)". Nothing after "1 of 237", which says it already. */
export function shareInBrackets(count: number, of: number): string {
  return count === 1 ? '' : ` (${aboutOneIn(count, of)})`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A whole number in a sentence: in words up to ten, in figures above. */
export function inWords(value: number): string {
  return WORDS[value] ?? String(value);
}

/**
 * The days of a share, to stand after "on": "one day in six", "six days in seven", "no day in 240", "every day". With
 * `isRepeated` a sentence has said "day" before: "six in seven".
 */
export function daysIn(count: number, of: number, isRepeated = false): string {
  if (count >= of) return isRepeated ? 'every one' : 'every day';
  if (count <= 0) return isRepeated ? `none in ${inWords(of)}` : `no day in ${inWords(of)}`;
  const { some, parts } = simplest(count, of);
  const noun = isRepeated ? '' : some === 1 ? ' day' : ' days';
  return `${inWords(some)}${noun} in ${inWords(parts)}`;
}
