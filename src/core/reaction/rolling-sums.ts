/** How a sum of abnormal returns stands among all unbroken sums of as many ordinary days. */
export interface RollingStanding {
  /** Number of overlapping sums; 0 when no stretch of ordinary days is long enough. */
  readonly n: number;
  /** min(1, 2·min(upper, lower)), each (1 + #)/(n + 1); null when n is 0. Descriptive: the sums overlap. */
  readonly two: number | null;
}

/** Sliding sums of returns carry rounding with them; one that is nearer to the limit than this is taken anew. */
const DOUBTFUL = 1e-12;

/**
 * Compares `sum` with every sum of `length` residuals whose rows follow each
 * other without a gap. `rows` ascend; none spans a row that was left out.
 */
export function rollingStanding(
  residuals: Float64Array,
  rows: Int32Array,
  length: number,
  sum: number,
): RollingStanding {
  let n = 0;
  let above = 0;
  let below = 0;
  let sliding = 0;
  for (let last = 0; last < rows.length; last++) {
    sliding += residuals[last] ?? 0;
    const first = last - length + 1;
    if (first > 0) sliding -= residuals[first - 1] ?? 0;
    if (first < 0 || (rows[last] ?? 0) - (rows[first] ?? 0) !== length - 1) continue;
    let total = sliding;
    if (Math.abs(sliding - sum) <= DOUBTFUL) {
      total = 0;
      for (let i = first; i <= last; i++) total += residuals[i] ?? 0;
    }
    n++;
    if (total >= sum) above++;
    if (total <= sum) below++;
  }
  if (n === 0) return { n, two: null };
  return { n, two: Math.min(1, (2 * (1 + Math.min(above, below))) / (n + 1)) };
}
