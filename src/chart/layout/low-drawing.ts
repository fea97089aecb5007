import type { SizeClass } from '../chart-data.ts';
import type { ChartModel } from '../model/chart-model.ts';
import { type Formats, formatsFor } from '../text/formats.ts';
import { textWidth } from '../text/measure-text.ts';
import { type ColumnRules, columns } from './columns.ts';
import { dailyPanels } from './daily-panels.ts';
import { AXIS_SIZE } from './date-ticks.ts';
import type { DrawingLayout, PanelLayout } from './drawing-layout.ts';
import { eventTimePanel } from './event-time-panel.ts';
import { multiplesPanels } from './multiples-panels.ts';
import type { PanelSpec } from './panel.ts';
import { MARKER_SPACING } from './place-markers.ts';
import { dimensionsOf } from './size-class.ts';
import { timePanels } from './time-panels.ts';

const LEAST_PLOT_HEIGHT = 28;
/** Below this height headings give their room to the plots. */
const HEADING_HEIGHT = 200;
const COLUMNS = { leastColumn: 76, leastPlot: 60, hasSameTicks: true } as const;
/** Dates are wider than offsets from day 0. */
const GAPS = { dates: 20, offsets: 10 } as const;
/** Between a title and the first marker of its row. */
const TITLE_GAP = 6;

/** What a low drawing has room for: the article's own events. */
function withoutConfounders(model: ChartModel): ChartModel {
  return { ...model, events: model.events.filter(({ kind }) => kind === 'event') };
}

function panelsOf(
  model: ChartModel,
  size: SizeClass,
  width: number,
  plotHeight: number,
  formats: Formats,
): readonly PanelSpec[] {
  switch (model.view.chart) {
    case 'overlay':
      return timePanels(model, size, width, plotHeight, formats);
    case 'event-time':
      return [eventTimePanel(model, width, plotHeight, formats)];
    case 'daily':
      return dailyPanels(model, size, width, plotHeight, formats);
    case 'multiples':
      return multiplesPanels(model, plotHeight, formats);
  }
}

/** Room that a panel's title has before the first marker, in user units. */
function roomBeforeMarkers({ markers, box }: PanelLayout): number {
  return Math.min(box[2], ...markers.map(({ x }) => x - MARKER_SPACING / 2 - TITLE_GAP));
}

const bottomOf = (panels: readonly PanelLayout[]): number => Math.max(0, ...panels.map(({ box }) => box[1] + box[3]));

/**
 * Arranges a model for a place that is much wider than it is high: panels stand beside one another, titles beside the
 * markers where they have room there, and plots take what is left of `height`, in user units. The drawing is higher
 * where panels need a further row.
 */
export function layoutLowDrawing(complete: ChartModel, size: SizeClass, height: number): DrawingLayout {
  const model = withoutConfounders(complete);
  const { width } = dimensionsOf(size);
  const formats = formatsFor(model.study.language);
  const isMultiples = model.view.chart === 'multiples';
  const rules: ColumnRules = {
    ...COLUMNS,
    gap: isMultiples ? GAPS.offsets : GAPS.dates,
    headingLines: height < HEADING_HEIGHT ? 0 : 4,
  };
  const specsFor = (plotHeight: number): PanelSpec[] =>
    model.series.length === 0
      ? []
      : panelsOf(model, size, width, plotHeight, formats).map((spec, index) => ({
          ...spec,
          isLow: true,
          hasXAxis: true,
          hasLane: true,
          // Panels that share an axis share its markers, which the first of them carries.
          wishes: index === 0 || isMultiples ? spec.wishes : [],
        }));

  const probe = columns(specsFor(LEAST_PLOT_HEIGHT), width, LEAST_PLOT_HEIGHT, rules);
  const rooms = probe.map(roomBeforeMarkers);
  /** The longest titles that have room beside the markers in all panels, each panel's in the same words. */
  const withTitles = (specs: readonly PanelSpec[]): readonly PanelSpec[] => {
    const ways = Math.min(...specs.map(({ title }) => title.length));
    for (let way = 0; way < ways; way += 1) {
      const fits = specs.every(({ title, titleInk }, index) => {
        const words = title[way] ?? '';
        return textWidth(words, AXIS_SIZE, titleInk === undefined ? 400 : 600) <= (rooms[index] ?? 0);
      });
      if (fits) return specs.map((spec) => ({ ...spec, title: spec.title.slice(way), isTitleInLane: true }));
    }
    return specs;
  };
  const arrange = (plotHeight: number): PanelLayout[] =>
    columns(withTitles(specsFor(plotHeight)), width, plotHeight, rules);

  const least = arrange(LEAST_PLOT_HEIGHT);
  const rows = Math.max(1, new Set(least.map(({ box }) => box[1])).size);
  const spare = Math.max(0, Math.floor((height - bottomOf(least)) / rows));
  const panels = arrange(LEAST_PLOT_HEIGHT + spare);
  return { size, width, height: bottomOf(panels) || height, panels };
}
