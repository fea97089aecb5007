import { thousandths } from '../../core/rounded.ts';
import { drawnSeries, type Kind, rowsInRange } from './kind.ts';

/** All lines on one axis of instants, each close at its exchange's close; their levels in a panel each. */
export const overlay: Kind = {
  axis: 'time',
  scales: ['index', 'percent', 'points'],
  hasRange: true,
  hasBase: true,
  panels: ({ view, series }) =>
    view.scale === 'points'
      ? series.map(({ instrument: { id, unit } }) => ({ key: id, unit: 'level', series: id, levelUnit: unit }))
      : [{ key: 'all', unit: 'rebased' }],
  series: (model, { day }) =>
    model.series.map((line, position) =>
      drawnSeries(
        model,
        line,
        model.view.scale === 'points' ? position : 0,
        [0, line.series.sessions.length],
        'line',
        (index) => thousandths(day(line, index)),
        (index) => thousandths(line.series.closes[index] ?? Number.NaN),
      ),
    ),
  rows: rowsInRange,
};
