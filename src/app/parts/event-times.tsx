import type { ModelEvent } from '../../chart/model/chart-model.ts';
import { phaseWords, placeOf, shortTimeIn, timeIn } from '../../chart/sentences/event-words.ts';
import type { Instant } from '../../core/units.ts';
import { HOUR_NOT_KNOWN, timeLine, YOUR_TIME } from '../../words/en/event-entry.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

interface Place {
  readonly name: string;
  readonly zone: string;
  /** Where in the exchange's day the event fell; null for a place without an exchange on display. */
  readonly phase: string | null;
}

/** The exchanges on display, by their place. */
function exchangePlaces(state: DashboardState, event: ModelEvent): Place[] {
  const places = state.model.series.map(({ instrument, place, zone }): [string, Place] => {
    const mapping = event.mappings.get(instrument.id);
    return [
      place,
      { name: place, zone, phase: mapping === undefined ? null : phaseWords(mapping, state.readerFormats) },
    ];
  });
  return [...new Map(places).values()];
}

/** Where the event's time is told whoever reads: in its own zone, and at each exchange on display. */
function placesOf(state: DashboardState, event: ModelEvent): Place[] {
  const { zone } = event.source;
  const own: Place = { name: placeOf(zone), zone, phase: null };
  return [...new Map([own, ...exchangePlaces(state, event)].map((place) => [place.name, place])).values()];
}

/** An instant to the minute, in UTC. */
function written(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/**
 * The same in the reader's zone, where no place is in it. Nobody's zone is known at build time: what stands there is
 * filled in by the controller.
 */
function ReaderTime({ state, event, zones }: { state: DashboardState; event: ModelEvent; zones: readonly string[] }) {
  const { source } = event;
  if (source.time.kind === 'date') return null;
  if (state.mode === 'live') {
    if (zones.includes(state.readerZone)) return null;
    return (
      <div className="reader-time">
        <dt>{YOUR_TIME}</dt>
        <dd>{timeIn(source, state.readerZone, state.readerFormats)}</dd>
      </div>
    );
  }
  const [from, to] = source.time.kind === 'span' ? [source.time.from, source.time.to] : [source.time.at, undefined];
  return (
    <div className="reader-time" data-zones={zones.join(' ')}>
      <dt>{YOUR_TIME}</dt>
      <dd>
        <time dateTime={written(from)} data-to={to === undefined ? undefined : written(to)} />
      </dd>
    </div>
  );
}

/** The time at the first two exchanges on display, or where none is in the event's own zone, a line each. */
export function TimeLines({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const { source } = event;
  const isKnown = source.time.kind !== 'date';
  const exchanges = exchangePlaces(state, event);
  const places = isKnown && exchanges.length > 0 ? exchanges.slice(0, 2) : placesOf(state, event).slice(0, 1);
  return (
    <p className="time-lines">
      {places.map(({ name, zone, phase }) => (
        <span key={name}>
          {timeLine(shortTimeIn(source, zone, state.readerFormats), name, isKnown ? phase : HOUR_NOT_KNOWN)}
        </span>
      ))}
    </p>
  );
}

/** The time in every zone that matters, and where in the day of each exchange it fell. */
export function AllTimes({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const { source } = event;
  const isKnown = source.time.kind !== 'date';
  const places = placesOf(state, event);
  return (
    <dl className="times">
      {places.map(({ name, zone, phase }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span>{isKnown || zone === source.zone ? timeIn(source, zone, state.readerFormats) : HOUR_NOT_KNOWN}</span>
            {phase === null || (!isKnown && zone !== source.zone) ? null : <span className="phase">{phase}</span>}
          </dd>
        </div>
      ))}
      <ReaderTime state={state} event={event} zones={places.map(({ zone }) => zone)} />
    </dl>
  );
}
