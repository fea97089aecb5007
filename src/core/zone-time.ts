import * as InstantRecord from 'temporal-polyfill/fns/Instant';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';
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

function intervalAt(zone: ZoneId, at: number): OffsetInterval {
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
    return interval;
  }
  const zoned = InstantRecord.toZonedDateTimeISO(InstantRecord.fromEpochMilliseconds(at), zone);
  const offset = Zoned.offsetNanoseconds(zoned) / 1e6;
  const next = Zoned.getTimeZoneTransition(zoned, 'next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  // The search looks strictly before a moment; the change may be at this very one.
  const previous = Zoned.getTimeZoneTransition(Zoned.addNanoseconds(zoned, 1), 'previous')?.epochMilliseconds;
  const found = { from: previous ?? Number.NEGATIVE_INFINITY, to: next, offset };
  intervals.unshift(found);
  return found;
}

/** The number that two digits of a text make. */
function digits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

/** Milliseconds between 1970-01-01 and the start of a date, both told in one zone. */
function dateStart(date: SessionDate): number {
  const year = 100 * digits(date, 0) + digits(date, 2);
  return Date.UTC(year, digits(date, 5) - 1, digits(date, 8));
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
  const interval = intervalAt(zone, wall - DAY);
  const early = wall - interval.offset;
  if (early < interval.to) return early as Instant;
  const after = intervalAt(zone, wall + DAY);
  const late = wall - after.offset;
  return (late >= after.from ? late : early) as Instant;
}

/** The date that a calendar in `zone` shows at an instant. Throws a RangeError for a zone that is not an IANA name. */
export function localDate(zone: ZoneId, at: Instant): SessionDate {
  return new Date(at + intervalAt(zone, at).offset).toISOString().slice(0, 10) as SessionDate;
}

/** Milliseconds by which clocks in `zone` are ahead of UTC at an instant. Throws a RangeError as `localDate` does. */
export function offsetAt(zone: ZoneId, at: Instant): number {
  return intervalAt(zone, at).offset;
}

/** The instant at which a date begins in `zone`. */
export function startOfDate(zone: ZoneId, date: SessionDate): Instant {
  return instantOfLocal(zone, date, 0);
}
