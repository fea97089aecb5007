import { moveBetween } from '../../core/returns.ts';
import { drawnSeries, type Kind, rowsInRange, hundredths } from './kind.ts';

/** Bars of each session's move: a panel for each market, all to one scale, on one axis of dates. */
export const daily: Kind = {
  axis: 'slot',
  scales: [],
  hasRange: true,
  hasBase: false,
  panels: ({ series }) => series.map(({ instrument: { id } }) => ({ key: id, unit: 'move', series: id })),
  series: (model, { slot }) =>
    model.series.map((line, panel) => {
      const { sessions, closes } = line.series;
      // The first session of the data has no move.
      return drawnSeries(
        model,
        line,
        panel,
        [1, sessions.length],
        'bar',
        (index) => slot(sessions[index] ?? ''),
        (index) => hundredths(moveBetween(closes[index - 1] ?? Number.NaN, closes[index] ?? Number.NaN) * 100),
      );
    }),
  rows: rowsInRange,
};
