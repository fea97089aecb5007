import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Drawing } from '../../chart/drawing/drawing.tsx';
import type { DrawingLayout } from '../../chart/layout/drawing-layout.ts';
import { headline } from '../../chart/sentences/headline.ts';
import { CardSources } from '../parts/card-sources.tsx';
import { EventList } from '../parts/event-list.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { FrameCaption } from './frame-caption.tsx';
import { ChartTable } from '../parts/chart-table.tsx';

/** A place of a frame page that one part fills. The page around them is written by the build. */
export type FramePlace = 'lead' | 'drawing' | 'caption' | 'cards' | 'events' | 'table';

export const FRAME_PLACES: readonly FramePlace[] = ['lead', 'drawing', 'caption', 'cards', 'events', 'table'];

/** What a frame page shows, each part in its place: the same at build time and when React has taken over. */
export function FrameParts({
  state,
  places,
  layouts,
}: {
  state: DashboardState;
  places: Readonly<Record<FramePlace, Element>>;
  layouts: readonly DrawingLayout[];
}) {
  const sentence = headline(state.study, state.available, state.formats);
  const parts: Readonly<Record<FramePlace, ReactNode>> = {
    lead: sentence.map(({ text, slot }) =>
      slot === null ? (
        text
      ) : (
        <span key={slot} style={{ color: `var(--series-${slot})` }}>
          {text}
        </span>
      ),
    ),
    drawing: layouts.map((layout, index) => <Drawing key={index} layout={layout} />),
    caption: <FrameCaption state={state} />,
    cards: <CardSources state={state} />,
    events: <EventList state={state} />,
    table: <ChartTable state={state} formats={state.formats} />,
  };
  return <>{FRAME_PLACES.map((name) => createPortal(parts[name], places[name], name))}</>;
}
