import { useState } from 'react';
import { csvOf, shownRows, type ShownRow } from '../../chart/model/shown-rows.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

function Rows({ state, rows }: { state: DashboardState; rows: readonly ShownRow[] }) {
  const formats = state.readerFormats;
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
        {rows.map(({ session, instrument, close, change, sinceBase }) => (
          <tr key={`${instrument.id} ${session}`}>
            <th scope="row">{formats.weekdayDate(session)}</th>
            <td>{instrument.name}</td>
            <td>{formats.level(close)}</td>
            <td>{change === null ? 'no close before' : formats.change(change, 2)}</td>
            <td>{formats.change(sinceBase, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Offers the rows as a file, without a server. */
export function saveText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The table twin of the chart, and the same rows as CSV. */
export function DataTable({ state }: { state: DashboardState }) {
  const [isOpen, setOpen] = useState(false);
  const { study, view, model, mode } = state;
  const isDrawn = isOpen || mode === 'baked';
  return (
    <div className="under-chart">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Table</summary>
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Table of the chart">
          {isDrawn ? <Rows state={state} rows={shownRows(model)} /> : null}
        </div>
      </details>
      <button
        type="button"
        className="word"
        onClick={() => saveText(csvOf(shownRows(model)), `${study.id}-${view.chart}.csv`, 'text/csv')}
      >
        CSV
      </button>
    </div>
  );
}
