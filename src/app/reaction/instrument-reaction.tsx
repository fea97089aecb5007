import { useState } from 'react';
import type { GapReaction } from '../../core/gap/gap-reaction.ts';
import type { NoReaction, Reaction } from '../../core/reaction/study-reactions.ts';
import { defaultStatistics, type StatisticsView } from '../../chart/reaction/asked-statistics.ts';
import { noReactionSentence, reactionSentences } from '../../chart/sentences/reaction.ts';
import { chosenWords, reactionFigures, statisticsName } from '../../chart/sentences/reaction-figures.ts';
import { gapSentences } from '../../words/en/gap.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { AbnormalPath } from './abnormal-path.tsx';
import { OrdinaryDays } from './ordinary-days.tsx';
import { WindowTable } from './window-table.tsx';

interface Column {
  readonly reaction: Reaction;
  readonly asked: StatisticsView;
}

/** The figures of the default and, beside them, of what the reader chose. */
function FigureTable({ state, columns }: { state: DashboardState; columns: readonly Column[] }) {
  const figures = columns.map(({ reaction, asked }) => reactionFigures(reaction, asked, state.formats));
  const labels = [...new Set(figures.flatMap((list) => list.map(({ label }) => label)))];
  return (
    <table className="figure-table">
      {columns.length === 1 ? null : (
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Figure</span>
            </th>
            {columns.map(({ asked }, index) => (
              <th key={index} scope="col">
                {statisticsName(asked, state.study)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {labels.map((label) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {figures.map((list, index) => (
              <td key={index}>{list.find((figure) => figure.label === label)?.value ?? ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the reader's own choice of statistics says, in sentences, under those of the default. */
function ChosenOpinion({ state, reaction }: { state: DashboardState; reaction: Reaction }) {
  const said = reactionSentences(reaction, state.study, state.formats);
  return (
    <div className="chosen-opinion">
      <p className="quiet">{statisticsName(state.view, state.study)}</p>
      <p>{chosenWords(reaction, said, state.formats)}</p>
    </div>
  );
}

/** One market's reaction: a sentence first, the distribution of ordinary days, and the figures behind a disclosure. */
export function InstrumentReaction({
  state,
  reaction,
  gap,
  reach,
  chosen,
}: {
  state: DashboardState;
  reaction: Reaction | NoReaction;
  /** What opens and volumes say of it; null where nothing was measured. */
  gap: GapReaction | null;
  /** The largest move among all markets that are told. */
  reach: number;
  chosen: Reaction | NoReaction | null;
}) {
  const [isOpen, setOpen] = useState(false);
  const { study, formats } = state;
  const { instrument } = reaction;
  const slot = study.instruments.indexOf(instrument) + 1;
  if (reaction.kind === 'no-reaction') {
    return (
      <section className="reaction">
        <h3 style={{ color: `var(--series-${slot})` }}>{instrument.name}</h3>
        <p className="said">{noReactionSentence(reaction, formats)}</p>
      </section>
    );
  }
  const said = reactionSentences(reaction, study, formats);
  const columns: Column[] = [{ reaction, asked: defaultStatistics(study) }];
  if (chosen?.kind === 'reaction') columns.push({ reaction: chosen, asked: state.view });
  const { analysis } = reaction;
  const more = [said.judgement, said.windows, said.leftOut, said.shocks, said.model];
  return (
    <section className="reaction">
      <h3 style={{ color: `var(--series-${slot})` }}>{instrument.name}</h3>
      <div>
        <p className="said">{[said.move, said.rank].filter((part) => part !== null).join(' ')}</p>
        {said.detectable === null ? null : <p className="quiet">{said.detectable}</p>}
        {said.history === null ? null : <p className="quiet">{said.history}</p>}
        {gap === null ? null : gapSentences(gap, formats).map((sentence) => <p key={sentence}>{sentence}</p>)}
        {chosen?.kind === 'reaction' ? <ChosenOpinion state={state} reaction={chosen} /> : null}
      </div>
      {'rank' in analysis ? (
        <OrdinaryDays key={reaction.event.id} state={state} reaction={reaction} slot={slot} reach={reach} />
      ) : null}
      <details className="figures" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{analysis.kind === 'measured' ? 'Figures and p-values' : 'Figures'}</summary>
        {isOpen || state.mode === 'baked' ? (
          <>
            {more.map((sentence) => (sentence === null ? null : <p key={sentence}>{sentence}</p>))}
            <FigureTable state={state} columns={columns} />
            {columns.map(({ reaction: one, asked }, index) => (
              <div key={index}>
                {columns.length > 1 ? <h4>{statisticsName(asked, study)}</h4> : null}
                {one.analysis.kind === 'measured' ? (
                  <AbnormalPath state={state} reaction={one} analysis={one.analysis} slot={slot} />
                ) : null}
                <WindowTable state={state} reaction={one} />
              </div>
            ))}
          </>
        ) : null}
      </details>
    </section>
  );
}
