/**
 * Heights below which a chart is a low one, in CSS pixels: of a panel by itself, and of one of some above one another.
 * There the title of the panel with the markers stands beside them, and what else happened has no lane.
 */
export const LOW = { single: 190, stacked: 130 } as const;
/** Height of a whole chart of two panels above one another below which they are low. */
export const LOW_STACK = 260;

/** Heights of the rows around a panel's plot in CSS pixels; what leads from a marker to its band is in `lane`. */
export interface PanelRows {
  readonly title: number;
  readonly lane: number;
  readonly foot: number;
  readonly axis: number;
}

/** What decides which rows a panel has. */
export interface PanelKind {
  readonly isStacked: boolean;
  readonly hasHeading: boolean;
  readonly hasLane: boolean;
  readonly hasFoot: boolean;
  readonly hasAxis: boolean;
}

/** The rows of a panel; the same numbers stand in `src/chart/drawing/drawing.css`. */
export function panelRows({ isStacked, hasHeading, hasLane, hasFoot, hasAxis }: PanelKind, isLow: boolean): PanelRows {
  if (isLow && isStacked) {
    return { title: hasLane ? 0 : 14, lane: hasLane ? 34 : 0, foot: 0, axis: hasAxis ? 18 : 0 };
  }
  return {
    title: isLow ? 0 : hasHeading ? 52 : 18,
    lane: hasLane ? 34 : 4,
    foot: !isLow && hasFoot ? 20 : 0,
    axis: hasAxis ? 20 : 6,
  };
}

export function rowsHeight({ title, lane, foot, axis }: PanelRows): number {
  return title + lane + foot + axis;
}
