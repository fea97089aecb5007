import type { OffsetRange } from './parameters.ts';

/**
 * Rows of the estimation window: those from `dayZero + estimation[0]` to
 * `dayZero + estimation[1]` that have a return and are not left out. What is
 * left out is not replaced, and a window that starts before the data is shorter.
 */
export function ordinaryDays(dayZero: number, estimation: OffsetRange, leftOut: ReadonlySet<number>): Int32Array {
  // The first row has no close before it, so no return.
  const from = Math.max(1, dayZero + estimation[0]);
  const to = dayZero + estimation[1];
  const rows = new Int32Array(Math.max(0, to - from + 1));
  let count = 0;
  if (leftOut.size === 0) {
    for (let row = from; row <= to; row++) rows[count++] = row;
  } else {
    for (let row = from; row <= to; row++) if (!leftOut.has(row)) rows[count++] = row;
  }
  return count === rows.length ? rows : rows.slice(0, count);
}
