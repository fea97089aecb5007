import { type Instant, isSessionDate, type SessionDate, type ZoneId } from '../../core/units.ts';
import { instantOfLocal, offsetAt } from '../../core/zone-time.ts';

/** What a field for local date and time shows of an instant: `2025-07-15T10:00`, in `zone`. */
export function localField(at: Instant, zone: ZoneId): string {
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 16);
}

/** The instant of what such a field holds; null while it is no time. */
export function fieldInstant(value: string, zone: ZoneId): Instant | null {
  const [date = '', time = ''] = value.split('T');
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (!isSessionDate(date) || hours === undefined) return null;
  return instantOfLocal(zone, date, Number(hours) * 60 + Number(minutes));
}

/** The date of what such a field holds, in its own zone; null while it is none. */
export function fieldDate(value: string): SessionDate | null {
  const date = value.slice(0, 10);
  return isSessionDate(date) ? date : null;
}
