import type { ExchangeId } from './exchanges/registry.ts';
import { mapAnnouncement } from './session-mapping.ts';
import type { Confounder, Study } from './study.ts';
import type { SessionDate } from './units.ts';

/** Something else that an exchange's session could react to. */
export interface SharedConfounder {
  readonly confounder: Confounder;
  /** False when only its date is known, or its span reaches over two sessions: it may have moved the next session instead. */
  readonly certain: boolean;
}

/**
 * The study's confounders that can be in the prices of an exchange's sessions
 * from `dayZero` to `last`, one session where that is left out, in the study's
 * order. `sessions` are all sessions of the data.
 */
export function confoundersOf(
  study: Study,
  exchange: ExchangeId,
  sessions: readonly SessionDate[],
  dayZero: SessionDate,
  last: SessionDate = dayZero,
): readonly SharedConfounder[] {
  return study.confounders.flatMap((confounder) => {
    const mapping = mapAnnouncement(confounder.time, confounder.zone, exchange, sessions);
    if (mapping.kind !== 'mapped') return [];
    const shared = mapping.dayZero <= last && dayZero <= mapping.lastDayZero;
    return shared ? [{ confounder, certain: !mapping.ambiguous }] : [];
  });
}
