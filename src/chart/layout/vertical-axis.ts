import { type Shown, type ShownSeries, valueOf } from '../scene/shown.ts';
import type { Scene, ScenePanel } from '../scene/scene.ts';
import type { Formats } from '../text/formats.ts';
import { bySteps } from './by-steps.ts';
import { niceStep } from './nice-ticks.ts';
import type { Grid } from './panel-annotation.ts';

/** Intervals that an axis aims at; a low plot labels every second or third line of them. */
const INTERVALS = 6;
/** Least distance of two labelled lines, in CSS pixels. */
const LABEL_ROOM = 26;
/** Which lines are left in a plot that is too low for all of them. */
const EVERY = [1, 2, 3, 5, 10];

/** A vertical axis, rounded to its own step. */
export interface VerticalAxis {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** The level that everything is compared with. */
  readonly reference: number | null;
}

export function referenceOf({ unit }: ScenePanel): number | null {
  return unit === 'level' ? null : unit === 'rebased' ? 100 : 0;
}

/** Lowest and highest visible value of some series, the reference among them. */
function extent(panel: ScenePanel, shown: readonly ShownSeries[]): [number, number] {
  const reference = referenceOf(panel);
  let [low, high] = reference === null ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [reference, reference];
  for (const one of shown) {
    for (let index = one.from; index < one.to; index += 1) {
      for (const value of [valueOf(panel, one, index), one.series.gaps?.[index] ?? Number.NaN]) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

/** The axis of a panel, for what is visible; panels of the same unit other than levels share one. */
export function verticalAxis({ series, panels }: Scene, { series: shown }: Shown, at: number): VerticalAxis {
  const panel = panels[at] ?? { key: '', unit: 'level' };
  const own = shown.filter((_, index) => panel.unit !== 'level' || series[index]?.panel === at);
  const [low, high] = extent(panel, own);
  const span = high - low || Math.abs(high) * 0.02 || 1;
  const step = niceStep(span / INTERVALS);
  const first = Math.floor(low / step + 1e-9) * step;
  const last = Math.ceil(high / step - 1e-9) * step;
  return {
    low: exact(first === last ? first - step : first),
    high: exact(first === last ? last + step : last),
    step,
    reference: referenceOf(panel),
  };
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** How a value of the axis is written. */
export function axisLabel(
  { unit }: ScenePanel,
  scale: string,
  step: number,
  formats: Formats,
): (value: number) => string {
  const decimals =
    [0, 1, 2].find((digits) => Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-6) ?? 2;
  if (unit === 'move') return (value) => formats.change(value / 100, decimals);
  if (unit === 'rebased' && scale === 'percent') return (value) => formats.change(value / 100 - 1, decimals);
  return (value) => (unit === 'level' ? formats.number(value, decimals) : formats.fixed(value, decimals));
}

/** The values at which an axis can have a line, ascending. */
export function valuesOf({ low, high, step }: VerticalAxis): number[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, line) => exact(low + line * step));
}

/** Lines of the grid with their labels, for plots of some heights in CSS pixels. */
export function gridOf(axis: VerticalAxis, heights: readonly number[], write: (value: number) => string): Grid[] {
  const { low, step, reference } = axis;
  const values = valuesOf(axis);
  const count = values.length - 1;
  return bySteps(
    heights.map((height) => {
      const most = Math.max(1, Math.floor(height / LABEL_ROOM));
      const every = EVERY.find((one) => count / one <= most) ?? count;
      const origin = reference === null ? 0 : Math.round((reference - low) / step);
      return values.flatMap((value, line) =>
        (line - origin) % every === 0
          ? [{ fy: 1 - line / count, label: write(value), isReference: value === reference }]
          : [],
      );
    }),
    'h',
  );
}
