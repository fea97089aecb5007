import type { SessionDate } from '../../core/units.ts';
import type { Range } from '../view/view.ts';

/** The date `months` after another, clamped to the month's last day. */
function addMonths(date: SessionDate, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, last));
  return target.toISOString().slice(0, 10);
}

/** Index of the first session on or after a date. */
function firstFrom(sessions: readonly SessionDate[], date: string): number {
  const index = sessions.findIndex((session) => session >= date);
  return index < 0 ? sessions.length : index;
}

/**
 * The sessions [from, to) that a range shows, given the index of the base
 * close. ±n are the n sessions either side of day 0, day 0 included; a year is
 * six months each side of it. Cut where the data end; empty when nothing is in
 * range.
 */
export function sessionsInRange(
  sessions: readonly SessionDate[],
  baseIndex: number,
  range: Range,
): { from: number; to: number } {
  const dayZero = baseIndex + 1;
  switch (range.kind) {
    case 'around':
      return {
        from: Math.max(0, dayZero - range.sessions),
        to: Math.min(sessions.length, dayZero + range.sessions + 1),
      };
    case 'year': {
      const centre = sessions[dayZero] ?? sessions[baseIndex];
      if (centre === undefined) return { from: 0, to: 0 };
      return { from: firstFrom(sessions, addMonths(centre, -6)), to: firstFrom(sessions, addMonths(centre, 6)) };
    }
    case 'all':
      return { from: 0, to: sessions.length };
    case 'between': {
      const to = sessions.findIndex((session) => session > range.to);
      return { from: firstFrom(sessions, range.from), to: to < 0 ? sessions.length : to };
    }
  }
}
