import type { FileNote } from '../../core/series.ts';
import type { TableCells } from './delimited-cells.ts';
import type { FileQuestion } from './file-fault.ts';
import type { TableColumn } from './table-shape.ts';

function samplesOf(cells: TableCells, column: number, firstRow: number): string[] {
  const found: string[] = [];
  for (let row = firstRow; row < cells.rows && found.length < 2; row++) {
    const text = cells.text(row, column).trim();
    if (text !== '') found.push(text);
  }
  return found;
}

/** The column of the closes, or the question which one it is. */
export interface CloseColumn {
  readonly column: number | null;
  readonly notes: readonly FileNote[];
  readonly question: FileQuestion | null;
}

/** The column of the closes: headed so, or the only one that can be it; else a question with what each column holds. */
export function closeColumnOf(cells: TableCells, firstRow: number, columns: readonly TableColumn[]): CloseColumn {
  const closes = columns.filter(({ role }) => role === 'close').toSorted((a, b) => a.rank - b.rank);
  const [first, second] = closes;
  if (first !== undefined && (second === undefined || second.rank > first.rank)) {
    return { column: first.index, notes: [], question: null };
  }
  const unknown = columns.filter(({ role, holds }) => role === 'other' && holds === 'figures');
  const adjusted = columns.filter(({ role, holds }) => role === 'adjusted-close' && holds === 'figures');
  const candidates = first === undefined ? [...unknown, ...adjusted] : closes;
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0) {
    const note: FileNote =
      only.role === 'adjusted-close'
        ? { kind: 'adjusted-close', name: only.name }
        : { kind: 'only-column', name: only.name };
    return { column: only.index, notes: only.name === '' ? [] : [note], question: null };
  }
  const readings = candidates.map(({ index, name }) => ({
    choice: { closeColumn: index },
    column: index,
    name,
    samples: samplesOf(cells, index, firstRow),
  }));
  return { column: null, notes: [], question: readings.length === 0 ? null : { about: 'closeColumn', readings } };
}
