import { type ComponentType, memo } from 'react';
import { createPortal } from 'react-dom';
import { ClaimList } from './claims/claim-list.tsx';
import { Caption } from './parts/caption.tsx';
import { Controls } from './parts/controls.tsx';
import { DataTable } from './parts/data-table.tsx';
import { EventList } from './parts/event-list.tsx';
import { Footer } from './parts/footer.tsx';
import { Lead } from './parts/lead.tsx';
import { Notices } from './parts/notices.tsx';
import { ReactionPanel } from './reaction/reaction-panel.tsx';
import type { DashboardState } from './state/dashboard-state.ts';

/** A place of the page that a part of the dashboard fills. The page's static structure is `index.html`. */
export type Island =
  | 'lead'
  | 'controls'
  | 'notices'
  | 'caption'
  | 'table'
  | 'events'
  | 'reaction'
  | 'claims'
  | 'footer';

export const ISLANDS: readonly Island[] = [
  'lead',
  'controls',
  'notices',
  'caption',
  'table',
  'events',
  'reaction',
  'claims',
  'footer',
];

/** Each is drawn again for another state only. */
const PARTS: Readonly<Record<Island, ComponentType<{ state: DashboardState }>>> = {
  lead: memo(Lead),
  controls: memo(Controls),
  notices: memo(Notices),
  caption: memo(Caption),
  table: memo(DataTable),
  events: memo(EventList),
  reaction: memo(ReactionPanel),
  claims: memo(ClaimList),
  footer: memo(Footer),
};

/**
 * The parts of the dashboard, each in its island. The page around them stays as
 * it is, so that the controller that works on the figure is never replaced.
 */
export function Dashboard({
  state,
  later = state,
  now = ISLANDS,
  islands,
}: {
  state: DashboardState;
  /** What the other parts are drawn from: `state`, or the one before it while there is no time. */
  later?: DashboardState;
  /** The parts that are drawn from `state`. */
  now?: readonly Island[];
  islands: Readonly<Record<Island, Element>>;
}) {
  return (
    <>
      {ISLANDS.map((name) => {
        const Part = PARTS[name];
        return createPortal(<Part state={now.includes(name) ? state : later} />, islands[name], name);
      })}
    </>
  );
}
