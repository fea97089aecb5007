import { tenths } from '../../core/rounded.ts';
import { useMemo } from 'react';
import type { SessionDate } from '../../core/units.ts';
import { overlayMiniature } from '../../chart/reaction/overlay-miniature.ts';
import { miniatureCaption } from '../../chart/sentences/reaction-chart-words.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

const WIDTH = 100;
const HEIGHT = 40;
const ROOM = 3;

/**
 * A session in words, and what the overlay looked like around it: the lines
 * that are charted, from five sessions before to five after.
 */
export function PickedDay({ state, session, words }: { state: DashboardState; session: SessionDate; words: string }) {
  const { study, available, view } = state;
  const picture = useMemo(() => {
    const shown = view.instruments.flatMap((id) => available.get(id) ?? []);
    return overlayMiniature(shown, session);
  }, [available, view.instruments, session]);
  const x = (share: number): number => tenths(ROOM + share * (WIDTH - 2 * ROOM));
  const y = (share: number): number => tenths(HEIGHT - ROOM - share * (HEIGHT - 2 * ROOM));
  const lines = picture.lines.map((line) => {
    const position = study.instruments.findIndex(({ id }) => id === line.instrument);
    return {
      ...line,
      colour: `var(--series-${position + 1})`,
      name: study.instruments[position]?.shortName ?? line.instrument,
    };
  });
  const base = y(picture.base);
  return (
    <div className="picked-day">
      <svg className="miniature" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line className="base" x1={0} x2={WIDTH} y1={base} y2={base} />
        {lines.map(({ instrument, points, at, colour }) => {
          const day = points[at];
          return (
            <g key={instrument} stroke={colour} fill={colour}>
              <polyline fill="none" points={points.map((point) => `${x(point[0])},${y(point[1])}`).join(' ')} />
              {day === undefined ? null : <circle cx={x(day[0])} cy={y(day[1])} r={1.8} stroke="none" />}
            </g>
          );
        })}
      </svg>
      <p>
        <b>{words}</b>
        <span className="quiet">{miniatureCaption(session, lines, state.formats)}</span>
      </p>
    </div>
  );
}
