import type { DataSeries, Grouping } from '../../../src/chart/chart-data.ts';
import type { Trace } from '../../../src/chart/controller/steps.ts';

/** A series with made-up names; only what a test is about is given. */
export function seriesWith(own: Partial<DataSeries>): DataSeries {
  const sessions = own.sessions ?? [];
  return {
    id: 'A',
    name: 'Alpha Index',
    shortName: 'Alpha',
    slot: 1,
    zone: 'Asia/Hong_Kong',
    place: 'Hong Kong',
    sessions,
    closes: sessions.map(() => 100),
    before: null,
    base: null,
    x: sessions.map((_, index) => index),
    y: sessions.map(() => 100),
    panel: 0,
    ...own,
  };
}

/** The series as it stands in a drawing where a data value is a pixel. All of it, or indices [from, to), are shown. */
export function traceOf(
  own: Partial<DataSeries>,
  grouping: Grouping = 'date',
  shown?: readonly [number, number],
): Trace {
  const series = seriesWith(own);
  return {
    series,
    from: shown?.[0] ?? 0,
    to: shown?.[1] ?? series.sessions.length,
    step: (index) => (grouping === 'date' ? (series.sessions[index] ?? '') : index - (series.dayZero ?? 0)),
    x: (index) => series.x[index] ?? Number.NaN,
    y: (index) => series.y[index] ?? Number.NaN,
  };
}
