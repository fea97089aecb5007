import { shownRows } from '../../chart/model/shown-rows.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** Every session of the chart in figures, in the study's language, as no script may ever run here. */
export function FrameTable({ state }: { state: DashboardState }) {
  const { formats, model } = state;
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col">Market</th>
          <th scope="col">Close</th>
          <th scope="col">On the day</th>
          <th scope="col">Since base</th>
        </tr>
      </thead>
      <tbody>
        {shownRows(model).map(({ session, instrument, close, change, sinceBase }) => (
          <tr key={`${instrument.id} ${session}`}>
            <th scope="row">{formats.mediumDate(session)}</th>
            <td>{instrument.shortName}</td>
            <td>{formats.level(close)}</td>
            <td>{change === null ? 'no close before' : formats.change(change, 2)}</td>
            <td>{formats.change(sinceBase, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
