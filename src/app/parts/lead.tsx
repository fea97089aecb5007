import { headline } from '../../chart/sentences/headline.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** What happened, as a sentence that the data write. It never follows the reader's base. */
export function Lead({ state }: { state: DashboardState }) {
  const parts = headline(state.study, state.available, state.formats);
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
    </>
  );
}
