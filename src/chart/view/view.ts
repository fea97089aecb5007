import { defaultParameters, type Model, type OffsetRange } from '../../core/reaction/parameters.ts';
import type { InstrumentId } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';
import type { SessionDate } from '../../core/units.ts';

export const CHART_KINDS = ['overlay', 'event-time', 'daily', 'multiples'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const SCALES = ['index', 'percent', 'points'] as const;
/** `index`: the base is 100. `percent`: change since the base. `points`: the levels themselves, in stacked panels. */
export type Scale = (typeof SCALES)[number];

export const AROUND = [5, 10, 20, 60] as const;

/** Which sessions are shown. Counted in sessions of each exchange around the base; a year is six months each side. */
export type Range =
  | { readonly kind: 'around'; readonly sessions: (typeof AROUND)[number] }
  | { readonly kind: 'year' }
  | { readonly kind: 'all' }
  | { readonly kind: 'between'; readonly from: SessionDate; readonly to: SessionDate };

/** Around day 0, the event fills a tenth of it: two weeks either side. */
export const OPENING_RANGE: Range = { kind: 'around', sessions: 10 };

/** The close that lines start from: that of the session before an event's day 0, or of a session that the reader picked. */
export type Base =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'session'; readonly session: SessionDate };

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const MODELS = ['mean', 'market', 'adjusted'] as const satisfies readonly Model[];
export const RETURNS = ['log', 'simple'] as const;

/** The event window whose abnormal returns are summed, where a reader asks for no other: day 0 alone. */
const DAY_ZERO: OffsetRange = [0, 0];

/** All that a reader chose. The URL holds the whole of it; a key is never part of it. */
export interface View {
  readonly study: string;
  readonly chart: ChartKind;
  readonly instruments: readonly InstrumentId[];
  readonly base: Base;
  readonly range: Range;
  readonly scale: Scale;
  /** The pinned event or confounder. */
  readonly event: string | null;
  readonly theme: Theme;
  /** Adapter id. */
  readonly source: string;
  /** How the statistics tell an ordinary return, and on which sessions. */
  readonly model: Model;
  /** The market models' benchmark in place of each instrument's own; null for its own. */
  readonly benchmark: InstrumentId | null;
  readonly estimation: OffsetRange;
  /** The event window that the statistics sum up. */
  readonly window: OffsetRange;
  readonly returns: (typeof RETURNS)[number];
}

/** What a reader sees who chose nothing. */
export function defaultView(study: Study): View {
  return {
    study: study.id,
    chart: 'overlay',
    instruments: study.defaultInstruments,
    base: { kind: 'event', event: study.centre },
    range: OPENING_RANGE,
    scale: 'index',
    event: null,
    theme: 'auto',
    source: 'snapshot',
    model: defaultParameters.model,
    benchmark: null,
    estimation: defaultParameters.estimation,
    window: DAY_ZERO,
    returns: defaultParameters.returns,
  };
}
