import type { SceneSeries } from '../scene/scene.ts';

/** From this many sessions on a drawing leaves rows out that no screen shows. */
const MANY = 1500;
/** Sessions either side of an event's day 0 that always stand in full: what a reader looks at closely. */
const CLOSE = 130;
/** Stretches that the rest is divided into. */
const COLUMNS = 320;

/**
 * Indices of the rows that a series is drawn with: all of them, or of a long one those around its events and of each
 * stretch of the rest the first, lowest, highest and last (M4, Jugel et al. 2014, VLDB 7), so that no extreme is lost.
 */
export function thinned({ y, dayZeros, mark }: SceneSeries): readonly number[] {
  const all = y.flatMap((value, index) => (Number.isNaN(value) ? [] : [index]));
  if (y.length <= MANY || mark === 'bar') return all;
  const kept = new Set<number>();
  for (const dayZero of Object.values(dayZeros)) {
    for (let index = dayZero - CLOSE; index <= dayZero + CLOSE; index += 1) kept.add(index);
  }
  const size = Math.ceil(y.length / COLUMNS);
  for (let start = 0; start < y.length; start += size) {
    const end = Math.min(y.length, start + size);
    let [low, high] = [start, start];
    for (let index = start; index < end; index += 1) {
      if ((y[index] ?? 0) < (y[low] ?? 0)) low = index;
      if ((y[index] ?? 0) > (y[high] ?? 0)) high = index;
    }
    for (const index of [start, low, high, end - 1]) kept.add(index);
  }
  return all.filter((index) => kept.has(index));
}
