import { hundredths } from '../../core/rounded.ts';
import { moveParts } from '../../core/gap/move-parts.ts';
import { moveBetween } from '../../core/returns.ts';
import { drawnSeries, type Kind, rowsInRange } from './kind.ts';

/**
 * Sessions either side of the study's own event, and of its others, whose bars are in parts: what the ranges show in
 * which a bar is wide enough for two.
 */
const IN_PARTS = { centre: 61, other: 21 } as const;

/**
 * Bars of each session's move, in the parts before and after its open where that is known: a panel for each market, all
 * to one scale, on one axis of dates.
 */
export const daily: Kind = {
  axis: 'slot',
  scales: [],
  hasRange: true,
  hasBase: false,
  panels: ({ series }) => series.map(({ instrument: { id } }) => ({ key: id, unit: 'move', series: id })),
  series: (model, { slot }) =>
    model.series.map((line, panel) => {
      const { sessions, closes } = line.series;
      const parts = moveParts(line.series);
      // The first session of the data has no move.
      const drawn = drawnSeries(
        model,
        line,
        panel,
        [1, sessions.length],
        'bar',
        (index) => slot(sessions[index] ?? ''),
        (index) => hundredths(moveBetween(closes[index - 1] ?? Number.NaN, closes[index] ?? Number.NaN) * 100),
      );
      if (parts.absent !== null) return drawn;
      const stretches = model.events.flatMap(({ id, kind, isCentre }) => {
        const dayZero = drawn.dayZeros[id];
        const reach = isCentre ? IN_PARTS.centre : IN_PARTS.other;
        return kind === 'event' && dayZero !== undefined ? [[dayZero - reach, dayZero + reach] as const] : [];
      });
      const gaps = drawn.sessions.map((_, at) => {
        const isNear = stretches.some(([from, to]) => at >= from && at <= to);
        const gap = isNear && parts.because(at + 1) === null ? parts.gaps[at + 1] : undefined;
        return gap === undefined ? Number.NaN : hundredths(gap * 100);
      });
      return { ...drawn, gaps };
    }),
  rows: rowsInRange,
};
