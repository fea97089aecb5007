/** An affine map from data values to user units: `offset + value * factor`. */
export interface Affine {
  readonly offset: number;
  readonly factor: number;
}

/** The map of a linear scale: `low` stands at `start`, `high` at `end`, both in user units. */
export function affineBetween([low, high]: readonly [number, number], start: number, end: number): Affine {
  const factor = (end - start) / (high - low);
  return { offset: start - low * factor, factor };
}

/** A tenth of a unit: finer cannot be seen, and costs a digit for each of hundreds of places. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * The path of a line in user units. Rows are thinned to at most four points a
 * column of one unit (first, lowest, highest, last: M4, Jugel et al. 2014,
 * VLDB 7), which leaves the picture as it is and every extreme in it. A row
 * without a value breaks the line.
 */
export function thinPath(xs: readonly number[], ys: readonly number[], x: Affine, y: Affine): string {
  let path = '';
  let pen = 'M';
  let column = Number.NaN;
  let first = 0;
  let low = 0;
  let high = 0;
  let last = -1;
  const put = (index: number): void => {
    path += `${pen}${rounded(x.offset + (xs[index] ?? 0) * x.factor)},${rounded(y.offset + (ys[index] ?? 0) * y.factor)}`;
    pen = 'L';
  };
  const flush = (): void => {
    if (last < 0) return;
    put(first);
    const [early, late] = low < high ? [low, high] : [high, low];
    if (early > first && early < last) put(early);
    if (late > first && late < last && late !== early) put(late);
    if (last > first) put(last);
    last = -1;
  };
  for (let index = 0; index < xs.length; index += 1) {
    const value = ys[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      flush();
      pen = 'M';
      column = Number.NaN;
      continue;
    }
    const at = Math.floor(x.offset + (xs[index] ?? 0) * x.factor);
    if (at !== column) {
      flush();
      column = at;
      first = low = high = index;
    }
    if (value < (ys[low] ?? 0)) low = index;
    if (value > (ys[high] ?? 0)) high = index;
    last = index;
  }
  flush();
  return path;
}

/**
 * Bars from a reference level as one path. Bars narrower than a unit are drawn
 * as one a column, from the lowest to the highest value in it.
 */
export function barPath(
  xs: readonly number[],
  ys: readonly number[],
  width: number,
  x: Affine,
  y: Affine,
  reference: number,
  wanted: (index: number) => boolean,
): string {
  const zero = rounded(y.offset + reference * y.factor);
  const thickness = Math.max(1, width * x.factor);
  // What is the same for every bar compresses to nothing.
  const across = rounded(thickness);
  const columns = new Map<number, { low: number; high: number }>();
  let path = '';
  for (let index = 0; index < xs.length; index += 1) {
    const value = ys[index] ?? Number.NaN;
    if (Number.isNaN(value) || !wanted(index)) continue;
    const centre = x.offset + (xs[index] ?? 0) * x.factor;
    if (x.factor >= 1.5) {
      const left = rounded(centre - across / 2);
      path += `M${left},${zero}h${across}v${rounded(y.offset + value * y.factor - zero)}h${-across}z`;
      continue;
    }
    const column = columns.get(Math.floor(centre));
    if (column === undefined)
      columns.set(Math.floor(centre), { low: Math.min(value, reference), high: Math.max(value, reference) });
    else {
      column.low = Math.min(column.low, value);
      column.high = Math.max(column.high, value);
    }
  }
  for (const [left, { low, high }] of columns) {
    path += `M${left},${rounded(y.offset + low * y.factor)}H${left + 1}V${rounded(y.offset + high * y.factor)}H${left}Z`;
  }
  return path;
}
