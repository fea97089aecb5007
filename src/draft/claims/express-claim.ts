import type { InstrumentId } from '../../core/series.ts';
import type { ClaimCheck } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { DraftClaim, DraftEvent, DraftInstrument, NoCheck } from '../draft.ts';
import type { CatalogueEntry, MarketSubject } from '../instruments/named-instruments.ts';
import type { MoveStatement } from './market-words.ts';
import { expectedReaction, sessionAfter, sessionUpTo } from './sessions.ts';

/** The day that a claim is about: a date, or the reaction to an event. */
export type ClaimDay =
  | { readonly kind: 'date'; readonly date: SessionDate }
  | { readonly kind: 'event'; readonly event: DraftEvent | null };

interface Known {
  readonly events: readonly DraftEvent[];
  readonly centre: DraftEvent | null;
  readonly instruments: readonly DraftInstrument[];
}

type Expressed = Pick<DraftClaim, 'check' | 'because' | 'beyond'>;

const without = (because: NoCheck): Expressed => ({ check: null, because, beyond: null });
const as = (check: ClaimCheck, beyond: DraftClaim['beyond'] = null): Expressed => ({ check, because: null, beyond });

/** What a market value is measured in, as a study's `measure` says it. */
const MARKET_VALUE = 'market value in US dollars';

/** How many sessions after an event's reaction a claim may still be tied to it. */
const LAST_OFFSET = 5;

interface Tied {
  readonly event: DraftEvent;
  /** Sessions from the event's reaction session to the claim's. */
  readonly offset: number;
}

/** The event whose reaction session is the claim's day, or the nearest one before it; of several the central one. */
function eventOn(when: ClaimDay, { exchange, id }: CatalogueEntry, { events, centre }: Known): Tied | NoCheck {
  if (when.kind === 'event') return when.event === null ? { kind: 'no-event' } : { event: when.event, offset: 0 };
  const session = sessionUpTo(exchange, when.date);
  const tied = events.flatMap((event): Tied[] => {
    let reaction = expectedReaction(event, exchange);
    for (let offset = 0; reaction !== null && reaction <= session && offset <= LAST_OFFSET; offset++) {
      if (reaction === session) return [{ event, offset }];
      reaction = sessionAfter(exchange, reaction);
    }
    return [];
  });
  const nearest = tied.toSorted(
    (a, b) => a.offset - b.offset || Number(b.event === centre) - Number(a.event === centre),
  );
  return nearest[0] ?? { kind: 'no-event-on-session', session, instrument: id };
}

/** The check that a statement about a market is, or why it is none. */
export function expressClaim(
  statement: MoveStatement,
  subject: MarketSubject['subject'] | null,
  other: MarketSubject['subject'] | null,
  when: ClaimDay,
  known: Known,
): Expressed {
  if (subject === null || subject.kind === 'unnamed') return without({ kind: 'no-instrument' });
  if (subject.kind === 'worldwide') return worldwide(statement, when, known);
  const { entry } = subject;
  const found = eventOn(when, entry, known);
  if (!('event' in found)) return without(found);
  const instrument: InstrumentId = entry.id;
  const event = found.event.id;
  const window = [found.offset, found.offset] as const;
  const needsReaction = statement.kind === 'record' || statement.kind === 'notable' || statement.kind === 'level';
  if (needsReaction && found.offset > 0 && when.kind === 'date') {
    return without({ kind: 'no-event-on-session', session: sessionUpTo(entry.exchange, when.date), instrument });
  }
  switch (statement.kind) {
    case 'record':
      return as({ kind: 'record-close', instrument, event, another: statement.another });
    case 'notable':
      return as({ kind: 'notable-move', instrument, event, sign: statement.sign });
    case 'sign':
      return as({ kind: 'sign', instruments: [instrument], event, window, sign: statement.sign });
    case 'value':
      return as({
        kind: 'level',
        instrument,
        event,
        relation: statement.relation,
        level: statement.level,
        measure: MARKET_VALUE,
      });
    case 'level':
      return as({
        kind: 'level',
        instrument,
        event,
        relation: statement.relation,
        level: statement.level,
        measure: 'points',
      });
    case 'comparison':
      if (other?.kind !== 'instrument' || other.entry.id === instrument) return without({ kind: 'not-expressible' });
      return as({
        kind: 'comparison',
        instruments: [instrument, other.entry.id],
        event,
        window,
        relation: statement.relation,
      });
    case 'move':
      return as({ kind: 'sign', instruments: [instrument], event, window, sign: statement.sign }, 'size');
    case 'little-changed':
    case 'extreme':
    case 'opened':
    case 'off-high':
      return without({ kind: 'not-expressible' });
  }
}

/** "Lifting technology shares worldwide": the sign of every instrument here, which is a part of what is said. */
function worldwide(statement: MoveStatement, when: ClaimDay, { instruments, centre }: Known): Expressed {
  const event = when.kind === 'event' ? when.event : centre;
  if (event === null) return without({ kind: 'no-event' });
  const ids = instruments.map(({ id }) => id);
  const isSigned = statement.kind === 'sign' || statement.kind === 'notable' || statement.kind === 'move';
  if (ids.length === 0) return without({ kind: 'no-instrument' });
  if (!isSigned) return without({ kind: 'not-expressible' });
  return as({ kind: 'sign', instruments: ids, event: event.id, window: [0, 0], sign: statement.sign }, 'other-markets');
}
