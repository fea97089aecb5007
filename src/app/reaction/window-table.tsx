import type { Reaction } from '../../core/reaction/study-reactions.ts';
import { windowColumns, windowNote, windowRows } from '../../chart/sentences/reaction-figures.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

const COLUMNS = Object.keys(windowColumns) as (keyof typeof windowColumns)[];

/** The sums over the event windows, with what else happened beside the p-values. */
export function WindowTable({ state, reaction }: { state: DashboardState; reaction: Reaction }) {
  const rows = windowRows(reaction, state.formats);
  if (rows.length === 0) return null;
  const columns = COLUMNS.filter((column) => rows.some((row) => row[column].length > 0));
  return (
    <>
      <table className="figure-table window-table">
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
            <tr key={row.window.join()}>
              {columns.map((column) => {
                const lines = (
                  <>
                    {row[column].map((line, place) => (
                      <span key={place}>{line}</span>
                    ))}
                  </>
                );
                if (column !== 'window') return <td key={column}>{lines}</td>;
                return (
                  <th key={column} scope="row">
                    {lines}
                  </th>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{windowNote(reaction, state.study)}</p>
    </>
  );
}
