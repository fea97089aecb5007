import { defaultRequest } from '../../chart/reaction/asked-statistics.ts';
import { headline } from '../../chart/sentences/headline.ts';
import { reactionLead } from '../../chart/sentences/reaction-lead.ts';
import { articleWords } from '../../words/en/kicker.ts';
import { ClaimLine } from '../claims/claim-line.tsx';
import { reactionsOf } from '../reaction/study-statistics.ts';
import { Sentence } from './sentence.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';

/** What happened, how unusual that was, and what the article says of it: lines that the data write. None follows the reader's base. */
export function Lead({ state }: { state: DashboardState }) {
  const { study, available, formats } = state;
  const unusual = reactionLead(
    reactionsOf(study, available, defaultRequest).filter(
      ({ event, instrument }) => event.id === study.centre && study.defaultInstruments.includes(instrument.id),
    ),
    formats,
  );
  return (
    <>
      <p className="kicker">
        <span>{`Market Reaction · ${study.title}`}</span>
        <span className="kicker-article">{` · ${articleWords(study.article)}`}</span>
      </p>
      <h1>
        <Sentence parts={headline(study, available, formats)} />
      </h1>
      {unusual === null ? null : <p className="standfirst">{unusual}</p>}
      <ClaimLine state={state} />
    </>
  );
}
