const LARGEST_PART = 10;
const CLOSE_ENOUGH = 0.0125;

/**
 * A share of days as a reader would say it: "about 1 in 6", "about 4 in 5". The
 * simplest fraction of at most ten parts within 1.25 percentage points; shares
 * near none or all are "1 in N" and "N − 1 in N". `of` is at least 1.
 */
export function aboutOneIn(count: number, of: number): string {
  const share = count / of;
  if (count <= 0) return 'none of them';
  if (count >= of) return 'all of them';
  for (let parts = 2; parts <= LARGEST_PART; parts++) {
    const some = Math.round(share * parts);
    if (some > 0 && some < parts && Math.abs(share - some / parts) <= CLOSE_ENOUGH) return `about ${some} in ${parts}`;
  }
  if (share < 0.5) return `about 1 in ${Math.round(1 / share)}`;
  const parts = Math.round(1 / (1 - share));
  return `about ${parts - 1} in ${parts}`;
}

/** A text that begins a sentence. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
