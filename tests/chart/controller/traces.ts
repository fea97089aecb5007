import type { Trace } from '../../../src/chart/controller/steps.ts';
import type { ScenePanel, SceneSeries } from '../../../src/chart/scene/scene.ts';
import { seriesWith } from '../made-up-scene.ts';

/** How a series stands in a drawing where a day is a pixel. */
interface Shown {
  /** By date, or by distance from day 0. */
  readonly by?: 'date' | 'offset';
  /** Indices [from, to) are shown; all of them without it. */
  readonly shown?: readonly [from: number, to: number];
  /** Index of the close that it counts from; none without it. */
  readonly base?: number;
  readonly unit?: ScenePanel['unit'];
}

export function traceOf(
  own: Partial<SceneSeries>,
  { by = 'date', shown, base = -1, unit = 'rebased' }: Shown = {},
): Trace {
  const sessions = own.sessions ?? [];
  const series = seriesWith({ sessions, x: sessions.map((_, index) => index), ...own });
  return {
    series,
    panel: { key: 'all', unit },
    from: shown?.[0] ?? 0,
    to: shown?.[1] ?? sessions.length,
    base,
    step: (index) => (by === 'date' ? (sessions[index] ?? '') : index - base - 1),
    x: (index) => series.x[index] ?? Number.NaN,
    y: (index) => series.y[index] ?? Number.NaN,
  };
}
