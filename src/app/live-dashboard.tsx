import { startTransition, useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { Study } from '../core/study.ts';
import { defaultSource } from '../data/port/registry.ts';
import type { View } from '../chart/view/view.ts';
import { Dashboard, type Island, ISLANDS } from './dashboard.tsx';
import { LiveDrawings } from './parts/live-drawings.tsx';
import type { Reader } from './reader.ts';
import { SourceMemory } from './sources/source-memory.ts';
import { dashboardState } from './state/dashboard-model.ts';
import type { DashboardState } from './state/dashboard-state.ts';
import { useSeries } from './state/use-series.ts';
import { useSource, useView } from './state/use-view.ts';
import type { TakenPage } from './take-over.ts';
import { whenIdle } from './when-idle.ts';

interface Place {
  readonly study: Study;
  readonly reader: Reader;
  readonly islands: Readonly<Record<Island, Element>>;
  readonly page: TakenPage;
  readonly openStudyFile: (file: File) => void;
}

/** The dashboard with the address and the sources behind it. */
export function LiveDashboard(place: Place) {
  const { study, reader } = place;
  const [memory] = useState(() => new SourceMemory());
  const series = useSeries(study, useSource(study), reader, memory);
  return <ViewedDashboard {...place} {...series} />;
}

/** Choices that a few parts of the page answer at once. The words of all others follow in the next free moment. */
const AT_ONCE: readonly { readonly choices: readonly (keyof View)[]; readonly islands: readonly Island[] }[] = [
  { choices: ['range'], islands: ['controls'] },
  { choices: ['model', 'benchmark', 'estimation', 'window', 'returns'], islands: ['reaction'] },
];

const EVERYWHERE: readonly Island[] = ISLANDS;

/** The parts of the page that have to show at once what has changed since an earlier state. */
function partsToChange(one: DashboardState, other: DashboardState): readonly Island[] {
  if (one.available !== other.available || one.statuses !== other.statuses) return EVERYWHERE;
  const keys = Object.keys(other.view) as (keyof View)[];
  const changed = keys.filter((key) => JSON.stringify(one.view[key]) !== JSON.stringify(other.view[key]));
  return AT_ONCE.find(({ choices }) => changed.every((key) => choices.includes(key)))?.islands ?? EVERYWHERE;
}

/** The same once the series are at hand: another view asks for none of them again. */
function ViewedDashboard({
  study,
  reader,
  islands,
  page,
  openStudyFile,
  available,
  statuses,
  retry,
  desk,
}: Place & ReturnType<typeof useSeries>) {
  const { view, problems, setView } = useView(study, reader.pageStudy);
  const state = useMemo(
    () =>
      dashboardState({
        study,
        pageStudy: reader.pageStudy,
        view,
        problems,
        available,
        statuses,
        readerZone: reader.zone,
        readerDoubts: reader.doubts,
        mode: 'live',
        setView,
        retry,
        desk,
        openStudyFile,
      }),
    [study, reader, view, problems, available, statuses, setView, retry, desk, openStudyFile],
  );
  // The bundled closes come within moments of one another: drawn in one go, in slices that let the reader's input through.
  const isComing = view.source === defaultSource && statuses.some((status) => status.state === 'loading');
  const [hasBegun, setBegun] = useState(false);
  useEffect(() => {
    if (!isComing) startTransition(() => setBegun(true));
  }, [isComing]);
  const [isWhole, setWhole] = useState(() => document.documentElement.classList.contains('other-reaction'));
  useEffect(() => (hasBegun ? whenIdle(() => setWhole(true)) : undefined), [hasBegun]);
  const before = useDeferredValue(state);
  const now = useMemo(() => partsToChange(before, state), [before, state]);
  const later = now === EVERYWHERE ? state : before;
  useLayoutEffect(() => {
    if (hasBegun) page.onDrawn(state, later === state);
  });
  if (!hasBegun) return null;
  return (
    <>
      <Dashboard state={state} later={later} now={now} islands={islands} isWhole={isWhole} onArrival={page.onArrival} />
      <LiveDrawings
        state={state}
        standing={page.standingDrawing}
        onFinished={page.onFinished}
        notices={islands.notices}
        onFault={page.onDrawingFault}
      />
    </>
  );
}
