import { dashboardState } from '../../src/app/state/dashboard-model.ts';
import type { DashboardState } from '../../src/app/state/dashboard-state.ts';
import { defaultView, type View } from '../../src/chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../src/core/series.ts';
import type { Study } from '../../src/core/study.ts';
import { bundledSeries, firstStudy } from '../core/study-at-hand.ts';

/** A dashboard's state for an English reader in UTC, and the changes of the view that its parts ask for. */
export function stateAtHand(
  change: Partial<View>,
  mode: DashboardState['mode'],
  study: Study = firstStudy(),
  available: ReadonlyMap<InstrumentId, PriceSeries> = bundledSeries(study),
): { readonly state: DashboardState; readonly changes: readonly Partial<View>[] } {
  const changes: Partial<View>[] = [];
  const state = dashboardState({
    study,
    pageStudy: study.id,
    view: { ...defaultView(study), ...change },
    problems: [],
    available,
    statuses: [],
    readerZone: 'UTC',
    mode,
    setView: (next) => changes.push(next),
    retry: () => undefined,
    desk: null,
  });
  return { state, changes };
}
