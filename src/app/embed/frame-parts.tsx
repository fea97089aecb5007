import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { headline, shortHeadline } from '../../chart/sentences/headline.ts';
import { ChartTable, NARROW_COLUMNS } from '../parts/chart-table.tsx';
import { EventList } from '../parts/event-list.tsx';
import { Sentence } from '../parts/sentence.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { FrameCaption } from './frame-caption.tsx';

/** A place of a frame page that one part fills. The page around them is written by the build. */
export type FramePlace = 'lead' | 'short' | 'caption' | 'events' | 'table';

export const FRAME_PLACES: readonly FramePlace[] = ['lead', 'short', 'caption', 'events', 'table'];

/** What stands around the chart of a frame page, each part in its place: the same at build time and from React. */
export function FrameParts({
  state,
  places,
}: {
  state: DashboardState;
  places: Readonly<Record<FramePlace, Element>>;
}) {
  const { study, available, formats } = state;
  const parts: Readonly<Record<FramePlace, ReactNode>> = {
    lead: <Sentence parts={headline(study, available, formats)} />,
    short: <Sentence parts={shortHeadline(study, available, formats)} />,
    caption: <FrameCaption state={state} />,
    events: <EventList state={state} />,
    table: <ChartTable state={state} formats={state.formats} columns={NARROW_COLUMNS} />,
  };
  return <>{FRAME_PLACES.map((name) => createPortal(parts[name], places[name], name))}</>;
}
