import { startTransition, useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Study } from '../core/study.ts';
import { defaultSource } from '../data/registry.ts';
import { Dashboard, type Island } from './dashboard.tsx';
import type { Reader } from './reader.ts';
import { SourceMemory } from './sources/source-memory.ts';
import { dashboardState } from './state/dashboard-model.ts';
import type { DashboardState } from './state/dashboard-state.ts';
import { useSeries } from './state/use-series.ts';
import { useSizeClass } from './state/use-size-class.ts';
import { useSource, useView } from './state/use-view.ts';
import type { Drawn } from './take-over.ts';

interface Place {
  readonly study: Study;
  readonly reader: Reader;
  readonly islands: Readonly<Record<Island, Element>>;
  readonly stage: Element;
  /** Called before the browser paints each state that was drawn. */
  readonly onDrawn: Drawn;
}

/** The dashboard with the address, the sources and the width of the stage behind it. */
export function LiveDashboard(place: Place) {
  const { study, reader } = place;
  const [memory] = useState(() => new SourceMemory());
  const series = useSeries(study, useSource(study), reader, memory);
  return <ViewedDashboard {...place} {...series} />;
}

/** Whether two states differ in the stretch of the chart that is shown, and in nothing else that words tell of. */
function isSameBesidesRange(one: DashboardState, other: DashboardState): boolean {
  if (one.available !== other.available || one.statuses !== other.statuses) return false;
  const keys = Object.keys(other.view) as (keyof DashboardState['view'])[];
  return keys.every((key) => key === 'range' || JSON.stringify(one.view[key]) === JSON.stringify(other.view[key]));
}

/** The same once the series are at hand: another view asks for none of them again. */
function ViewedDashboard({
  study,
  reader,
  islands,
  stage,
  onDrawn,
  available,
  statuses,
  retry,
  desk,
}: Place & ReturnType<typeof useSeries>) {
  const { view, problems, setView } = useView(study, reader.pageStudy);
  const size = useSizeClass(stage);
  const sizes = useMemo(() => [size], [size]);
  const state = useMemo(
    () =>
      dashboardState({
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
        desk,
      }),
    [study, reader, view, problems, available, statuses, setView, retry, desk],
  );
  // The bundled closes come within moments of one another: drawn in one go, in slices that let the reader's input through.
  const isComing = view.source === defaultSource && statuses.some((status) => status.state === 'loading');
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    if (!isComing) startTransition(() => setBegun(true));
  }, [isComing]);
  // To another stretch of the chart, the chart and its controls answer at once, the words in the next free moment.
  const before = useDeferredValue(state);
  const later = isSameBesidesRange(before, state) ? before : state;
  useLayoutEffect(() => {
    if (hasBegun) onDrawn(state, size, later === state);
  });
  return hasBegun ? <Dashboard state={state} later={later} islands={islands} sizes={sizes} /> : null;
}
