import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { ChartModel } from '../../chart/model/chart-model.ts';
import type { Formats } from '../../chart/text/formats.ts';
import type { UrlProblem } from '../../chart/view/url.ts';
import type { View } from '../../chart/view/view.ts';
import type { Desk } from '../sources/series-queries.ts';

/** What became of the figures of one instrument. */
export interface SeriesStatus {
  readonly instrument: InstrumentId;
  /** `fallback`: the source failed, and another, the bundled snapshot or its own earlier answer is shown. */
  readonly state: 'loading' | 'ready' | 'fallback' | 'failed';
  /** One sentence about what failed, with the source's own words; null where nothing did. */
  readonly failure: string | null;
  /** One sentence about what is shown in its place; null where nothing is. */
  readonly instead: string | null;
}

/** Everything that the parts of the dashboard are drawn from. */
export interface DashboardState {
  readonly study: Study;
  readonly view: View;
  readonly problems: readonly UrlProblem[];
  readonly available: ReadonlyMap<InstrumentId, PriceSeries>;
  readonly statuses: readonly SeriesStatus[];
  readonly model: ChartModel;
  /** Of the words inside charts and of the sentences. */
  readonly formats: Formats;
  /** Of cards and tables: the reader's own. */
  readonly readerFormats: Formats;
  readonly readerZone: string;
  /** What is not known of the reader, a sentence each; absent where nobody reads yet. */
  readonly readerDoubts?: readonly string[];
  /** At build time every size of the chart is drawn, and nothing is measured. */
  readonly mode: 'baked' | 'live';
  setView(change: Partial<View>, how?: 'push' | 'replace'): void;
  hrefOf(change: Partial<View>): string;
  retry(): void;
  /** Shows a study from a file of the reader's; absent where no study can be opened. */
  readonly openStudyFile?: (file: File) => void;
  /** Where sources are asked; null at build time, when there is nobody to ask. */
  readonly desk: Desk | null;
}
