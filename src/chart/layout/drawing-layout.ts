import type { SizeClass } from '../chart-data.ts';

/** Name of the custom property that holds a colour, without the dashes. */
export type Ink = 'ink' | 'muted' | 'rule' | 'paper' | `series-${number}`;

export interface PlacedText {
  readonly x: number;
  /** Of the baseline of the text. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink: Ink;
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Rows of a line or of bars, in data values. NaN where there is nothing to draw. */
export interface Trace {
  readonly slot: number;
  readonly mark: 'line' | 'bar';
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** For bars: their width in data values of x, and the indices that stand out. */
  readonly barWidth?: number;
  readonly marked?: readonly number[];
}

export interface PlacedDot {
  readonly x: number;
  readonly y: number;
  readonly slot: number;
  readonly kind: 'end' | 'base' | 'reaction';
}

/** A stretch of time over the plot, in user units. */
export interface PlacedBand {
  readonly from: number;
  readonly to: number;
  readonly events: readonly string[];
  readonly kind: 'centre' | 'event' | 'confounder';
}

export interface PlacedMarker {
  readonly events: readonly string[];
  readonly kind: 'event' | 'confounder';
  readonly isCentre: boolean;
  /** What stands in it: a number, or "+3" for a cluster. Empty for a lone confounder. */
  readonly label: string;
  /** What a screen reader calls it. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Where its event stands on the edge of the plot: the upper one, for a confounder the lower one. */
  readonly stemX: number;
  readonly stemY: number;
}

/** One set of axes of a drawing. All positions are in the panel's own user units. */
export interface PanelLayout {
  readonly key: string;
  /** Its box in the drawing. */
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly plot: readonly [x: number, y: number, width: number, height: number];
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** The level that everything is compared with, drawn as a stronger line. */
  readonly reference: number | null;
  readonly traces: readonly Trace[];
  /** The reaction's own stretch of each line, drawn stronger: index pairs into the trace. */
  readonly strokes: readonly { readonly trace: number; readonly from: number; readonly to: number }[];
  readonly dots: readonly PlacedDot[];
  readonly bands: readonly PlacedBand[];
  readonly markers: readonly PlacedMarker[];
  readonly texts: readonly PlacedText[];
  /** From a line's end to a label that had to give way. */
  readonly leaders: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
}

/** A finished arrangement: nothing is left to measure. */
export interface DrawingLayout {
  readonly size: SizeClass;
  readonly width: number;
  readonly height: number;
  readonly panels: readonly PanelLayout[];
}
