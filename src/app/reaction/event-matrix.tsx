import { type CSSProperties, useState } from 'react';
import type { GapReaction } from '../../core/gap/gap-reaction.ts';
import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import { rarity } from '../../chart/reaction/rarity.ts';
import { type CellWords, cellWords, matrixCaption, outOf } from '../../chart/sentences/reaction-chart-words.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { MATRIX_CAPTIONS, MATRIX_CHOICES, MATRIX_LABEL, NOT_KNOWN, timesWords } from '../../words/en/gap.ts';
import { ViewLink } from '../parts/view-link.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { gapOf } from './study-statistics.ts';

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

type Shown = keyof typeof MATRIX_CHOICES;

/** What a cell says of a part of the move or of the volume. */
function partWords(gap: GapReaction | null, shown: Exclude<Shown, 'move'>, formats: Formats): CellWords {
  const ranked = (figure: string, rank: { readonly T: number; readonly atLeast: number } | null): CellWords => ({
    move: figure,
    rank: rank === null ? '' : outOf(rank.atLeast, rank.T, formats),
  });
  if (gap !== null && shown === 'volume' && !('kind' in gap.volume)) {
    return ranked(timesWords(gap.volume.relative, formats), gap.volume);
  }
  if (gap !== null && shown !== 'volume' && gap.parts.kind === 'parts') {
    const { parts } = gap;
    const [part, rank] = shown === 'gap' ? [parts.gap, parts.gapRank] : [parts.inSession, parts.sessionRank];
    return ranked(formats.change(part, 2), rank);
  }
  return { move: NOT_KNOWN, rank: '' };
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
  const [shown, setShown] = useState<Shown>('move');
  const instruments = study.instruments.filter(({ id }) => available.has(id));
  if (instruments.length === 0) return null;
  const isHeatMap = shown === 'move' && instruments.length * study.events.length >= HEAT_MAP_FROM;
  const hasParts = reactions.some((one) => gapOf(available, one)?.parts.kind === 'parts');
  return (
    <section className="matrix">
      <h3>Every event, every market</h3>
      {hasParts ? (
        <label className="matrix-choice">
          {state.mode === 'live' ? (
            <>
              <span>{`${MATRIX_LABEL} `}</span>
              <select value={shown} onChange={({ target }) => setShown(target.value as Shown)}>
                {Object.entries(MATRIX_CHOICES).map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </>
          ) : null}
        </label>
      ) : null}
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
                  const words =
                    shown === 'move' ? cellWords(cell, formats) : partWords(gapOf(available, cell), shown, formats);
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
      <p className="quiet">{shown === 'move' ? matrixCaption(isHeatMap) : MATRIX_CAPTIONS[shown]}</p>
    </section>
  );
}
