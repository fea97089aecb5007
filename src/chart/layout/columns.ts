import { wrapText } from '../text/wrap-text.ts';
import type { PanelLayout } from './drawing-layout.ts';
import { guttersFor, HEADING_SIZE, layoutPanel, panelHeight, type PanelSpec } from './panel.ts';

const ROW_GAP = 14;

/** Room left of a plot whose neighbour carries the labels of the vertical axis. */
const NARROW_GUTTER = 6;

/** Least room between the labels of the horizontal axes of two neighbours. */
const LABEL_GAP = 8;

/** How narrow panels may get before they go into a further row, and what they keep. All widths in user units. */
export interface ColumnRules {
  readonly leastColumn: number;
  /** Between two panels of a row. */
  readonly gap: number;
  /** A plot narrower than this gives up the labels at the ends of its lines. */
  readonly leastPlot: number;
  /** Most lines of a heading; 0 leaves headings out. */
  readonly headingLines: number;
  /** Whether all panels of a row have the same ticks: labels then use the gap between two panels. */
  readonly hasSameTicks: boolean;
}

/** Width of each of `count` plots in a row. */
function plotWidthOf(specs: readonly PanelSpec[], width: number, count: number, gap: number): number {
  const { left, right } = guttersFor(specs);
  return Math.floor((width - left - (count - 1) * (NARROW_GUTTER + gap) - count * right) / count);
}

/**
 * Panels beside one another, in as many columns as have room, their plots of
 * one width. The first of each row carries the labels of the vertical axis.
 */
export function columns(
  wanted: readonly PanelSpec[],
  width: number,
  plotHeight: number,
  { leastColumn, gap, leastPlot, headingLines, hasSameTicks }: ColumnRules,
): PanelLayout[] {
  const count = Math.max(1, Math.min(wanted.length, Math.floor((width + gap) / (leastColumn + gap))));
  const hasEnds = plotWidthOf(wanted, width, count, gap) >= leastPlot;
  const specs = hasEnds ? wanted : wanted.map((spec) => ({ ...spec, endLabels: [] }));
  const { left, right } = guttersFor(specs);
  const plotWidth = plotWidthOf(specs, width, count, gap);
  const narrowest = (count === 1 ? left : NARROW_GUTTER) + plotWidth + right;
  const wrapped = specs.map(({ heading = [] }) =>
    heading.flatMap((text) => (headingLines === 0 ? [] : wrapText(text, narrowest, HEADING_SIZE, 600, headingLines))),
  );
  const lines = Math.max(0, ...wrapped.map(({ length }) => length));
  let x = 0;
  let y = 0;
  return specs.map((spec, index) => {
    const column = index % count;
    const own = wrapped[index] ?? [];
    const placed: PanelSpec = {
      ...spec,
      hasYLabels: column === 0,
      ...(hasSameTicks && count > 1 ? { ticksFrom: gap + NARROW_GUTTER - LABEL_GAP } : {}),
      // Titles of one line stand beside the second line of the others.
      heading: [...Array.from({ length: count === 1 ? 0 : lines - own.length }, () => ''), ...own],
    };
    const gutter = column === 0 ? left : NARROW_GUTTER;
    if (column === 0 && index > 0) y += panelHeight(placed, plotHeight) + ROW_GAP;
    if (column === 0) x = 0;
    const panelWidth = gutter + plotWidth + right;
    const panel = layoutPanel(placed, [x, y], panelWidth, plotHeight, { left: gutter, right });
    x += panelWidth + gap;
    return panel;
  });
}
