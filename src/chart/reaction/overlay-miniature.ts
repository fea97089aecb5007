import { closeInstant } from '../../core/exchange.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { SessionDate } from '../../core/units.ts';

/** A line of the miniature in a box of 0 to 1 both ways; `y` grows upwards. */
export interface MiniatureLine {
  readonly instrument: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Move in the session that the picture is about, as a fraction; null where that exchange was closed. */
  readonly move: number | null;
  /** Index of that session's point; −1 without one. */
  readonly at: number;
}

/** What the overlay looked like around one session: every line 100 at the close before it. */
export interface OverlayMiniature {
  readonly lines: readonly MiniatureLine[];
  /** Height of the base, 0 to 1. */
  readonly base: number;
}

const AROUND = 5;

function lastBefore(sessions: readonly SessionDate[], session: SessionDate): number {
  let index = sessions.length - 1;
  while (index >= 0 && (sessions[index] ?? '') >= session) index--;
  return index;
}

/**
 * The overlay of some series from five sessions before to five after a session,
 * each close at its instant. An exchange without that session is drawn from its
 * own last close before it. A series that does not reach back to it has no line.
 */
export function overlayMiniature(series: readonly PriceSeries[], session: SessionDate): OverlayMiniature {
  const rows = series.flatMap((one) => {
    const baseIndex = lastBefore(one.sessions, session);
    const base = one.closes[baseIndex];
    if (base === undefined) return [];
    const points: { time: number; value: number; index: number }[] = [];
    const to = Math.min(one.sessions.length - 1, baseIndex + 1 + AROUND);
    for (let index = Math.max(0, baseIndex + 1 - AROUND); index <= to; index++) {
      const [date, close] = [one.sessions[index], one.closes[index]];
      if (date === undefined || close === undefined) continue;
      points.push({ time: closeInstant(one.exchange, date), value: close / base - 1, index });
    }
    const dayZero = one.sessions[baseIndex + 1] === session ? baseIndex + 1 : -1;
    const close = one.closes[dayZero];
    return [
      {
        instrument: one.instrument,
        points,
        move: close === undefined ? null : close / base - 1,
        at: points.findIndex(({ index }) => index === dayZero),
      },
    ];
  });
  const times = rows.flatMap(({ points }) => points.map(({ time }) => time));
  const values = [0, ...rows.flatMap(({ points }) => points.map(({ value }) => value))];
  const [start, end] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const part = (value: number, from: number, to: number): number => (to > from ? (value - from) / (to - from) : 0.5);
  return {
    base: part(0, low, high),
    lines: rows.map(({ instrument, points, move, at }) => ({
      instrument,
      move,
      at,
      points: points.map(({ time, value }) => [part(time, start, end), part(value, low, high)] as const),
    })),
  };
}
