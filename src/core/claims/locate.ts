import type { InstrumentId, PriceSeries } from '../series.ts';
import { mapAnnouncement } from '../session-mapping.ts';
import type { Instrument, Study } from '../study.ts';
import type { CannotCheck, ClaimVerdict, Evidence } from './claim-verdict.ts';

/** What was found, before it is tied to its claim. */
export type Found = Omit<ClaimVerdict, 'claim' | 'partial'>;

/** An event on an instrument. */
export interface At {
  readonly instrument: Instrument;
  readonly series: PriceSeries;
  readonly dayZeroIndex: number;
}

export type Available = ReadonlyMap<InstrumentId, PriceSeries>;

/** A claim that cannot be checked, and why. */
export function unchecked(because: CannotCheck, evidence: Evidence | null = null, place: Found['place'] = null): Found {
  return { status: 'cannot-be-checked', evidence, because, place };
}

export function judged(holds: boolean, evidence: Evidence, place: Found['place']): Found {
  return { status: holds ? 'holds' : 'does-not-hold', evidence, because: null, place };
}

/** Where an event falls on an instrument, or why it does not. Throws for a name that a validated study cannot hold. */
export function locate(study: Study, available: Available, id: InstrumentId, eventId: string): At | CannotCheck {
  const instrument = study.instruments.find((one) => one.id === id);
  const event = study.events.find((one) => one.id === eventId);
  if (instrument === undefined || event === undefined) {
    throw new RangeError(`The study ${study.id} has no instrument "${id}" or no event "${eventId}"`);
  }
  const series = available.get(id);
  if (series === undefined) {
    return { kind: 'no-session', instrument, sentence: `There are no closes of ${instrument.name}.` };
  }
  const mapping = mapAnnouncement(event.time, event.zone, series.exchange, series.sessions);
  if (mapping.kind !== 'mapped') return { kind: 'no-session', instrument, sentence: mapping.sentence };
  return { instrument, series, dayZeroIndex: mapping.dayZeroIndex };
}
