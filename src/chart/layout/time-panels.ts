import type { SizeClass } from '../chart-data.ts';
import type { ChartModel, ModelSeries } from '../model/chart-model.ts';
import { axisTitles } from '../sentences/chart-words.ts';
import type { Formats } from '../text/formats.ts';
import type { SessionDate } from '../../core/units.ts';
import { dateTicks } from './date-ticks.ts';
import { paddedDomain } from './nice-ticks.ts';
import { stackedPlotHeight, type BandSpec, type PanelSpec } from './panel.ts';
import { linesOf, referenceOf, valueTicks } from './rebased.ts';

const NOON = 12 * 3_600_000;

/** Where a date is labelled on an axis of instants: between the two exchanges' closes of that date. */
function dateInstant(session: SessionDate): number {
  return Date.parse(`${session}T00:00:00Z`) + NOON;
}

/** The instants that are in range over all series. */
export function timeDomain(series: readonly ModelSeries[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { closesAt, from, to } of series) {
    low = Math.min(low, closesAt[from] ?? low);
    high = Math.max(high, closesAt[to - 1] ?? high);
  }
  return low < high ? [low, high] : [low - NOON, low + NOON];
}

/** Two ascending lists as one, each date once. */
function merged(one: readonly SessionDate[], other: readonly SessionDate[]): readonly SessionDate[] {
  if (one.length === 0) return other;
  const dates: SessionDate[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [a, b] = [one[left], other[right]];
    if (a === undefined && b === undefined) return dates;
    if (b === undefined || (a !== undefined && a <= b)) {
      if (a !== undefined) dates.push(a);
      left += 1;
      if (a === b) right += 1;
    } else {
      dates.push(b);
      right += 1;
    }
  }
}

/** Every session date in range, once, ascending. */
export function datesInRange(series: readonly ModelSeries[]): readonly SessionDate[] {
  let dates: readonly SessionDate[] = [];
  for (const { series: prices, from, to } of series) dates = merged(dates, prices.sessions.slice(from, to));
  return dates;
}

function bandsOf(model: ChartModel): BandSpec[] {
  return model.events.map((event) => ({
    from: event.from,
    to: event.to,
    events: [event.id],
    kind: event.kind === 'confounder' ? 'confounder' : event.isCentre ? 'centre' : 'event',
  }));
}

function wishesOf(model: ChartModel): PanelSpec['wishes'] {
  return model.events.map(({ id, title, kind, number, isCentre, from, to }) => ({
    id,
    title,
    kind,
    number,
    isCentre,
    at: (from + to) / 2,
  }));
}

/** Lines on one axis of instants: all in one plot, or one plot each when the levels themselves are shown. */
export function timePanels(
  model: ChartModel,
  size: SizeClass,
  width: number,
  plotHeight: number,
  formats: Formats,
): PanelSpec[] {
  const { scale } = model.view;
  const xDomain = timeDomain(model.series);
  const dates = datesInRange(model.series);
  const groups = scale === 'points' ? model.series.map((line) => [line]) : [model.series];
  const height = scale === 'points' ? stackedPlotHeight(size, groups.length, plotHeight) : plotHeight;
  return groups.map((lines, index) => {
    const marks = linesOf(lines, model, scale, (line, at) => line.closesAt[at] ?? Number.NaN, formats, width);
    const reference = referenceOf(scale);
    const values = marks.traces.flatMap(({ y }) => y);
    const yDomain = paddedDomain(reference === null ? values : [...values, reference], 0.05);
    const [only] = lines;
    const named = scale === 'points' && only !== undefined;
    return {
      key: named ? only.instrument.id : 'all',
      title: named ? [`${only.instrument.name}, ${only.instrument.unit}`] : axisTitles(model, formats),
      ...(named ? { titleInk: `series-${only.slot}` as const } : {}),
      xDomain,
      yDomain,
      xTicks: (toPixel, bounds) => dateTicks(dates, dateInstant, toPixel, bounds, formats),
      yTicks: valueTicks(yDomain, height, scale, formats),
      reference,
      ...marks,
      bands: bandsOf(model),
      wishes: wishesOf(model),
      hasXAxis: index === groups.length - 1,
      hasLane: index === 0,
    };
  });
}
