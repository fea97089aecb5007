import { confoundersOf } from '../../core/confounders.ts';
import type { SessionMapping } from '../../core/session-mapping.ts';
import type { Instrument } from '../../core/study.ts';
import type { Instant } from '../../core/units.ts';
import type { ModelEvent } from '../../chart/model/chart-model.ts';
import {
  auctionWords,
  beforeTheNews,
  exchangePlace,
  phaseWords,
  placeOf,
  timeIn,
} from '../../chart/sentences/event-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { reactionMoves } from './reaction-moves.ts';

function Reaction({
  state,
  instrument,
  mapping,
}: {
  state: DashboardState;
  instrument: Instrument;
  mapping: SessionMapping;
}) {
  const series = state.available.get(instrument.id);
  if (series === undefined) return null;
  const formats = state.readerFormats;
  const { day, twoDays } = reactionMoves(series, mapping);
  const slot = state.study.instruments.indexOf(instrument) + 1;
  return (
    <tr>
      <th scope="row" style={{ color: `var(--series-${slot})` }}>
        {instrument.name}
      </th>
      <td>{mapping.kind === 'mapped' ? formats.mediumDate(mapping.dayZero) : mapping.sentence}</td>
      <td>{day === null ? 'no move' : formats.change(day, 2)}</td>
      <td>{twoDays === null ? 'not yet' : formats.change(twoDays.move, 2)}</td>
    </tr>
  );
}

interface Place {
  readonly name: string;
  readonly zone: string;
  /** Where in the exchange's day the event fell; null for a place without an exchange on display. */
  readonly phase: string | null;
}

/** Where the event's time is told whoever reads: in its own zone, and at each exchange on display. */
function placesOf(state: DashboardState, event: ModelEvent): Place[] {
  const { source } = event;
  const places = new Map<string, Place>();
  const ownName = placeOf(source.zone);
  places.set(ownName, { name: ownName, zone: source.zone, phase: null });
  for (const { instrument, place, zone } of state.model.series) {
    const mapping = event.mappings.get(instrument.id);
    places.set(place, {
      name: place,
      zone,
      phase: mapping === undefined ? null : phaseWords(mapping, state.readerFormats),
    });
  }
  return [...places.values()];
}

/** The same in the reader's zone: the controller writes it into the card, or takes it away where that zone is a place's. */
function ReaderTime({ event, places }: { event: ModelEvent; places: readonly Place[] }) {
  const { time } = event.source;
  if (time.kind === 'date') return null;
  const [from, to] = time.kind === 'span' ? [time.from, time.to] : [time.at, undefined];
  return (
    <div data-zones={places.map(({ zone }) => zone).join(' ')}>
      <dt>Your time</dt>
      <dd>
        <time dateTime={written(from)} data-to={to === undefined ? undefined : written(to)} />
      </dd>
    </div>
  );
}

/** An instant to the minute, in UTC. */
function written(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

function Times({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const { source } = event;
  const isKnown = source.time.kind !== 'date';
  const places = placesOf(state, event);
  return (
    <dl className="times">
      {places.map(({ name, zone, phase }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {isKnown || zone === source.zone ? timeIn(source, zone, state.readerFormats) : 'the hour is not known'}
            {phase === null || (!isKnown && zone !== source.zone) ? null : <span className="phase">{phase}</span>}
          </dd>
        </div>
      ))}
      <ReaderTime event={event} places={places} />
    </dl>
  );
}

/** Titles of what else could be in the prices of an event's reaction sessions, on the exchanges that are charted. */
function alsoThatDay(state: DashboardState, event: ModelEvent): string[] {
  const titles = state.model.series.flatMap(({ instrument, series }) => {
    const mapping = event.mappings.get(instrument.id);
    if (mapping?.kind !== 'mapped') return [];
    return confoundersOf(state.study, series.exchange, series.sessions, mapping.dayZero).map(
      ({ confounder }) => confounder.title,
    );
  });
  return [...new Set(titles)];
}

/** Which exchanges' moves also hold trading from before the news, or closes were still being formed: a sentence for each. */
function mixedSessions(state: DashboardState, event: ModelEvent): string[] {
  const sentences = state.model.series.flatMap(({ instrument }) => {
    const mapping = event.mappings.get(instrument.id);
    if (mapping === undefined) return [];
    const place = exchangePlace(instrument.exchange);
    const said = [beforeTheNews, auctionWords].map((words) => words(mapping, place, state.readerFormats));
    return said.filter((sentence) => sentence !== null);
  });
  return [...new Set(sentences)];
}

function Moves({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const shown = state.study.instruments.filter(({ id }) => state.view.instruments.includes(id));
  return (
    <table className="moves">
      <thead>
        <tr>
          <th scope="col">Reaction</th>
          <th scope="col">Session</th>
          <th scope="col">That day</th>
          <th scope="col">
            <abbr title="from the baseline close to the close of the session after">[0, +1]</abbr>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((instrument) => {
          const mapping = event.mappings.get(instrument.id);
          return mapping === undefined ? null : (
            <Reaction key={instrument.id} state={state} instrument={instrument} mapping={mapping} />
          );
        })}
      </tbody>
    </table>
  );
}

/** What the card of an event shows; the controller copies it when the marker is hovered, focused or tapped. */
export function EventCard({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const { source } = event;
  const { article } = state.study;
  const isOwn = event.kind === 'event';
  const others = isOwn ? alsoThatDay(state, event) : [];
  const link = source.url ?? article.url;
  return (
    <>
      <p className="card-title">
        {event.number === null ? 'Also that day: ' : `${event.number} · `}
        {event.title}
      </p>
      {isOwn ? <Moves state={state} event={event} /> : null}
      {'quote' in source ? (
        <blockquote>
          “{source.quote}”
          <footer>
            {article.outlet},{' '}
            {link === undefined ? (
              <cite>{article.title}</cite>
            ) : (
              <a href={link} target="_blank" rel="noopener">
                {article.title}
              </a>
            )}
          </footer>
        </blockquote>
      ) : (
        <p>{sentenceCase(source.detail)}.</p>
      )}
      <Times state={state} event={event} />
      {mixedSessions(state, event).map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
      {others.length === 0 ? null : <p className="quiet">Also that day: {state.readerFormats.list(others)}.</p>}
      {'known' in source ? <p className="quiet">{source.known}</p> : null}
    </>
  );
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
