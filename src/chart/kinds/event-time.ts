import { thousandths } from '../../core/rounded.ts';
import { drawnSeries, type Kind, rowsInRange } from './kind.ts';

/** The same lines by session, counted from each market's own day 0. */
export const eventTime: Kind = {
  axis: 'offset',
  scales: ['index', 'percent'],
  hasRange: true,
  hasBase: true,
  panels: () => [{ key: 'all', unit: 'rebased' }],
  series: (model) =>
    model.series.map((line) =>
      drawnSeries(
        model,
        line,
        0,
        [0, line.series.sessions.length],
        'line',
        (index) => index,
        (index) => thousandths(line.series.closes[index] ?? Number.NaN),
      ),
    ),
  rows: rowsInRange,
};
