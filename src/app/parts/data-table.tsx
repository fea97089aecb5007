import { useState } from 'react';
import { csvOf, shownRows, type ShownRow } from '../../chart/model/shown-rows.ts';
import { EmbedEntry } from '../embed/embed-entry.tsx';
import { SourcePanel } from '../sources/source-panel.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';

/** The rows under the name of their instrument, in the reader's own formats. */
function Rows({ state, rows }: { state: DashboardState; rows: readonly ShownRow[] }) {
  const formats = state.readerFormats;
  const groups = state.model.series.map(({ instrument, place, slot }) => ({
    instrument,
    place,
    slot,
    own: rows.filter((row) => row.instrument.id === instrument.id),
  }));
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
      {groups.map(({ instrument, place, slot, own }) => (
        <tbody key={instrument.id}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              <span style={{ color: `var(--series-${slot})` }}>{instrument.name}</span>
              <span className="quiet">
                {' '}
                {instrument.unit}; sessions by their date in {place}
              </span>
            </th>
          </tr>
          {own.map(({ session, close, change, sinceBase }) => (
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
  const { study, view, model } = state;
  if (model.series.length === 0) {
    return (
      <div className="under-chart">
        <SourcePanel state={state} />
      </div>
    );
  }
  return (
    <div className="under-chart">
      <button
        type="button"
        className="word"
        aria-label="Save the figures as CSV"
        onClick={() => saveText(csvOf(shownRows(model)), `${study.id}-${view.chart}.csv`, 'text/csv')}
      >
        CSV
      </button>
      <EmbedEntry state={state} />
      <SourcePanel state={state} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Table</summary>
        {isOpen ? <Rows state={state} rows={shownRows(model)} /> : null}
      </details>
    </div>
  );
}
