import { memo, type ReactNode } from 'react';
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

const Words = {
  Lead: memo(Lead),
  Notices: memo(Notices),
  Caption: memo(Caption),
  CardSources: memo(CardSources),
  DataTable: memo(DataTable),
  EventList: memo(EventList),
  ReactionPanel: memo(ReactionPanel),
  ClaimList: memo(ClaimList),
  Footer: memo(Footer),
};

/**
 * The parts of the dashboard, each in its island. The page around them stays as
 * it is, so that the controller that works on the figure is never replaced.
 */
export function Dashboard({
  state,
  later = state,
  islands,
  sizes,
}: {
  state: DashboardState;
  /** What the words around the chart are drawn from: `state`, or the one before it while there is no time. */
  later?: DashboardState;
  islands: Readonly<Record<Island, Element>>;
  sizes: readonly SizeClass[];
}) {
  const parts: Readonly<Record<Island, ReactNode>> = {
    lead: <Words.Lead state={later} />,
    controls: <Controls state={state} />,
    notices: <Words.Notices state={later} />,
    drawing: <ChartArea state={state} sizes={sizes} />,
    caption: <Words.Caption state={later} />,
    cards: <Words.CardSources state={later} />,
    table: <Words.DataTable state={later} />,
    events: <Words.EventList state={later} />,
    reaction: <Words.ReactionPanel state={later} />,
    claims: <Words.ClaimList state={later} />,
    footer: <Words.Footer state={later} />,
  };
  return <>{ISLANDS.map((name) => createPortal(parts[name], islands[name], name))}</>;
}
