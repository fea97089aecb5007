const LARGEST_PART = 10;
const CLOSE_ENOUGH = 0.0125;

function inParts(some: number, parts: number, share: number): string {
  return `${Math.abs(share - some / parts) < 1e-12 ? '' : 'about '}${some} in ${parts}`;
}

/** One part of N, or all but one, with the N that comes nearest. */
function allButOne(share: number): string {
  const parts = Math.round(1 / Math.min(share, 1 - share));
  return inParts(share < 0.5 ? 1 : parts - 1, parts, share);
}

/**
 * A share of days as a reader would say it: "about 1 in 6", "about 4 in 5", and
 * without "about" where that is exact. The simplest fraction of at most ten parts
 * within 1.25 percentage points; where that is one part or all but one, and near
 * none or all, the number of parts that comes nearest. `of` is at least 1.
 */
export function aboutOneIn(count: number, of: number): string {
  const share = count / of;
  if (count <= 0) return 'none of them';
  if (count >= of) return 'all of them';
  for (let parts = 2; parts <= LARGEST_PART; parts++) {
    const some = Math.round(share * parts);
    if (some <= 0 || some >= parts || Math.abs(share - some / parts) > CLOSE_ENOUGH) continue;
    return some === 1 || some === parts - 1 ? allButOne(share) : inParts(some, parts, share);
  }
  return allButOne(share);
}

/** The same in brackets after a count: " (about 1 in 6)". Nothing after "1 of 237", which says it already. */
export function shareInBrackets(count: number, of: number): string {
  return count === 1 ? '' : ` (${aboutOneIn(count, of)})`;
}

/** A text that begins a sentence. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
