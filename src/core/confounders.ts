import { closeInstant, openInstant } from './exchange.ts';
import type { ExchangeId } from './exchanges/registry.ts';
import { endsOf, mapAnnouncement } from './session-mapping.ts';
import type { Confounder, Study } from './study.ts';
import type { SessionDate } from './units.ts';

/** Something else that an exchange's session could react to. */
export interface SharedConfounder {
  readonly confounder: Confounder;
  /** False when its hour decides whether it was this session: it may have moved another one instead. */
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

/**
 * The study's confounders that can be in the gap of an exchange's session: those
 * that came, or may have come, from the close of the session before to its open.
 */
export function confoundersInGap(
  study: Study,
  exchange: ExchangeId,
  before: SessionDate,
  session: SessionDate,
): readonly SharedConfounder[] {
  const [from, to] = [closeInstant(exchange, before), openInstant(exchange, session)];
  return study.confounders.flatMap((confounder) => {
    const { first, last } = endsOf(confounder.time, confounder.zone);
    return last < from || first >= to ? [] : [{ confounder, certain: first >= from && last < to }];
  });
}
