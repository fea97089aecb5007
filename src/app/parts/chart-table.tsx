import { type ShownRow, shownRows } from '../../chart/model/shown-rows.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { COLUMN_HEADS, NO_CLOSE_BEFORE, rowsOf, SESSION_HEAD } from '../../words/en/data-table.ts';
import type { DashboardState } from '../state/dashboard-state.ts';

type Column = keyof typeof COLUMN_HEADS;

const COLUMNS = ['open', 'high', 'low', 'close', 'volume', 'change', 'gap', 'inSession', 'sinceBase'] as const;
/** What a frame has room for. */
export const NARROW_COLUMNS = ['close', 'change', 'gap', 'inSession', 'sinceBase'] as const;
/** Shown even where no row has them. */
const ALWAYS: ReadonlySet<Column> = new Set(['close', 'change', 'sinceBase']);

function written(row: ShownRow, column: Column, formats: Formats): string {
  const value = row[column];
  if (value === null) return column === 'change' ? NO_CLOSE_BEFORE : '';
  switch (column) {
    case 'open':
    case 'high':
    case 'low':
    case 'close':
      return formats.level(value);
    case 'volume':
      return formats.number(value);
    case 'change':
    case 'gap':
    case 'inSession':
    case 'sinceBase':
      return formats.change(value, 2);
  }
}

/** Every session of the chart in figures, under the name of its instrument. Columns that no row fills are left out. */
export function ChartTable({
  state,
  formats,
  columns: offered = COLUMNS,
}: {
  state: DashboardState;
  formats: Formats;
  columns?: readonly Column[];
}) {
  const rows = shownRows(state.model);
  const columns = offered.filter((column) => ALWAYS.has(column) || rows.some((row) => row[column] !== null));
  return (
    <table className={columns.length > NARROW_COLUMNS.length ? 'data-table is-wide' : 'data-table'}>
      <thead>
        <tr>
          <th scope="col">{SESSION_HEAD}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {COLUMN_HEADS[column]}
            </th>
          ))}
        </tr>
      </thead>
      {state.model.series.map(({ instrument, place, slot }) => (
        <tbody key={instrument.id}>
          <tr>
            <th colSpan={columns.length + 1} scope="rowgroup">
              <span style={{ color: `var(--series-${slot})` }}>{instrument.name}</span>
              <span className="quiet">{` ${rowsOf(instrument.unit, place)}`}</span>
            </th>
          </tr>
          {rows
            .filter((row) => row.instrument.id === instrument.id)
            .map((row) => (
              <tr key={row.session}>
                <th scope="row">{formats.mediumDate(row.session)}</th>
                {columns.map((column) => (
                  <td key={column}>{written(row, column, formats)}</td>
                ))}
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}
