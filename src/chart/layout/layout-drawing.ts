import type { SizeClass } from '../chart-data.ts';
import type { ChartModel } from '../model/chart-model.ts';
import { formatsFor } from '../text/formats.ts';
import { dailyPanels } from './daily-panels.ts';
import type { DrawingLayout, PanelLayout } from './drawing-layout.ts';
import { eventTimePanel } from './event-time-panel.ts';
import { multiplesPanels } from './multiples-panels.ts';
import { guttersFor, layoutPanel, panelHeight, type PanelSpec, stackedPlotHeight } from './panel.ts';
import { dimensionsOf } from './size-class.ts';
import { timePanels } from './time-panels.ts';

const COLUMN_GAP = 20;
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

/** Panels beside one another, in as many columns as have room. */
function columns(specs: readonly PanelSpec[], width: number, plotHeight: number): PanelLayout[] {
  const count = Math.max(1, Math.min(specs.length, Math.floor((width + COLUMN_GAP) / (LEAST_COLUMN + COLUMN_GAP))));
  const columnWidth = Math.floor((width - (count - 1) * COLUMN_GAP) / count);
  const gutters = guttersFor(specs);
  return specs.map((spec, index) => {
    const row = Math.floor(index / count);
    const left = (index % count) * (columnWidth + COLUMN_GAP);
    return layoutPanel(spec, [left, row * panelHeight(spec, plotHeight)], columnWidth, plotHeight, gutters);
  });
}

/**
 * Arranges a model for one size class. Pure: the same model gives the same
 * layout everywhere. A model without a series has no panels.
 */
export function layoutDrawing(model: ChartModel, size: SizeClass): DrawingLayout {
  const { width, plotHeight } = dimensionsOf(size);
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
      const height = Math.round(plotHeight * 0.62);
      return columns(multiplesPanels(model, width, height, formats), width, height);
    }
  }
}
