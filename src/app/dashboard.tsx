import { type ComponentType, lazy, memo, Suspense, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { Caption } from './parts/caption.tsx';
import { Controls } from './parts/controls.tsx';
import { DataTable } from './parts/data-table.tsx';
import { EventList } from './parts/event-list.tsx';
import { Footer } from './parts/footer.tsx';
import { Notices } from './parts/notices.tsx';
import { PartBoundary } from './parts/part-boundary.tsx';
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

/**
 * The parts that need the statistics: a third of all script, for words that stand in the page already. They are drawn
 * once the page has been taken over, or at once where the address asks for other statistics.
 */
export const OF_STATISTICS: readonly Island[] = ['lead', 'reaction', 'claims'];

type Part = ComponentType<{ state: DashboardState }>;

const Lead = lazy(() => import('./parts/lead.tsx').then((module) => ({ default: module.Lead })));
const ReactionPanel = lazy(() =>
  import('./reaction/reaction-panel.tsx').then((module) => ({ default: module.ReactionPanel })),
);
const ClaimList = lazy(() => import('./claims/claim-list.tsx').then((module) => ({ default: module.ClaimList })));

/** Each is drawn again for another state only. */
const PARTS: Readonly<Record<Island, Part>> = {
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

/** Says that a part is there, before the browser paints it. */
function Arrival({ onArrival }: { onArrival: () => void }) {
  useLayoutEffect(onArrival, [onArrival]);
  return null;
}

/**
 * The parts of the dashboard, each in its island. The page around them stays as
 * it is, so that the controller that works on the figure is never replaced.
 */
export function Dashboard({
  state,
  later = state,
  now = ISLANDS,
  islands,
  isWhole = true,
  onArrival = nothing,
}: {
  state: DashboardState;
  /** What the other parts are drawn from: `state`, or the one before it while there is no time. */
  later?: DashboardState;
  /** The parts that are drawn from `state`. */
  now?: readonly Island[];
  islands: Readonly<Record<Island, Element>>;
  /** Whether the parts of the statistics are drawn too, and who hears that they are there. */
  isWhole?: boolean;
  onArrival?: () => void;
}) {
  return (
    <>
      {ISLANDS.map((name) => {
        const Part = PARTS[name];
        const isLate = OF_STATISTICS.includes(name);
        if (isLate && !isWhole) return null;
        const part = (
          <PartBoundary part={name}>
            <Part state={now.includes(name) ? state : later} />
          </PartBoundary>
        );
        const drawn = isLate ? (
          <Suspense>
            {part}
            <Arrival onArrival={onArrival} />
          </Suspense>
        ) : (
          part
        );
        return createPortal(drawn, islands[name], name);
      })}
    </>
  );
}

function nothing(): void {}
