import type { SessionDate } from '../../core/units.ts';
import type { DashboardState } from '../state/dashboard-state.ts';
import { DateField } from './date-field.tsx';
import { sessionSpan } from './session-span.ts';

/** The first and the last session date of what the chart shows, to be chosen by whoever does not drag over it. */
export function RangeDates({ state }: { state: DashboardState }) {
  const { model, view, available } = state;
  const write = (date: SessionDate): string => state.formats.date(date);
  const [first, last] = sessionSpan(available);
  const shown = model.series
    .flatMap(({ series, from, to }) => [series.sessions[from], series.sessions[to - 1]])
    .filter((date) => date !== undefined)
    .toSorted();
  const from = view.range.kind === 'between' ? view.range.from : shown[0];
  const to = view.range.kind === 'between' ? view.range.to : shown.at(-1);
  const choose = (start: SessionDate | undefined, end: SessionDate | undefined): void => {
    if (start !== undefined && end !== undefined && start <= end) {
      state.setView({ range: { kind: 'between', from: start, to: end } });
    }
  };
  return (
    <fieldset className="base-choice" aria-label="Dates">
      <DateField
        label="Show from"
        value={from ?? ''}
        min={first}
        max={to}
        write={write}
        onChoose={(date) => choose(date, to)}
      />
      <DateField
        label="to"
        value={to ?? ''}
        min={from}
        max={last}
        write={write}
        onChoose={(date) => choose(from, date)}
      />
    </fieldset>
  );
}
