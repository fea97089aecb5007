import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import type { Tick } from './drawing-layout.ts';

/** Space between two labels of an axis. */
const GAP = 12;

export const AXIS_SIZE = 12;

interface Candidate {
  readonly session: SessionDate;
  readonly label: string;
}

const weekOf = (session: SessionDate): number => Math.floor((Date.parse(`${session}T00:00:00Z`) / 86_400_000 + 3) / 7);
const monthOf = (session: SessionDate): number => Number(session.slice(0, 4)) * 12 + Number(session.slice(5, 7)) - 1;

/** The first session of each period, where `periodOf` numbers the periods. */
function firstOfEach(sessions: readonly SessionDate[], periodOf: (session: SessionDate) => number): SessionDate[] {
  return sessions.filter((session, index) => {
    const before = sessions[index - 1];
    return before !== undefined && periodOf(before) !== periodOf(session);
  });
}

function candidates(sessions: readonly SessionDate[], formats: Formats): (() => Candidate[])[] {
  const days = (chosen: readonly SessionDate[]): Candidate[] =>
    chosen.map((session) => ({ session, label: formats.shortDate(session) }));
  const dayNumbers = (): Candidate[] =>
    sessions.map((session, index) => {
      const before = sessions[index - 1];
      const newMonth = before === undefined || monthOf(before) !== monthOf(session);
      return { session, label: newMonth ? formats.shortDate(session) : String(Number(session.slice(8))) };
    });
  const months = (every: number): Candidate[] => {
    const starts = firstOfEach(sessions, (session) => Math.floor(monthOf(session) / every));
    return starts.map((session, index) => {
      const before = starts[index - 1];
      const newYear = before === undefined || before.slice(0, 4) !== session.slice(0, 4);
      return { session, label: formats.month(session, newYear) };
    });
  };
  const weeks = (every: number) => () => {
    const mondays = firstOfEach(sessions, weekOf);
    return days(mondays.filter((_, index) => index % every === 0));
  };
  return [
    () => days(sessions),
    dayNumbers,
    weeks(1),
    weeks(2),
    weeks(3),
    weeks(4),
    () => months(1),
    () => months(2),
    () => months(3),
    () => months(6),
    () => months(12),
    () => months(24),
    () => months(60),
    () => months(120),
  ];
}

/**
 * Ticks at sessions, as many as have room for their labels: every session,
 * every week, two weeks, month … Labels are written in the language of the
 * study. `xOf` gives a session's data value, `toPixel` its place.
 */
export function dateTicks(
  sessions: readonly SessionDate[],
  xOf: (session: SessionDate) => number,
  toPixel: (x: number) => number,
  bounds: readonly [number, number],
  formats: Formats,
): Tick[] {
  for (const propose of candidates(sessions, formats)) {
    const ticks: Tick[] = [];
    let free = bounds[0];
    let fits = true;
    for (const { session, label } of propose()) {
      const value = xOf(session);
      const half = textWidth(label, AXIS_SIZE) / 2;
      const at = toPixel(value);
      if (at - half < bounds[0] || at + half > bounds[1]) continue;
      if (at - half < free) {
        fits = false;
        break;
      }
      ticks.push({ value, label });
      free = at + half + GAP;
    }
    if (fits && ticks.length > 0) return ticks;
  }
  return [];
}
