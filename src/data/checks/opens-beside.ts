import type { PriceSeries } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import { ROUNDING } from './cross-check.ts';

/** A series of closes with the opens of another, and where the closes of the two are not the same. */
export interface Joined {
  readonly series: PriceSeries;
  /** Sessions of which the second has no row; they are without an open. */
  readonly without: readonly SessionDate[];
}

/**
 * The closes of one series, with opens, highs, lows and volumes of another of
 * the same instrument, session by session. The sessions on which their closes
 * differ by more than rounding are named in `opensDiffer`.
 */
export function withOpensOf(closes: PriceSeries, other: PriceSeries): Joined {
  const at = new Map(other.sessions.map((session, row) => [session, row]));
  const column = (values: readonly number[] | undefined): number[] | undefined =>
    values === undefined ? undefined : closes.sessions.map((session) => values[at.get(session) ?? -1] ?? Number.NaN);
  const [opens, highs, lows, volumes] = [other.opens, other.highs, other.lows, other.volumes].map(column);
  const differ = closes.sessions.filter((session, row) => {
    const second = other.closes[at.get(session) ?? -1];
    return second !== undefined && Math.abs(second - (closes.closes[row] ?? Number.NaN)) > ROUNDING + 1e-9;
  });
  const { symbol, attribution, fetchedAt, label } = other.provenance;
  return {
    series: {
      ...closes,
      ...(opens === undefined ? {} : { opens }),
      ...(highs === undefined ? {} : { highs }),
      ...(lows === undefined ? {} : { lows }),
      ...(volumes === undefined ? {} : { volumes }),
      opensDiffer: differ,
      provenance: { ...closes.provenance, opens: { symbol, attribution: `${label}. ${attribution}`, fetchedAt } },
    },
    without: closes.sessions.filter((session) => !at.has(session)),
  };
}
