import type { PriceSeries } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';
import type { SessionRange } from '../port/adapter.ts';
import { counted, level, sessionList } from './session-list.ts';

/** Two publishers that round in their own ways differ by no more than this, in the unit of the level. */
export const ROUNDING = 0.02;

/** What two sources say of one instrument over a window. */
export interface CrossCheck {
  /** Sessions that both have. */
  readonly common: number;
  /** Where the two closes are furthest apart; null where they share no session. */
  readonly largest: {
    readonly session: SessionDate;
    readonly first: number;
    readonly second: number;
    /** In the unit of the level, never negative. */
    readonly difference: number;
  } | null;
  /** Sessions that only the first, and only the second has. */
  readonly onlyFirst: readonly SessionDate[];
  readonly onlySecond: readonly SessionDate[];
  /** Whether both have the same sessions and no close differs by more than rounding. */
  readonly agrees: boolean;
  /** One sentence for a reader. */
  readonly sentence: string;
}

function within({ sessions, closes }: PriceSeries, { from, to }: SessionRange): Map<SessionDate, number> {
  const found = new Map<SessionDate, number>();
  for (const [index, session] of sessions.entries()) {
    const close = closes[index];
    if (session >= from && session <= to && close !== undefined) found.set(session, close);
  }
  return found;
}

/** The smallest of 0.01, 0.02 … that a difference does not exceed, float noise aside. */
function precision(difference: number): string {
  return level(Math.max(1, Math.ceil(difference * 100 - 1e-6)) / 100);
}

/** Compares the closes of one instrument from two sources over a window, both ends included. Pure. */
export function crossCheck(first: PriceSeries, second: PriceSeries, window: SessionRange): CrossCheck {
  const [a, b] = [within(first, window), within(second, window)];
  const [firstLabel, secondLabel] = [first.provenance.label, second.provenance.label];
  let largest: CrossCheck['largest'] = null;
  let common = 0;
  for (const [session, close] of a) {
    const other = b.get(session);
    if (other === undefined) continue;
    common++;
    const difference = Math.abs(close - other);
    if (largest === null || difference > largest.difference)
      largest = { session, first: close, second: other, difference };
  }
  const onlyFirst = [...a.keys()].filter((session) => !b.has(session));
  const onlySecond = [...b.keys()].filter((session) => !a.has(session));
  const near = largest !== null && largest.difference <= ROUNDING + 1e-9;
  const same = onlyFirst.length === 0 && onlySecond.length === 0;
  const parts: string[] = [];
  if (largest === null) parts.push(`${firstLabel} and ${secondLabel} have no session in common in this window`);
  else if (near) {
    const all = same ? 'all ' : '';
    parts.push(
      `${firstLabel} and ${secondLabel} agree to ${precision(largest.difference)} on ${all}${counted(common, 'session')}`,
    );
  } else {
    parts.push(
      `${firstLabel} and ${secondLabel} differ by up to ${level(largest.difference)} on ${counted(common, 'session')}: on ${largest.session} they have ${level(largest.first)} and ${level(largest.second)}`,
    );
  }
  if (onlyFirst.length > 0) parts.push(`only ${firstLabel} has ${sessionList(onlyFirst)}`);
  if (onlySecond.length > 0) parts.push(`only ${secondLabel} has ${sessionList(onlySecond)}`);
  return { common, largest, onlyFirst, onlySecond, agrees: near && same, sentence: `${parts.join('; ')}.` };
}
