import type { CSSProperties } from 'react';
import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import { rarity } from '../../chart/reaction/rarity.ts';
import { cellWords, matrixCaption } from '../../chart/sentences/reaction-chart-words.ts';
import { ViewLink } from '../parts/view-link.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';

/** Fewest cells that are shaded as a heat map. */
const HEAT_MAP_FROM = 12;
/** Share of ink in the palest and in the darkest cell. */
const PALEST = 3;
const DARKEST = 36;

function shade(reaction: Reaction | NoReaction): CSSProperties | undefined {
  const rare = rarity(reaction);
  if (rare === null) return undefined;
  return {
    background: `color-mix(in srgb, var(--ink) ${Math.round(PALEST + rare * (DARKEST - PALEST))}%, transparent)`,
  };
}

/** Every event on every instrument, as a table; from twelve cells on it is shaded as a heat map. */
export function EventMatrix({
  state,
  reactions,
  focus,
}: {
  state: DashboardState;
  reactions: readonly (Reaction | NoReaction)[];
  focus: string;
}) {
  const { study, available, formats } = state;
  const instruments = study.instruments.filter(({ id }) => available.has(id));
  if (instruments.length === 0) return null;
  const isHeatMap = instruments.length * study.events.length >= HEAT_MAP_FROM;
  return (
    <section className="matrix">
      <h3>Every event, every market</h3>
      <div className="matrix-scroll">
        <table className={isHeatMap ? 'matrix-table is-heat-map' : 'matrix-table'}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Event</span>
              </th>
              {instruments.map(({ id, shortName }) => (
                <th
                  key={id}
                  scope="col"
                  style={{ color: `var(--series-${study.instruments.findIndex((one) => one.id === id) + 1})` }}
                >
                  {shortName}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {study.events.map(({ id: event, title }, index) => (
              <tr key={event}>
                <th scope="row" aria-label={`${index + 1} ${title}`}>
                  <ViewLink state={state} change={{ event }} isCurrent={event === focus}>
                    <span className="event-number">{index + 1}</span>
                    <span className="event-title">{` ${title}`}</span>
                  </ViewLink>
                </th>
                {instruments.flatMap(({ id }) => {
                  const cell = reactions.find((one) => one.event.id === event && one.instrument.id === id);
                  if (cell === undefined) return [];
                  const words = cellWords(cell, formats);
                  return (
                    <td key={id} style={isHeatMap ? shade(cell) : undefined}>
                      <b>{words.move}</b>
                      <span>{words.rank}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{matrixCaption(isHeatMap)}</p>
    </section>
  );
}
