import type { SizeClass } from '../chart-data.ts';
import type { ChartModel } from '../model/chart-model.ts';
import { formatsFor } from '../text/formats.ts';
import { wrapText } from '../text/wrap-text.ts';
import { dailyPanels } from './daily-panels.ts';
import type { DrawingLayout, PanelLayout } from './drawing-layout.ts';
import { endLabelsHeight } from './end-labels.ts';
import { eventTimePanel } from './event-time-panel.ts';
import { multiplesPanels } from './multiples-panels.ts';
import { guttersFor, HEADING_SIZE, layoutPanel, panelHeight, type PanelSpec, stackedPlotHeight } from './panel.ts';
import { dimensionsOf } from './size-class.ts';
import { timePanels } from './time-panels.ts';

const COLUMN_GAP = 14;
const ROW_GAP = 14;
const LEAST_COLUMN = 200;

/** Panels below one another, their plots aligned. */
function stack(specs: readonly PanelSpec[], width: number, plotHeight: number): PanelLayout[] {
  const gutters = guttersFor(specs);
  let top = 0;
  return specs.map((spec) => {
    const panel = layoutPanel(spec, [0, top], width, plotHeight, gutters);
    top += panelHeight(spec, plotHeight);
    return panel;
  });
}

/** Room left of a plot whose neighbour carries the labels of the vertical axis. */
const NARROW_GUTTER = 6;
const HEADING_LINES = 2;

/**
 * Panels beside one another, in as many columns as have room, their plots of
 * one width. The first of each row carries the labels of the vertical axis.
 */
function columns(specs: readonly PanelSpec[], width: number, plotHeight: number): PanelLayout[] {
  const count = Math.max(1, Math.min(specs.length, Math.floor((width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP))));
  const { left, right } = guttersFor(specs);
  const room = width - left - (count - 1) * (NARROW_GUTTER + COLUMN_GAP) - count * right;
  const plotWidth = Math.floor(room / count);
  const narrowest = (count === 1 ? left : NARROW_GUTTER) + plotWidth + right;
  const wrapped = specs.map(({ heading = [] }) =>
    heading.flatMap((text) => wrapText(text, narrowest, HEADING_SIZE, 600, HEADING_LINES)),
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
      // Titles of one line stand beside the second line of the others.
      heading: [...Array.from({ length: count === 1 ? 0 : lines - own.length }, () => ''), ...own],
    };
    const gutter = column === 0 ? left : NARROW_GUTTER;
    if (column === 0 && index > 0) y += panelHeight(placed, plotHeight) + ROW_GAP;
    if (column === 0) x = 0;
    const panelWidth = gutter + plotWidth + right;
    const panel = layoutPanel(placed, [x, y], panelWidth, plotHeight, { left: gutter, right });
    x += panelWidth + COLUMN_GAP;
    return panel;
  });
}

/**
 * Arranges a model for one size class. Pure: the same model gives the same
 * layout everywhere. A model without a series has no panels. `plotHeight` is
 * for a place that is lower than the class's own, in user units.
 */
export function layoutDrawing(
  model: ChartModel,
  size: SizeClass,
  plotHeight: number = dimensionsOf(size).plotHeight,
): DrawingLayout {
  const { width } = dimensionsOf(size);
  const formats = formatsFor(model.study.language);
  const panels = model.series.length === 0 ? [] : arrange(model, size, width, plotHeight, formats);
  const height = Math.max(0, ...panels.map(({ box }) => box[1] + box[3]));
  return { size, width, height: height === 0 ? plotHeight : height, panels };
}

function arrange(
  model: ChartModel,
  size: SizeClass,
  width: number,
  plotHeight: number,
  formats: ReturnType<typeof formatsFor>,
): PanelLayout[] {
  switch (model.view.chart) {
    case 'overlay': {
      const height =
        model.view.scale === 'points' ? stackedPlotHeight(size, model.series.length, plotHeight) : plotHeight;
      return stack(timePanels(model, size, width, plotHeight, formats), width, height);
    }
    case 'event-time':
      return stack([eventTimePanel(model, width, plotHeight, formats)], width, plotHeight);
    case 'daily':
      return stack(
        dailyPanels(model, size, width, plotHeight, formats),
        width,
        stackedPlotHeight(size, model.series.length, plotHeight),
      );
    case 'multiples': {
      const height = Math.max(Math.round(plotHeight * 0.66), endLabelsHeight(model.series.length));
      return columns(multiplesPanels(model, height, formats), width, height);
    }
  }
}
