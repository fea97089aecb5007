import type { ModelEvent } from '../../chart/model/chart-model.ts';
import { ownDate } from '../../chart/sentences/event-words.ts';
import { ALSO_HEADING, NO_MOVE } from '../../words/en/event-entry.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { EventDetail } from './event-detail.tsx';
import { reactionMoves } from './reaction-moves.ts';
import { ViewLink } from './view-link.tsx';

function Moves({ state, event }: { state: DashboardState; event: ModelEvent }) {
  return (
    <p className="event-moves" id={`moves-${event.id}`}>
      {state.study.instruments.map(({ id, shortName }, index) => {
        const series = state.available.get(id);
        const mapping = event.mappings.get(id);
        if (series === undefined || mapping === undefined || !state.view.instruments.includes(id)) return null;
        const { day } = reactionMoves(series, mapping);
        return (
          <span key={id} style={{ color: `var(--series-${index + 1})` }}>
            <span>{`${shortName} `}</span>
            <b>{day === null ? NO_MOVE : state.formats.change(day)}</b>
            <span> </span>
          </span>
        );
      })}
    </p>
  );
}

/**
 * The entry of an event: the one place of its words, in the dashboard and in a frame. The controller opens it (the
 * class `is-open`) and lights it up (`is-lit`), so that nothing here ever changes the class of the element.
 */
function EventEntry({ state, event }: { state: DashboardState; event: ModelEvent }) {
  const isPinned = state.view.event === event.id;
  return (
    <li className={`mr-event${event.isCentre ? ' is-centre' : ''}`} data-event={event.id}>
      <span className={event.number === null ? 'diamond' : 'event-number'} aria-hidden="true">
        {event.number}
      </span>
      <div className="event-summary">
        <h3>
          <ViewLink className="" state={state} change={{ event: isPinned ? null : event.id }} isCurrent={isPinned}>
            {event.title}
          </ViewLink>
        </h3>
        <p className="quiet">{ownDate(event.source, state.formats)}</p>
        {event.kind === 'event' ? <Moves state={state} event={event} /> : null}
      </div>
      <div className="event-detail">
        <EventDetail state={state} event={event} />
      </div>
    </li>
  );
}

/** The article's events by number, and apart from them what else happened: what the markers stand for, in words. */
export function EventList({ state }: { state: DashboardState }) {
  const events = state.model.events.filter(({ kind }) => kind === 'event');
  const confounders = state.model.events.filter(({ kind }) => kind === 'confounder');
  return (
    <div className="event-scroll">
      <h2 className="visually-hidden">Events of the article</h2>
      <ol className="events">
        {events.map((event) => (
          <EventEntry key={event.id} state={state} event={event} />
        ))}
      </ol>
      {confounders.length === 0 ? null : (
        <>
          <h2 className="also">{ALSO_HEADING}</h2>
          <ol className="events confounders">
            {confounders.map((event) => (
              <EventEntry key={event.id} state={state} event={event} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
