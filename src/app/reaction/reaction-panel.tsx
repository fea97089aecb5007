import { useEffect } from 'react';
import {
  sameStatistics,
  askedStatistics,
  defaultRequest,
  defaultStatistics,
  secondOpinionStatistics,
} from '../../chart/reaction/asked-statistics.ts';
import { largestMove } from '../../chart/reaction/ordinary-days-layout.ts';
import { statisticsName } from '../../chart/sentences/reaction-figures.ts';
import { gapNotes } from '../../words/en/gap.ts';
import { ViewLink } from '../parts/view-link.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { whenIdle } from '../when-idle.ts';
import { EventMatrix } from './event-matrix.tsx';
import { InstrumentReaction } from './instrument-reaction.tsx';
import { MethodChoice } from './method-choice.tsx';
import { eventInFocus, gapOf, instrumentsTold, reactionsOf } from './study-statistics.ts';

function EventWords({ state, focus }: { state: DashboardState; focus: string }) {
  return (
    <nav className="choices event-words" aria-label="Event">
      {state.study.events.map(({ id, title }, index) => (
        <ViewLink key={id} state={state} change={{ event: id }} isCurrent={id === focus}>
          {`${index + 1} ${title}`}
        </ViewLink>
      ))}
    </nav>
  );
}

function Opinions({ state }: { state: DashboardState }) {
  const { study, view } = state;
  const standard = defaultStatistics(study);
  const second = secondOpinionStatistics(study);
  const isOwn = !sameStatistics(view, standard) && !sameStatistics(view, second);
  return (
    <nav className="choices" aria-label="Statistics">
      {[standard, second].map((one) => (
        <ViewLink key={one.model} state={state} change={one} isCurrent={sameStatistics(view, one)}>
          {statisticsName(one, study)}
        </ViewLink>
      ))}
      {isOwn ? (
        <span className="choice" aria-current="true">
          {statisticsName(view, study)}
        </span>
      ) : null}
    </nav>
  );
}

/**
 * How unusual each market's move was, for the event in focus. What a reader
 * chooses about the statistics stands beside the default, never in its place.
 */
export function ReactionPanel({ state }: { state: DashboardState }) {
  const { study, view, available } = state;
  const focus = eventInFocus(state);
  // What one click away may cost more than a frame is worked out before it is asked for.
  useEffect(() => {
    const second = askedStatistics(secondOpinionStatistics(study));
    return second.kind === 'request' ? whenIdle(() => void reactionsOf(study, available, second.request)) : undefined;
  }, [study, available]);
  if (focus === null) return null;
  const standard = reactionsOf(study, available, defaultRequest);
  const asked = askedStatistics(view);
  const isDefault = sameStatistics(view, defaultStatistics(study));
  const chosen = asked.kind === 'request' && !isDefault ? reactionsOf(study, available, asked.request) : null;
  const told = instrumentsTold(state);
  const find = (reactions: typeof standard, id: string) =>
    reactions.find(({ event, instrument }) => event.id === focus.id && instrument.id === id);
  const reach = Math.max(
    0,
    ...told.flatMap((id) => {
      const reaction = find(standard, id);
      return reaction?.kind === 'reaction' ? [largestMove(reaction.analysis)] : [];
    }),
  );
  return (
    <>
      <h2 id="reaction-title">How unusual was it?</h2>
      <EventWords state={state} focus={focus.id} />
      <div className="reactions">
        {told.map((id) => {
          const reaction = find(standard, id);
          if (reaction === undefined) return null;
          return (
            <InstrumentReaction
              key={id}
              state={state}
              reaction={reaction}
              gap={gapOf(available, reaction)}
              reach={reach}
              chosen={chosen === null ? null : (find(chosen, id) ?? null)}
            />
          );
        })}
      </div>
      {gapNotes(
        told.flatMap((id) => {
          const reaction = find(standard, id);
          return (reaction === undefined ? null : gapOf(available, reaction)) ?? [];
        }),
      ).map((sentence) => (
        <p key={sentence} className="quiet">
          {sentence}
        </p>
      ))}
      <Opinions state={state} />
      {asked.kind === 'problem' ? <output className="problem">{asked.sentence}</output> : null}
      <MethodChoice state={state} />
      <EventMatrix state={state} reactions={standard} focus={focus.id} />
    </>
  );
}
