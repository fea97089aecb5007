import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import { formatsFor } from '../../chart/text/formats.ts';
import type { UrlProblem } from '../../chart/view/url.ts';
import type { View } from '../../chart/view/view.ts';
import type { DashboardState, SeriesStatus } from './dashboard-state.ts';
import { modelFor } from './drawing-cache.ts';
import { queryOf } from './view-address.ts';

/** What a dashboard is made from: the reader's choices, the figures at hand, and who reads. */
export interface DashboardInput {
  readonly study: Study;
  /** The study that the page is made for. */
  readonly pageStudy: string;
  readonly view: View;
  readonly problems: readonly UrlProblem[];
  readonly available: ReadonlyMap<InstrumentId, PriceSeries>;
  readonly statuses: readonly SeriesStatus[];
  readonly readerZone: string;
  readonly readerDoubts?: readonly string[];
  readonly mode: DashboardState['mode'];
  readonly setView: DashboardState['setView'];
  readonly retry: DashboardState['retry'];
  readonly desk: DashboardState['desk'];
  readonly openStudyFile?: (file: File) => void;
}

/** The state that every part of the dashboard reads. Pure: the same at build time and in a browser. */
export function dashboardState(input: DashboardInput): DashboardState {
  const { study, view, available, pageStudy, ...rest } = input;
  return {
    ...rest,
    study,
    view,
    available,
    model: modelFor(study, available, view),
    formats: formatsFor(study.language),
    // One page writes one way: what the reader's own language is decides nothing within it.
    readerFormats: formatsFor(study.language),
    hrefOf: (change) => {
      const query = queryOf({ ...view, ...change }, study, pageStudy);
      return query === '' ? './' : `?${query}`;
    },
  };
}
