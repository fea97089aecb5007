import { mapAnnouncement } from '../session-mapping.ts';
import type { ExchangeId } from '../exchanges/registry.ts';
import type { StudyEvent } from '../study.ts';
import type { SessionDate } from '../units.ts';

/** Sessions that were kept out of the estimation: by another event of the study, or because it was asked for (null). */
export interface LeftOut {
  readonly event: StudyEvent | null;
  readonly sessions: readonly SessionDate[];
}

/**
 * The sessions within one session of every other event's reaction session on
 * an exchange. An event that may have moved two sessions takes both and one on
 * either side; one that does not map to the data takes none.
 */
export function leftOutFor(
  event: StudyEvent,
  events: readonly StudyEvent[],
  exchange: ExchangeId,
  sessions: readonly SessionDate[],
): readonly LeftOut[] {
  return events.flatMap((other) => {
    if (other.id === event.id) return [];
    const mapping = mapAnnouncement(other.time, other.zone, exchange, sessions);
    if (mapping.kind !== 'mapped') return [];
    const last = sessions.indexOf(mapping.lastDayZero, mapping.dayZeroIndex);
    return [{ event: other, sessions: sessions.slice(Math.max(0, mapping.dayZeroIndex - 1), last + 2) }];
  });
}
