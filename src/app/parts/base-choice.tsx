import type { DashboardState } from '../state/dashboard-state.ts';
import { DateField } from './date-field.tsx';
import { sessionSpan } from './session-span.ts';

/** The close that lines start from: the one before an event, or that of a session of the reader's choice. */
export function BaseChoice({ state }: { state: DashboardState }) {
  const { study, view, available } = state;
  const [first, last] = sessionSpan(available);
  const picked = view.base.kind === 'session' ? view.base.session : '';
  return (
    <fieldset className="base-choice" aria-label="Base">
      <label>
        <span>{'Count from the close before '}</span>
        <select
          value={view.base.kind === 'event' ? view.base.event : ''}
          onChange={(change) => {
            if (change.target.value !== '') state.setView({ base: { kind: 'event', event: change.target.value } });
          }}
        >
          {view.base.kind === 'event' ? null : <option value="">choose an event</option>}
          {study.events.map(({ id, title }, index) => (
            <option key={id} value={id}>
              {`${index + 1}: ${title}`}
            </option>
          ))}
        </select>
      </label>
      <DateField
        label="or the close of"
        value={picked}
        min={first}
        max={last}
        write={(date) => state.formats.date(date)}
        onChoose={(session) => state.setView({ base: { kind: 'session', session } })}
      />
    </fieldset>
  );
}
