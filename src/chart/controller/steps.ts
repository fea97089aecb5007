import { firstIndex } from '../../core/first-index.ts';
import type { ScenePanel, SceneSeries } from '../scene/scene.ts';

/** What sessions of several series have in common: their date, or their distance from day 0 in sessions. */
export type Step = string | number;

/** A series as it stands in the drawing. Indices are those of its sessions. */
export interface Trace {
  readonly series: SceneSeries;
  readonly panel: ScenePanel;
  /** Sessions [from, to) stand within the plot. */
  readonly from: number;
  readonly to: number;
  /** Index of the close that it counts from. */
  readonly base: number;
  readonly step: (index: number) => Step;
  /** CSS pixels from the stage's top left corner. `x` ascends; NaN for a session that the drawing leaves out. */
  readonly x: (index: number) => number;
  readonly y: (index: number) => number;
}

/** One session of one series. */
export interface Point<Of extends Trace = Trace> {
  readonly trace: Of;
  readonly index: number;
}

/** Index of the session of `step` in the series, or −1 if it has none. */
export function indexOf({ series: { sessions }, step: stepAt }: Trace, step: Step): number {
  const index = firstIndex(0, sessions.length, (i) => stepAt(i) >= step);
  return index < sessions.length && stepAt(index) === step ? index : -1;
}

/** The nearest session at or before (−1) or after (1) an index that the drawing does not leave out. */
function drawn({ series, from, to }: Trace, index: number, direction: number): number {
  let at = index;
  while (at >= from && at < to && Number.isNaN(series.y[at] ?? Number.NaN)) at += direction;
  return at;
}

/** The session within the plot that stands nearest to `x`; of two equally near ones, the left one of the first series. */
export function nearestPoint<Of extends Trace>(traces: readonly Of[], x: number): Point<Of> | null {
  let best: Point<Of> | null = null;
  let least = Infinity;
  for (const trace of traces) {
    // A session that is left out takes the place of the one before it.
    const after = firstIndex(
      trace.from,
      trace.to,
      (i) => trace.x(drawn(trace, i, 1)) >= x || drawn(trace, i, 1) >= trace.to,
    );
    for (const index of [drawn(trace, after - 1, -1), drawn(trace, after, 1)]) {
      const distance = Math.abs(trace.x(index) - x);
      if (index >= trace.from && index < trace.to && distance < least) {
        best = { trace, index };
        least = distance;
      }
    }
  }
  return best;
}

/**
 * The step `count` sessions after (or, negative, before) `step`, over the sessions of all series within the plot.
 * It stops at the first and the last one. From null the walk enters at the end that it comes from.
 */
export function walk(traces: readonly Trace[], step: Step | null, count: number): Step | null {
  for (let left = Math.abs(count); left > 0; left -= 1) {
    const here = step;
    const next = traces.flatMap((trace) => {
      const { from, to, step: stepAt } = trace;
      const index =
        count > 0
          ? drawn(
              trace,
              firstIndex(from, to, (i) => here === null || stepAt(i) > here),
              1,
            )
          : drawn(trace, firstIndex(from, to, (i) => here !== null && stepAt(i) >= here) - 1, -1);
      return index >= from && index < to ? [stepAt(index)] : [];
    });
    const [nearest] = next.sort((a, b) => (a < b ? -count : count));
    if (nearest === undefined) break;
    step = nearest;
  }
  return step;
}
