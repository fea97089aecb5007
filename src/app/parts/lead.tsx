import { defaultRequest } from '../../chart/reaction/asked-statistics.ts';
import { headline } from '../../chart/sentences/headline.ts';
import { reactionLead } from '../../chart/sentences/reaction-lead.ts';
import { reactionsOf } from '../reaction/study-statistics.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** What happened, as a sentence that the data write. It never follows the reader's base. */
export function Lead({ state }: { state: DashboardState }) {
  const { study, available, formats } = state;
  const parts = headline(study, available, formats);
  const unusual = reactionLead(
    reactionsOf(study, available, defaultRequest).filter(
      ({ event, instrument }) => event.id === study.centre && study.defaultInstruments.includes(instrument.id),
    ),
    formats,
  );
  return (
    <>
      <p className="kicker">Market Reaction · {state.study.title}</p>
      <h1>
        {parts.map(({ text, slot }) =>
          slot === null ? (
            text
          ) : (
            <span key={slot} style={{ color: `var(--series-${slot})` }}>
              {text}
            </span>
          ),
        )}
      </h1>
      {unusual === null ? null : <p className="standfirst">{unusual}</p>}
    </>
  );
}
