import { memo } from 'react';
import type { DashboardState } from '../state/dashboard-state.ts';
import { EventCard } from './event-card.tsx';

/**
 * The cards of all events, out of sight: the controller copies one when its
 * marker is hovered, focused or tapped. They hold nothing that a pinned event or
 * another statistic changes, so that those draw no card anew.
 */
export const CardSources = memo(
  function CardSources({ state }: { state: DashboardState }) {
    return (
      <>
        {state.model.events.map((event) => (
          <div key={event.id} className="mr-card-source" data-event={event.id} data-kind={event.kind} hidden>
            <EventCard state={state} event={event} />
          </div>
        ))}
      </>
    );
  },
  ({ state: before }, { state: after }) =>
    before.model === after.model &&
    before.available === after.available &&
    before.readerFormats === after.readerFormats,
);
