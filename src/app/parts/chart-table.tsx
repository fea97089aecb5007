import { shownRows } from '../../chart/model/shown-rows.ts';
import type { Formats } from '../../chart/text/formats.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

/** Every session of the chart in figures, under the name of its instrument. */
export function ChartTable({ state, formats }: { state: DashboardState; formats: Formats }) {
  const rows = shownRows(state.model);
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col">Close</th>
          <th scope="col">On the day</th>
          <th scope="col">Since base</th>
        </tr>
      </thead>
      {state.model.series.map(({ instrument, place, slot }) => (
        <tbody key={instrument.id}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              <span style={{ color: `var(--series-${slot})` }}>{instrument.name}</span>
              <span className="quiet">{` ${instrument.unit}; sessions by their date in ${place}`}</span>
            </th>
          </tr>
          {rows
            .filter((row) => row.instrument.id === instrument.id)
            .map(({ session, close, change, sinceBase }) => (
              <tr key={session}>
                <th scope="row">{formats.mediumDate(session)}</th>
                <td>{formats.level(close)}</td>
                <td>{change === null ? 'no close before' : formats.change(change, 2)}</td>
                <td>{formats.change(sinceBase, 2)}</td>
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}
