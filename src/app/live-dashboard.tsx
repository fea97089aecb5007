import { useLayoutEffect, useMemo } from 'react';
import type { SizeClass } from '../chart/chart-data.ts';
import type { Study } from '../core/study.ts';
import { Dashboard, type Island } from './dashboard.tsx';
import type { Reader } from './reader.ts';
import { dashboardState } from './state/dashboard-model.ts';
import type { DashboardState } from './state/dashboard-state.ts';
import { useSeries } from './state/use-series.ts';
import { useSizeClass } from './state/use-size-class.ts';
import { useView } from './state/use-view.ts';

/** The dashboard with the address, the sources and the width of the stage behind it. */
export function LiveDashboard({
  study,
  reader,
  islands,
  stage,
  onDrawn,
}: {
  study: Study;
  reader: Reader;
  islands: Readonly<Record<Island, Element>>;
  stage: Element;
  /** Called before the browser paints each state that was drawn. */
  onDrawn: (state: DashboardState, size: SizeClass) => void;
}) {
  const { view, problems, setView } = useView(study, reader.pageStudy);
  const { available, statuses, retry } = useSeries(study, view.source, reader);
  const size = useSizeClass(stage);
  const sizes = useMemo(() => [size], [size]);
  const state = dashboardState({
    study,
    pageStudy: reader.pageStudy,
    view,
    problems,
    available,
    statuses,
    readerLanguage: reader.language,
    readerZone: reader.zone,
    mode: 'live',
    setView,
    retry,
  });
  useLayoutEffect(() => onDrawn(state, size));
  return <Dashboard state={state} islands={islands} sizes={sizes} />;
}
