import type { Base, ChartKind, Range, Scale } from '../view/view.ts';

/**
 * What a chart shows, in values and never in pixels: the contract between whoever knows a study (at build time or
 * live) and whoever draws and reads the chart, who know neither React nor Recharts. One scene serves every range, base
 * and scale of a kind of chart; `choice` says which of them stands.
 */
export interface Scene {
  readonly chart: ChartKind;
  readonly axis: Axis;
  /** BCP 47 tag of the words inside the drawing. */
  readonly language: string;
  /** Date at whose UTC midnight the time axis is zero. */
  readonly origin: string;
  /** The session dates that have a slot each; empty unless the axis is of slots. */
  readonly slots: readonly string[];
  readonly panels: readonly ScenePanel[];
  readonly series: readonly SceneSeries[];
  readonly events: readonly SceneEvent[];
  readonly choice: Choice;
}

/**
 * What the horizontal axis counts: days since `origin` with every close at its instant, sessions from each series' own
 * day 0, or one slot for each session date.
 */
export type Axis = 'time' | 'offset' | 'slot';

/** What a reader chooses without another drawing. */
export interface Choice {
  readonly range: Range;
  readonly base: Base;
  readonly scale: Scale;
}

/** What a panel's vertical axis counts: 100 at the base, the level, or the move on the day in percent. */
export type Unit = 'rebased' | 'level' | 'move';

export interface ScenePanel {
  readonly key: string;
  readonly unit: Unit;
  /** The series that it is about, where it is about one. */
  readonly series?: string;
  /** Unit of that series' level, such as "points". */
  readonly levelUnit?: string;
  /** The event that it stands around, whatever base and range are chosen. */
  readonly around?: {
    readonly event: string;
    readonly title: string;
    readonly range: Range;
    readonly extent: readonly [number, number];
  };
}

export interface SceneSeries {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Which of the colours `--series-1` … `--series-5` it is drawn in. */
  readonly slot: number;
  /** Exchange zone and what a reader calls it: "New York". */
  readonly zone: string;
  readonly place: string;
  /** Index of its panel. */
  readonly panel: number;
  readonly mark: 'line' | 'bar';
  /** Index in its series of the first session here, on an axis of offsets. */
  readonly first?: number;
  /** Session dates in the exchange's own zone, ascending. */
  readonly sessions: readonly string[];
  /** Where each session stands in the geometry: days, the session's own index, or its slot. */
  readonly x: readonly number[];
  /** Its close; for bars its move on the day in percent. NaN where there is none. */
  readonly y: readonly number[];
  /** For bars: the part of the move up to the open, in percent of the close before. NaN where no open is known. */
  readonly gaps?: readonly number[];
  /** Index of the session that is day 0 of each event that the series maps. */
  readonly dayZeros: Readonly<Record<string, number>>;
}

/** An event of the article, or something else that happened. */
export interface SceneEvent {
  readonly id: string;
  readonly title: string;
  readonly kind: 'event' | 'confounder';
  /** 1, 2, 3 … for the article's events in order; null for a confounder. */
  readonly number: number | null;
  readonly isCentre: boolean;
  /** Its extent in days since `origin`. */
  readonly from: number;
  readonly to: number;
}

/** Room of a bar with its neighbours' gaps in the geometry, and its own width: Recharts places bars at whole units. */
export const BAR_PITCH = 12;
export const BAR_WIDTH = 8;

/** Where zero stands in the geometry of bars, which go up and down from it: at 100 %, or farther for a wilder series. */
export function barZeroOf({ series }: Scene): number {
  const most = series.reduce((high, { mark, y, gaps = [] }) => {
    return mark === 'bar'
      ? [...y, ...gaps].reduce((found, value) => Math.max(found, Math.abs(value) || 0), high)
      : high;
  }, 0);
  return 10 ** Math.max(2, Math.ceil(Math.log10(most + 1)));
}

/** Indices of the sessions of a series that could react first to an event of the article. */
export function reactingRows({ events }: Scene, { dayZeros }: SceneSeries): ReadonlySet<number> {
  return new Set(events.flatMap(({ id, kind }) => (kind === 'event' ? (dayZeros[id] ?? []) : [])));
}

/** Days since the scene's origin of a date's midnight, UTC. */
export function dayOf(origin: string, date: string): number {
  return (Date.parse(date) - Date.parse(origin)) / 86_400_000;
}

/** The date, UTC, at a number of days since the scene's origin. */
export function dateOf(origin: string, days: number): string {
  return new Date(Date.parse(origin) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}
