import type { InstrumentId } from '../../core/series.ts';
import type { ClaimCheck } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';
import type { DraftClaim, DraftEvent, DraftInstrument, DraftLanguage, NoCheck } from '../draft.ts';
import type { CatalogueEntry, MarketSubject } from '../instruments/named-instruments.ts';
import type { MoveStatement } from './market-words.ts';
import { sinceDate } from './since-date.ts';
import { expectedReaction, sessionAfter, sessionUpTo } from './sessions.ts';

/** The day that a claim is about: a date, or the reaction to an event. */
export type ClaimDay =
  | { readonly kind: 'date'; readonly date: SessionDate }
  | { readonly kind: 'event'; readonly event: DraftEvent | null };

interface Known {
  readonly events: readonly DraftEvent[];
  readonly centre: DraftEvent | null;
  readonly instruments: readonly DraftInstrument[];
  readonly published: SessionDate;
  readonly language: DraftLanguage;
}

type Expressed = Pick<DraftClaim, 'check' | 'because' | 'beyond'>;

const without = (because: NoCheck): Expressed => ({ check: null, because, beyond: null });
const as = (check: ClaimCheck, beyond: DraftClaim['beyond'] = null): Expressed => ({ check, because: null, beyond });

/** What a market value is measured in, as a study's `measure` says it. */
const MARKET_VALUE = 'market value in US dollars';

/** What a check can say of any session, whether an event fell on it or not. */
const OF_SESSION: ReadonlySet<MoveStatement['kind']> = new Set([
  'move',
  'little-changed',
  'extreme',
  'opened',
  'off-high',
]);

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
  // A check of a session of its own needs no event that it is the reaction to.
  const session = when.kind === 'date' ? sessionUpTo(entry.exchange, when.date) : undefined;
  const anyEvent = 'event' in found ? found.event : session === undefined ? null : known.centre;
  const on = { instrument: entry.id, event: anyEvent?.id ?? '', ...(session === undefined ? {} : { session }) };
  if (anyEvent === null || (!('event' in found) && !OF_SESSION.has(statement.kind)))
    return without('event' in found ? { kind: 'no-event' } : found);
  const tied = 'event' in found ? found : { event: anyEvent, offset: 0 };
  const instrument: InstrumentId = entry.id;
  const event = tied.event.id;
  const window = [tied.offset, tied.offset] as const;
  const needsReaction = statement.kind === 'record' || statement.kind === 'notable' || statement.kind === 'level';
  if (needsReaction && tied.offset > 0 && when.kind === 'date') {
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
      return as({ kind: 'move', ...on, sign: statement.sign, percent: statement.percent, hedge: statement.hedge });
    case 'little-changed':
      return as({ kind: 'little-changed', ...on });
    case 'extreme': {
      const since = sinceDate(statement.since, known.published, known.language);
      if (since === null) return without({ kind: 'not-expressible' });
      const { extreme } = statement;
      const of = extreme === 'best' || extreme === 'worst' ? 'move' : 'close';
      return as({
        kind: 'extreme-since',
        ...on,
        of,
        sign: extreme === 'best' || extreme === 'highest' ? 'up' : 'down',
        since,
      });
    }
    case 'opened':
      return as({ kind: 'opened', ...on, relation: statement.sign === 'up' ? 'higher' : 'lower' });
    case 'off-high':
      return as({ kind: 'off-high', ...on, high: 'session' });
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
