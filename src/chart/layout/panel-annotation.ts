/** In which steps of size something shows: indices of widths and heights; in all without them. */
export interface Seen {
  readonly w?: readonly number[];
  readonly h?: readonly number[];
}

/**
 * Least widths and heights of a panel in CSS pixels. What is laid out for the smallest panel of a step holds in all of
 * it, since a larger one only moves texts apart. A panel of a known size has one step.
 */
export interface Steps {
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** The steps of a drawing whose size is not known. The same numbers stand in `src/chart/drawing/drawing.css`. */
export const STEPS: Steps = { widths: [76, 200, 340, 600, 900], heights: [80, 130, 190, 290] };

export interface Grid extends Seen {
  /** 0 at the top of the plot, 1 at its foot. */
  readonly fy: number;
  readonly label: string;
  readonly isReference: boolean;
}

export interface AxisLabel extends Seen {
  /** 0 at the left edge of the plot, 1 at the right one. */
  readonly fx: number;
  readonly label: string;
}

export interface Band {
  readonly fx: number;
  readonly width: number;
  readonly event: string;
  readonly kind: 'centre' | 'event' | 'confounder';
}

export interface Dot {
  readonly fx: number;
  readonly fy: number;
  readonly slot: number;
  readonly kind: 'end' | 'base' | 'reaction';
}

/** The move of an event's session beside its dot. Offsets are CSS pixels. */
export interface ValueLabel extends Seen {
  readonly fx: number;
  readonly fy: number;
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
  readonly slot: number;
}

/** A line's name and figure in the gutter beside its end. */
export interface EndLabel extends Seen {
  /** Index of its series in the scene. */
  readonly series: number;
  readonly slot: number;
  readonly fy: number;
  /** CSS pixels that it gives way to its neighbours. */
  readonly dy: number;
  readonly name: string;
  /** Empty where the plot has no room for it. */
  readonly figure: string;
}

export interface Marker extends Seen {
  readonly events: readonly string[];
  readonly kind: 'event' | 'confounder';
  readonly isCentre: boolean;
  /** What stands in it: a number, "+3" for a cluster, the count of a cluster of confounders. */
  readonly label: string;
  readonly name: string;
  readonly fx: number;
  /** CSS pixels that it stands beside its event. */
  readonly dx: number;
  /** The event's words beside it, where the lane has room. */
  readonly words: string;
  readonly side: 'left' | 'right';
}

export interface Title extends Seen {
  readonly text: string;
  readonly slot: number | null;
}

/** All that stands over the geometry of a panel, with the part of the geometry that is in sight. */
export interface PanelAnnotation {
  readonly heading: string | null;
  readonly titles: readonly Title[];
  /** What the plot's edges are on the axes that a reader sees. */
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
  /** Left, top, width and height in the units of the geometry. */
  readonly viewBox: readonly [number, number, number, number];
  /** By index in the scene: how a line's geometry is put on the axis, and the stretch that is its reaction. */
  readonly lines: readonly {
    readonly series: number;
    readonly transform: string;
    readonly stroke: string;
    /** The part of the plot's width that its sessions in range take: another market's may go on for hours. */
    readonly inSight: readonly [from: number, to: number];
  }[];
  readonly left: number;
  /** Room right of the plot for each step of width. */
  readonly right: readonly number[];
  readonly hasLane: boolean;
  readonly hasFoot: boolean;
  readonly hasAxis: boolean;
  readonly grid: readonly Grid[];
  readonly ticks: readonly AxisLabel[];
  readonly bands: readonly Band[];
  readonly dots: readonly Dot[];
  readonly values: readonly ValueLabel[];
  readonly ends: readonly EndLabel[];
  readonly markers: readonly Marker[];
}
