import { useState } from 'react';
import { csvOf, shownRows } from '../../chart/model/shown-rows.ts';
import { EmbedEntry } from '../embed/embed-entry.tsx';
import { saveFile } from '../save-file.ts';
import { SourcePanel } from '../sources/source-panel.tsx';
import type { DashboardState } from '../state/dashboard-state.ts';
import { ChartTable } from './chart-table.tsx';

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
        onClick={() =>
          saveFile(document, new Blob([csvOf(shownRows(model))], { type: 'text/csv' }), `${study.id}-${view.chart}.csv`)
        }
      >
        CSV
      </button>
      <EmbedEntry state={state} />
      <SourcePanel state={state} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Table</summary>
        {isOpen ? <ChartTable state={state} formats={state.readerFormats} /> : null}
      </details>
    </div>
  );
}
