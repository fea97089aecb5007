import type { SessionMapping } from '../../core/session-mapping.ts';
import type { PriceSeries } from '../../core/series.ts';
import type { Confounder, Instrument, Study, StudyEvent } from '../../core/study.ts';
import type { Instant } from '../../core/units.ts';
import type { View } from '../view/view.ts';

/** One instrument of a chart: its series, what it is rebased to, and which of its sessions are in range. */
export interface ModelSeries {
  readonly instrument: Instrument;
  /** 1 to 5: the instrument's place in the study decides its colour, whatever else is shown. */
  readonly slot: number;
  readonly place: string;
  readonly zone: string;
  readonly series: PriceSeries;
  /** Instant of each session's close. */
  readonly closesAt: readonly Instant[];
  /** Index of the close that the line starts from. */
  readonly baseIndex: number;
  /** Index of the session after the base: day 0. May be one past the end. */
  readonly dayZeroIndex: number;
  /** Sessions in range: [from, to). */
  readonly from: number;
  readonly to: number;
}

/** An event of the article or a confounder, on every exchange that is charted. */
export interface ModelEvent {
  readonly id: string;
  readonly title: string;
  readonly kind: 'event' | 'confounder';
  /** 1, 2, 3 … for the article's events in order; null for a confounder. */
  readonly number: number | null;
  readonly isCentre: boolean;
  /** [from, to) of instants; equal for an instant. */
  readonly from: Instant;
  readonly to: Instant;
  readonly source: StudyEvent | Confounder;
  readonly mappings: ReadonlyMap<string, SessionMapping>;
}

/** An instrument that was asked for and cannot be drawn, and why. */
export interface AbsentSeries {
  readonly instrument: Instrument;
  readonly sentence: string;
}

/** What a chart shows, before any pixel. */
export interface ChartModel {
  readonly study: Study;
  readonly view: View;
  readonly series: readonly ModelSeries[];
  readonly absent: readonly AbsentSeries[];
  readonly events: readonly ModelEvent[];
}
