import type { PriceSeries } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';

/** The first and the last session date that any of the series has; undefined where none has any. */
export function sessionSpan(
  available: ReadonlyMap<unknown, PriceSeries>,
): readonly [first: SessionDate | undefined, last: SessionDate | undefined] {
  const ends = [...available.values()]
    .flatMap(({ sessions }) => [sessions[0], sessions.at(-1)])
    .filter((date) => date !== undefined)
    .toSorted();
  return [ends[0], ends.at(-1)];
}
