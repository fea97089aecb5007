import { isSessionDate } from '../../core/units.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** The close that lines start from: the one before an event, or that of a session of the reader's choice. */
export function BaseChoice({ state }: { state: DashboardState }) {
  const { study, view, available } = state;
  const sessions = [...available.values()]
    .flatMap((series) => [series.sessions[0], series.sessions.at(-1)])
    .filter((date) => date !== undefined)
    .toSorted();
  const picked = view.base.kind === 'session' ? view.base.session : '';
  return (
    <fieldset className="base-choice" aria-label="Base">
      <label>
        Count from the close before{' '}
        <select
          value={view.base.kind === 'event' ? view.base.event : ''}
          onChange={(change) => {
            if (change.target.value !== '') state.setView({ base: { kind: 'event', event: change.target.value } });
          }}
        >
          {view.base.kind === 'event' ? null : <option value="">choose an event</option>}
          {study.events.map(({ id, title }, index) => (
            <option key={id} value={id}>
              {index + 1}: {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        or the close of{' '}
        <input
          type="date"
          value={picked}
          min={sessions[0]}
          max={sessions.at(-1)}
          onChange={(change) => {
            const { value } = change.target;
            if (isSessionDate(value)) state.setView({ base: { kind: 'session', session: value } });
          }}
        />
      </label>
    </fieldset>
  );
}
