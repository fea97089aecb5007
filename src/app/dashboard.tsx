import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { SizeClass } from '../chart/chart-data.ts';
import { ClaimList } from './claims/claim-list.tsx';
import { Caption } from './parts/caption.tsx';
import { CardSources } from './parts/card-sources.tsx';
import { ChartArea } from './parts/chart-area.tsx';
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
  | 'drawing'
  | 'caption'
  | 'cards'
  | 'table'
  | 'events'
  | 'reaction'
  | 'claims'
  | 'footer';

export const ISLANDS: readonly Island[] = [
  'lead',
  'controls',
  'notices',
  'drawing',
  'caption',
  'cards',
  'table',
  'events',
  'reaction',
  'claims',
  'footer',
];

/**
 * The parts of the dashboard, each in its island. The page around them stays as
 * it is, so that the controller that works on the figure is never replaced.
 */
export function Dashboard({
  state,
  islands,
  sizes,
}: {
  state: DashboardState;
  islands: Readonly<Record<Island, Element>>;
  sizes: readonly SizeClass[];
}) {
  const parts: Readonly<Record<Island, ReactNode>> = {
    lead: <Lead state={state} />,
    controls: <Controls state={state} />,
    notices: <Notices state={state} />,
    drawing: <ChartArea state={state} sizes={sizes} />,
    caption: <Caption state={state} />,
    cards: <CardSources state={state} />,
    table: <DataTable state={state} />,
    events: <EventList state={state} />,
    reaction: <ReactionPanel state={state} />,
    claims: <ClaimList state={state} />,
    footer: <Footer state={state} />,
  };
  return <>{ISLANDS.map((name) => createPortal(parts[name], islands[name], name))}</>;
}
