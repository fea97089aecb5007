import type { WrittenSize } from '../study.ts';

/** Words such as "about" and "almost" reach over this share of the figure, where its last decimal reaches less far. */
const HEDGED_SHARE = { about: 0.1, almost: 0.05 } as const;

/**
 * Between which sizes, as fractions, a move agrees with a percentage as it is
 * written; null where an end is open.
 *
 * "3.6 %" is what rounds to it: 3.55 to 3.65. "About" reaches a tenth of the
 * figure to either side, "almost" a twentieth below it and no further than it,
 * and neither less than half a unit of its last decimal: "almost 5 %" is 4.5 to
 * 5, "about 3 %" 2.5 to 3.5. "More than" and "less than" have one end.
 */
export function boundsOf({ percent, hedge }: WrittenSize): readonly [least: number | null, most: number | null] {
  const size = Number(percent) / 100;
  const decimals = percent.split('.')[1]?.length ?? 0;
  const half = 0.5 / 10 ** (decimals + 2);
  switch (hedge) {
    case 'exactly':
      return [size - half, size + half];
    case 'about': {
      const reach = Math.max(half, HEDGED_SHARE.about * size);
      return [size - reach, size + reach];
    }
    case 'almost':
      return [size - Math.max(half, HEDGED_SHARE.almost * size), size];
    case 'more-than':
      return [size, null];
    case 'less-than':
      return [null, size];
  }
}

/** Float noise of a fraction of prices, far below any written decimal. */
const NOISE = 1e-12;

/** Whether a size, a fraction, agrees with a written percentage. The open ends of "more than" and "less than" are strict. */
export function agreesWith(size: number, written: WrittenSize): boolean {
  const [least, most] = boundsOf(written);
  if (least !== null && most !== null) return size >= least - NOISE && size <= most + NOISE;
  return least === null ? size < (most ?? Number.POSITIVE_INFINITY) : size > least;
}
