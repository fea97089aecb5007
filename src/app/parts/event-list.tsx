import type { ModelEvent } from '../../chart/model/chart-model.ts';
import { ownDate } from '../../chart/sentences/event-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { EventCard, reactionMoves } from './event-card.tsx';

function Moves({ state, event }: { state: DashboardState; event: ModelEvent }) {
  return (
    <p className="event-moves">
      {state.study.instruments.map(({ id, name }, index) => {
        const series = state.available.get(id);
        const mapping = event.mappings.get(id);
        if (series === undefined || mapping === undefined || !state.view.instruments.includes(id)) return null;
        const { day } = reactionMoves(series, mapping);
        return (
          <span key={id} style={{ color: `var(--series-${index + 1})` }}>
            <b>{day === null ? 'no move' : state.formats.change(day)}</b> {name}
          </span>
        );
      })}
    </p>
  );
}

/** The article's events by number, and apart from them what else happened: what the markers stand for, in words. */
export function EventList({ state }: { state: DashboardState }) {
  const events = state.model.events.filter(({ kind }) => kind === 'event');
  const confounders = state.model.events.filter(({ kind }) => kind === 'confounder');
  return (
    <>
      <div className="event-group">
        <h2 className="visually-hidden">Events of the article</h2>
        <ol className="events">
          {events.map((event) => (
            <li key={event.id} className={`mr-event${event.isCentre ? ' is-centre' : ''}`} data-event={event.id}>
              <span className="event-number" aria-hidden="true">
                {event.number}
              </span>
              <div className="event-summary">
                <h3>
                  <a
                    href={state.hrefOf({ event: event.id })}
                    onClick={(click) => {
                      click.preventDefault();
                      state.setView({ event: state.view.event === event.id ? null : event.id });
                    }}
                  >
                    {event.title}
                  </a>
                </h3>
                <p className="quiet">{ownDate(event.source, state.formats)}</p>
                <Moves state={state} event={event} />
              </div>
              <div className="event-detail">
                <EventCard state={state} event={event} />
              </div>
            </li>
          ))}
        </ol>
      </div>
      {confounders.length === 0 ? null : (
        <div className="also-group">
          <h2 className="also">Also in those days</h2>
          <ul className="confounders">
            {confounders.map((event) => (
              <li key={event.id} className="mr-event" data-event={event.id}>
                <span className="diamond" aria-hidden="true" />
                <div className="event-summary">
                  <h3>{event.title}</h3>
                  <p className="quiet">{ownDate(event.source, state.formats)}</p>
                </div>
                <div className="event-detail">
                  <EventCard state={state} event={event} />
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
