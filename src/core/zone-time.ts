import { Temporal } from 'temporal-polyfill';
import type { Instant, SessionDate, ZoneId } from './units.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A stretch of time in which a zone keeps one offset: from ≤ instant < to. */
interface OffsetInterval {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Offsets found so far, per zone; the interval that answered last stands first. */
const known = new Map<ZoneId, OffsetInterval[]>();

function offsetAt(zone: ZoneId, at: number): number {
  let intervals = known.get(zone);
  if (intervals === undefined) {
    intervals = [];
    known.set(zone, intervals);
  }
  for (let i = 0; i < intervals.length; i++) {
    const interval = intervals[i];
    if (interval === undefined || at < interval.from || at >= interval.to) continue;
    if (i > 0) {
      intervals.splice(i, 1);
      intervals.unshift(interval);
    }
    return interval.offset;
  }
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const offset = zoned.offsetNanoseconds / 1e6;
  const next = zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const previous = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds;
  intervals.unshift({ from: previous ?? Number.NEGATIVE_INFINITY, to: next, offset });
  return offset;
}

/** Milliseconds between 1970-01-01 and the start of a date, both told in one zone. */
function dateStart(date: SessionDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/**
 * The instant at which clocks in `zone` show `minutes` after midnight of `date`.
 * A time that clocks skip is told with the offset before the change, one that
 * they show twice is the earlier of the two. Throws a RangeError for a zone
 * that is not an IANA name.
 */
export function instantOfLocal(zone: ZoneId, date: SessionDate, minutes: number): Instant {
  const wall = dateStart(date) + minutes * MINUTE;
  // A change of clocks is at most a day away from the wall time read as UTC.
  const before = offsetAt(zone, wall - DAY);
  const early = wall - before;
  if (offsetAt(zone, early) === before) return early as Instant;
  const after = offsetAt(zone, wall + DAY);
  const late = wall - after;
  return (offsetAt(zone, late) === after ? late : early) as Instant;
}

/** The date that a calendar in `zone` shows at an instant. Throws a RangeError for a zone that is not an IANA name. */
export function localDate(zone: ZoneId, at: Instant): SessionDate {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 10) as SessionDate;
}

/** The instant at which a date begins in `zone`. */
export function startOfDate(zone: ZoneId, date: SessionDate): Instant {
  return instantOfLocal(zone, date, 0);
}
