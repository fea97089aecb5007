import type { SessionDate } from '../../core/units.ts';
import { firstIndex } from '../../core/first-index.ts';
import type { Choice, Scene, ScenePanel, SceneSeries } from './scene.ts';
import { sessionsInRange } from './sessions-in-range.ts';

/** What is in range of a series: sessions [from, to), none where it has no base; what they count from. */
export interface ShownSeries {
  readonly series: SceneSeries;
  readonly from: number;
  readonly to: number;
  /** Index of the close that it is rebased to, −1 without one; day 0 is the session after it. */
  readonly base: number;
}

/** A stretch of an axis, low end first. */
export type Extent = readonly [low: number, high: number];

/** The part of a scene that a choice of range and base puts into the plots. */
export interface Shown {
  readonly series: readonly ShownSeries[];
  /** Horizontal extent of each panel. */
  readonly x: readonly Extent[];
}

/** Index of the close that a choice starts a series from; −1 where it has none. */
export function baseIndexOf(series: SceneSeries, { base }: Choice, panel: ScenePanel): number {
  const event = panel.around?.event ?? (base.kind === 'event' ? base.event : null);
  if (event !== null) return (series.dayZeros[event] ?? 0) - 1;
  const date = base.kind === 'session' ? base.session : '';
  return firstIndex(0, series.sessions.length, (index) => (series.sessions[index] ?? '') > date) - 1;
}

/** Where a session stands on the axis that a reader sees: on one of offsets, counted from day 0. */
export function placeOf(axis: Scene['axis'], { series, base }: ShownSeries, index: number): number {
  return axis === 'offset' ? index - base - 1 : (series.x[index] ?? Number.NaN);
}

/** Where a value stands on the vertical axis of a panel: 100 at the base, or as it is. */
export function valueOf({ unit }: ScenePanel, { series, base }: ShownSeries, index: number): number {
  const value = series.y[index] ?? Number.NaN;
  return unit === 'rebased' ? (value / (series.y[base] ?? Number.NaN)) * 100 : value;
}

/** Sessions and extents of a scene for a choice. Pure; the same at build time and in a browser. */
export function shownOf(scene: Scene, choice: Choice): Shown {
  const series = scene.series.map((one): ShownSeries => {
    const panel = scene.panels[one.panel];
    const base = panel === undefined ? -1 : baseIndexOf(one, choice, panel);
    if (base < 0) return { series: one, from: 0, to: 0, base: -1 };
    const around = panel?.around;
    const range = around === undefined ? choice.range : around.range;
    return { series: one, base, ...sessionsInRange(one.sessions as readonly SessionDate[], base, range) };
  });
  const all = extentOf(
    scene,
    series.filter((_, index) => scene.panels[scene.series[index]?.panel ?? 0]?.around === undefined),
  );
  return {
    series,
    x: scene.panels.map(({ around }) => around?.extent ?? all),
  };
}

function extentOf({ axis }: Scene, shown: readonly ShownSeries[]): Extent {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of shown) {
    if (one.to <= one.from) continue;
    low = Math.min(low, placeOf(axis, one, one.from));
    high = Math.max(high, placeOf(axis, one, one.to - 1));
  }
  if (low > high) return [0, 1];
  // A bar stands in the middle of its slot; a lone close in the middle of the plot.
  if (axis === 'slot' || low === high) return [low - 0.5, high + 0.5];
  return [low, high];
}
