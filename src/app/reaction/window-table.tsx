import type { Reaction } from '../../core/reaction/study-reactions.ts';
import { windowColumns, windowNote, windowRows } from '../../chart/sentences/reaction-figures.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

const COLUMNS = Object.keys(windowColumns) as (keyof typeof windowColumns)[];

/** The sums over the event windows, with what else happened beside the p-values. */
export function WindowTable({ state, reaction }: { state: DashboardState; reaction: Reaction }) {
  const rows = windowRows(reaction, state.formats);
  if (rows.length === 0) return null;
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column] !== ''));
  return (
    <>
      <div
        className="table-scroll"
        tabIndex={0}
        role="region"
        aria-label={`Event windows of ${reaction.instrument.name}`}
      >
        <table className="data-table window-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {windowColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.window}>
                {columns.map((column) =>
                  column === 'window' ? (
                    <th key={column} scope="row">
                      {row.window}
                    </th>
                  ) : (
                    <td key={column}>{row[column]}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{windowNote(reaction)}</p>
    </>
  );
}
