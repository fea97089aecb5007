import { moveBetween } from '../../core/returns.ts';
import { confoundersOf } from '../../core/confounders.ts';
import type { SessionMapping } from '../../core/session-mapping.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Confounder, Instrument, StudyEvent } from '../../core/study.ts';
import type { ModelEvent } from '../../chart/model/chart-model.ts';
import { beforeTheNews, exchangePlace, ownDate, phaseWords, placeOf, timeIn } from '../../chart/sentences/event-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** Moves of a series in an event's reaction session and over the two sessions [0, +1]; null where a close is missing. */
export function reactionMoves(series: PriceSeries, mapping: SessionMapping) {
  if (mapping.kind !== 'mapped' || mapping.baselineIndex === null) return { day: null, twoDays: null };
  const base = series.closes[mapping.baselineIndex];
  const [dayZero, next] = [series.closes[mapping.dayZeroIndex], series.closes[mapping.dayZeroIndex + 1]];
  if (base === undefined || dayZero === undefined) return { day: null, twoDays: null };
  return { day: moveBetween(base, dayZero), twoDays: next === undefined ? null : moveBetween(base, next) };
}

function Reaction({ state, instrument, mapping }: { state: DashboardState; instrument: Instrument; mapping: SessionMapping }) {
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
      <td>{mapping.kind === 'mapped' ? formats.weekdayDate(mapping.dayZero) : mapping.sentence}</td>
      <td>{day === null ? 'no move' : formats.change(day, 2)}</td>
      <td>{twoDays === null ? 'not yet' : formats.change(twoDays, 2)}</td>
    </tr>
  );
}

function Zones({ state, source }: { state: DashboardState; source: StudyEvent | Confounder }) {
  const zones = new Map([[placeOf(source.zone), source.zone]]);
  for (const { place, zone } of state.model.series) zones.set(place, zone);
  const known = source.time.kind !== 'date';
  return (
    <dl className="times">
      {[...zones].map(([place, zone]) => (
        <div key={place}>
          <dt>{place}</dt>
          <dd>{known || zone === source.zone ? timeIn(source, zone, state.readerFormats) : 'the hour is not known'}</dd>
        </div>
      ))}
      {known && ![...zones.values()].includes(state.readerZone) ? (
        <div>
          <dt>Your time ({placeOf(state.readerZone)})</dt>
          <dd>{timeIn(source, state.readerZone, state.readerFormats)}</dd>
        </div>
      ) : null}
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

function Phases({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const perExchange = new Map(
    state.model.series.flatMap(({ instrument }) => {
      const mapping = event.mappings.get(instrument.id);
      return mapping === undefined ? [] : [[exchangePlace(instrument.exchange), mapping] as const];
    }),
  );
  return (
    <>
      <p className="phases">
        {[...perExchange].map(([place, mapping]) => (
          <span key={place}>
            <b>{place}</b>: {phaseWords(mapping, state.readerFormats)}
          </span>
        ))}
      </p>
      {[...perExchange].map(([place, mapping]) => {
        const sentence = beforeTheNews(mapping, place, state.readerFormats);
        return sentence === null ? null : (
          <p key={place} className="quiet">
            {sentence}
          </p>
        );
      })}
    </>
  );
}

/** What the card of an event shows; the controller copies it when the marker is hovered, focused or tapped. */
export function EventCard({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const { source } = event;
  const { article } = state.study;
  const others = event.kind === 'event' ? alsoThatDay(state, event) : [];
  const shown = state.study.instruments.filter(({ id }) => state.view.instruments.includes(id));
  const link = source.url ?? article.url;
  return (
    <>
      <p className="card-title">
        {event.number === null ? 'Also that day: ' : `${event.number} · `}
        {event.title}
      </p>
      {'quote' in source ? (
        <blockquote>
          “{source.quote}”
          <footer>
            {article.outlet}: {link === undefined ? <cite>{article.title}</cite> : <a href={link}>{article.title}</a>}
          </footer>
        </blockquote>
      ) : (
        <p>{source.detail}</p>
      )}
      <p className="quiet">{ownDate(source, state.readerFormats)}</p>
      <Zones state={state} source={source} />
      <Phases state={state} event={event} />
      <table className="moves">
        <thead>
          <tr>
            <th scope="col">Market</th>
            <th scope="col">Reaction session</th>
            <th scope="col">That day</th>
            <th scope="col">[0, +1]</th>
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
      {others.length === 0 ? null : (
        <p className="quiet">Also that day: {state.readerFormats.list(others)}.</p>
      )}
      {'known' in source ? <p className="quiet">{source.known}</p> : null}
    </>
  );
}
