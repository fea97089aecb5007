import type { AnnouncementTime } from '../../core/study.ts';
import type { Instant, ZoneId } from '../../core/units.ts';
import { offsetAt } from '../../core/zone-time.ts';

/** A time as `study.json` writes it. */
export type WrittenTime =
  | { readonly at: string }
  | { readonly from: string; readonly to: string }
  | { readonly date: string };

function written(zone: ZoneId, at: Instant): string {
  const offset = offsetAt(zone, at) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`;
}

/** A time as `study.json` writes it: instants in the local time of `zone`, with their offset from UTC. */
export function writeTime(time: AnnouncementTime, zone: ZoneId): WrittenTime {
  switch (time.kind) {
    case 'date':
      return { date: time.date };
    case 'instant':
      return { at: written(zone, time.at) };
    case 'span':
      return { from: written(zone, time.from), to: written(zone, time.to) };
  }
}
