import type { SizeClass } from '../chart-data.ts';
import type { ChartModel } from '../model/chart-model.ts';
import { formatsFor } from '../text/formats.ts';
import { type ColumnRules, columns } from './columns.ts';
import { dailyPanels } from './daily-panels.ts';
import type { DrawingLayout, PanelLayout } from './drawing-layout.ts';
import { endLabelsHeight } from './end-labels.ts';
import { eventTimePanel } from './event-time-panel.ts';
import { multiplesPanels } from './multiples-panels.ts';
import { guttersFor, layoutPanel, panelHeight, type PanelSpec, stackedPlotHeight } from './panel.ts';
import { dimensionsOf } from './size-class.ts';
import { timePanels } from './time-panels.ts';

const COLUMNS: ColumnRules = { leastColumn: 200, gap: 14, leastPlot: 0, headingLines: 2, hasSameTicks: false };

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
      return columns(multiplesPanels(model, height, formats), width, height, COLUMNS);
    }
  }
}
