import type { SessionDate } from '../../core/units.ts';
import type { Formats } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';

/** Space between two labels of an axis. */
const GAP = 12;

export const AXIS_SIZE = 12;

/** A place on an axis, and what is written there. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Narrower than any label: what is tried has at most as many ticks as stand this far apart. */
const NARROWEST = 5;

/** Writing a date costs more than placing it, so that a label is written when its tick is tried. */
interface Candidate {
  readonly session: SessionDate;
  readonly label: () => string;
}

const weekOf = (session: SessionDate): number => Math.floor((Date.parse(`${session}T00:00:00Z`) / 86_400_000 + 3) / 7);
const monthOf = (session: SessionDate): number => Number(session.slice(0, 4)) * 12 + Number(session.slice(5, 7)) - 1;

/** The first session of each week. */
function weekStarts(sessions: readonly SessionDate[]): SessionDate[] {
  const weeks = sessions.map(weekOf);
  return sessions.filter((_, index) => index > 0 && weeks[index - 1] !== weeks[index]);
}

/** The first session of each month, and the month of the session before it. */
function monthStarts(sessions: readonly SessionDate[]): { session: SessionDate; month: number; before: number }[] {
  const starts: { session: SessionDate; month: number; before: number }[] = [];
  for (let index = 1; index < sessions.length; index += 1) {
    const [before, session] = [sessions[index - 1], sessions[index]];
    if (before === undefined || session === undefined || before.startsWith(session.slice(0, 7))) continue;
    starts.push({ session, month: monthOf(session), before: monthOf(before) });
  }
  return starts;
}

/** Ways to choose ticks, the densest first, without those that surely have more than `most`. */
function* candidates(sessions: readonly SessionDate[], formats: Formats, most: number): Generator<Candidate[]> {
  const days = (chosen: readonly SessionDate[]): Candidate[] =>
    chosen.map((session) => ({ session, label: () => formats.shortDate(session) }));
  if (sessions.length <= most) {
    yield days(sessions);
    // The first one names its month, unless the next month would have no room for its own name.
    const [first, , third] = sessions;
    const namesFirst = first !== undefined && (third === undefined || monthOf(first) === monthOf(third));
    yield sessions.map((session, index) => {
      const before = sessions[index - 1];
      const newMonth = before === undefined ? namesFirst : monthOf(before) !== monthOf(session);
      return { session, label: () => (newMonth ? formats.shortDate(session) : String(Number(session.slice(8)))) };
    });
  }
  // A week has at most seven sessions.
  if (sessions.length / 7 / 4 <= most) {
    const mondays = weekStarts(sessions);
    for (const every of [1, 2, 3, 4]) yield days(mondays.filter((_, index) => index % every === 0));
  }
  const starts = monthStarts(sessions);
  for (const every of [1, 2, 3, 6, 12, 24, 60, 120]) {
    const chosen = starts.filter(({ month, before }) => Math.floor(month / every) !== Math.floor(before / every));
    if (chosen.length > most) continue;
    yield chosen.map(({ session }, index) => {
      const newYear = chosen[index - 1]?.session.slice(0, 4) !== session.slice(0, 4);
      return { session, label: () => formats.month(session, newYear) };
    });
  }
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
  // Two more may stand beyond the bounds, where they are left out.
  const most = (bounds[1] - bounds[0] + GAP) / (NARROWEST + GAP) + 2;
  for (const proposed of candidates(sessions, formats, most)) {
    const ticks: Tick[] = [];
    let free = bounds[0];
    let fits = true;
    for (const { session, label: write } of proposed) {
      const value = xOf(session);
      const label = write();
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
