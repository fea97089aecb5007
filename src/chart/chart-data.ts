/**
 * What stands beside a finished drawing so that it can be read with a pointer,
 * a finger or a keyboard: the contract between whoever draws a chart (at build
 * time or live) and the controller, which knows nothing of React.
 *
 * It is written as JSON into the page, in `<script type="application/json"
 * class="mr-data">` inside the figure. All lengths are user units of the
 * drawing: one drawing per size class, scaled by CSS as a whole.
 */

/** Where a point's step is found: sessions of one date stand together, or sessions of one distance from day 0. */
export type Grouping = 'date' | 'offset';

export interface DataSeries {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  /** Which of the colours `--series-1` … `--series-5` it is drawn in. */
  readonly slot: number;
  /** Exchange zone and what a reader calls it: "New York". */
  readonly zone: string;
  readonly place: string;
  /** Session dates in the exchange's own zone, ascending. */
  readonly sessions: readonly string[];
  readonly closes: readonly number[];
  /** Close of the session before the first one; null where the data begin. */
  readonly before: number | null;
  /** Close that "since" counts from; null when the base is not in the data. */
  readonly base: number | null;
  /** Horizontal data value of each session: hours since 1970, session offset or slot. */
  readonly x: readonly number[];
  /** Vertical data value of each session, in the unit of the panel's axis. */
  readonly y: readonly number[];
  /** Index of day 0 in `sessions`, for grouping by offset. */
  readonly dayZero?: number;
  /** Which panel of the drawing it stands in. */
  readonly panel: number;
}

export interface PanelGeometry {
  /** The plot area: left, top, width, height. */
  readonly plot: readonly [number, number, number, number];
  /** Data values at the left and right edge. */
  readonly x: readonly [number, number];
  /** Data values at the bottom and top edge. */
  readonly y: readonly [number, number];
}

export interface VariantGeometry {
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelGeometry[];
  /** One per marker, in reading order: the events that it stands for, and its centre. */
  readonly markers: readonly { readonly events: readonly string[]; readonly at: readonly [number, number] }[];
}

/** Size classes of a drawing, from the narrowest. Widths are in `layout/size-class.ts`. */
export type SizeClass = 'xs' | 's' | 'm' | 'l' | 'xl';

export interface ChartData {
  readonly chart: string;
  /** BCP 47 tag of the words inside the drawing. */
  readonly language: string;
  readonly grouping: Grouping;
  /** What "since" counts from, in words: "since the close of 14 July". */
  readonly sinceLabel: string;
  readonly series: readonly DataSeries[];
  readonly variants: Readonly<Partial<Record<SizeClass, VariantGeometry>>>;
}
