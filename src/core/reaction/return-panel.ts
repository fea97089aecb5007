import { logReturns, simpleReturns } from '../returns.ts';
import type { SessionDate } from '../units.ts';

/** Closes by session, as a price series has them. */
export interface Closes {
  readonly sessions: readonly SessionDate[];
  readonly closes: readonly number[];
}

/**
 * Returns of one instrument, one entry per session, with those of its benchmark
 * on the same sessions. The first entry of every return array is NaN.
 */
export interface ReturnPanel {
  readonly sessions: readonly SessionDate[];
  readonly closes: readonly number[];
  /** The instrument's returns as the models see them: log or simple. */
  readonly r: Float64Array;
  /** The instrument's simple returns, for counting raw moves. */
  readonly simple: Float64Array;
  /** The benchmark's closes and returns on these sessions; NaN where it has none. Null without a benchmark. */
  readonly benchmark: { readonly closes: readonly number[]; readonly m: Float64Array } | null;
}

function returnsOf(closes: readonly number[], kind: 'log' | 'simple'): Float64Array {
  return kind === 'log' ? logReturns(closes) : simpleReturns(closes);
}

function closesAt(benchmark: Closes, sessions: readonly SessionDate[]): number[] {
  const byDate = new Map<SessionDate, number>();
  for (let i = 0; i < benchmark.sessions.length; i++) {
    const session = benchmark.sessions[i];
    if (session !== undefined) byDate.set(session, benchmark.closes[i] ?? Number.NaN);
  }
  return sessions.map((session) => byDate.get(session) ?? Number.NaN);
}

/**
 * The instrument on all its own sessions. The benchmark is laid beside it where
 * it has a close; a return of either is one session's return, holidays included.
 */
export function ownSessions(instrument: Closes, benchmark: Closes | null, returns: 'log' | 'simple'): ReturnPanel {
  const { sessions, closes } = instrument;
  const beside = benchmark === null ? null : closesAt(benchmark, sessions);
  return {
    sessions,
    closes,
    r: returnsOf(closes, returns),
    simple: simpleReturns(closes),
    benchmark: beside === null ? null : { closes: beside, m: returnsOf(beside, returns) },
  };
}

/**
 * The instrument on those of its sessions on which the benchmark has a close
 * too. Returns are computed after the join, so that both sides of a pair span
 * the same time.
 */
export function sharedSessions(instrument: Closes, benchmark: Closes, returns: 'log' | 'simple'): ReturnPanel {
  const beside = closesAt(benchmark, instrument.sessions);
  const kept = instrument.sessions.map((_, i) => i).filter((i) => !Number.isNaN(beside[i]));
  if (kept.length === instrument.sessions.length) return ownSessions(instrument, benchmark, returns);
  const pick = <T>(values: readonly T[]): T[] => kept.flatMap((i) => values.slice(i, i + 1));
  return ownSessions({ sessions: pick(instrument.sessions), closes: pick(instrument.closes) }, benchmark, returns);
}
