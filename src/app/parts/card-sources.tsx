import type { DashboardState } from '../state/dashboard-state.ts';
import { EventCard } from './event-card.tsx';

/** The cards of all events, out of sight: the controller copies one when its marker is hovered, focused or tapped. */
export function CardSources({ state }: { state: DashboardState }) {
  return (
    <>
      {state.model.events.map((event) => (
        <div key={event.id} className="mr-card-source" data-event={event.id} data-kind={event.kind} hidden>
          <EventCard state={state} event={event} />
        </div>
      ))}
    </>
  );
}
