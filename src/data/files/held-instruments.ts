import type { Instrument } from '../../core/study.ts';
import type { TableCells } from './delimited-cells.ts';
import type { FileFault } from './file-fault.ts';
import { type InstrumentNames, looksLikeSymbol } from './instrument-names.ts';
import type { TableColumn, TableShape } from './table-shape.ts';

/** The part of a table that is about one instrument. */
export interface Selection {
  readonly kind: 'selection';
  readonly columns: readonly TableColumn[];
  /** The column that names the instrument of each row, and the names that are wanted; null where all rows are. */
  readonly rows: { readonly column: number; readonly wanted: ReadonlySet<string> } | null;
  /** What the file calls the instrument. */
  readonly symbol?: string;
  /** Everything that the file names, as it is written. */
  readonly held: readonly string[];
}

type Selected = Selection | { readonly kind: 'fault'; readonly fault: FileFault };

const PRICES = new Set(['open', 'high', 'low', 'close', 'adjusted-close']);

/** A file of so many names is one of words, not of instruments. */
const MOST = 5000;

function valuesOf(cells: TableCells, column: number, firstRow: number): ReadonlySet<string> {
  const values = new Set<string>();
  for (let row = firstRow; row < cells.rows && values.size < MOST; row++) {
    const text = cells.text(row, column).trim();
    if (text !== '' && cells.width(row) > 1) values.add(text);
  }
  return values;
}

/** What the lines above the table call the instrument: one that is known, and only one. */
function titled(cells: TableCells, shape: TableShape, names: InstrumentNames): string | undefined {
  const found = new Map<string, string>();
  for (let row = 0; row < (shape.headerRow ?? shape.firstRow); row++) {
    for (let column = 0; column < cells.width(row); column++) {
      for (const token of cells.text(row, column).split(/[\s,;:()[\]"'|（）]+/)) {
        // The exchange's name stands before symbols of shares too.
        if (/^nasdaq$/i.test(token) || token === '') continue;
        const id = looksLikeSymbol(token) || /[^\p{ASCII}]/u.test(token) ? names(token) : null;
        if (id !== null && !found.has(id)) found.set(id, token);
      }
    }
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** What stands against a name that a file gives its one instrument; null where nothing does. */
function contradiction(written: string, asked: Instrument, names: InstrumentNames): FileFault | null {
  const known = names(written);
  return known === null || known === asked.id || names(asked.id) === null
    ? null
    : { kind: 'other-instrument', written, known };
}

function byRows(
  cells: TableCells,
  shape: TableShape,
  asked: Instrument | null,
  names: InstrumentNames,
): Selected | null {
  const candidates = shape.columns
    .filter(({ role, holds }) => role === 'instrument' && holds !== 'nothing')
    .map(({ index }) => ({ index, values: valuesOf(cells, index, shape.firstRow) }));
  const isAsked = (written: string): boolean => asked !== null && names(written) === asked.id;
  const column =
    candidates.find(({ values }) => [...values].some(isAsked)) ??
    candidates.find(({ values }) => values.size > 1) ??
    candidates[0];
  if (column === undefined) return null;
  const held = [...column.values];
  const [only] = held;
  const { columns } = shape;
  if (only !== undefined && held.length === 1) {
    const fault = asked === null ? null : contradiction(only, asked, names);
    return fault === null ? { kind: 'selection', columns, rows: null, symbol: only, held } : { kind: 'fault', fault };
  }
  const wanted = held.filter(isAsked);
  const [symbol] = wanted;
  if (symbol === undefined) {
    if (asked === null) return { kind: 'selection', columns, rows: null, held };
    return { kind: 'fault', fault: { kind: 'several-instruments', held, asked: asked.id } };
  }
  return { kind: 'selection', columns, rows: { column: column.index, wanted: new Set(wanted) }, symbol, held };
}

function byColumns(shape: TableShape, asked: Instrument | null, names: InstrumentNames): Selected | null {
  const prices = shape.columns.filter(({ role }) => PRICES.has(role));
  const held = [...new Set(prices.flatMap(({ symbol }) => symbol ?? []))];
  const [only] = held;
  if (only === undefined) return null;
  const plain = prices.filter(({ symbol }) => symbol === undefined);
  const others = shape.columns.filter(({ role, holds }) => role === 'other' && holds === 'figures');
  const keep = (isKept: (column: TableColumn) => boolean): readonly TableColumn[] =>
    shape.columns.map((column) =>
      column.role === 'date' || isKept(column) ? column : { ...column, role: 'ignored' as const },
    );
  if (asked === null)
    return {
      kind: 'selection',
      columns: shape.columns,
      rows: null,
      held,
      ...(held.length === 1 ? { symbol: only } : {}),
    };
  const symbol = held.find((written) => names(written) === asked.id);
  if (symbol !== undefined) {
    const columns = keep((column) => column.symbol === symbol);
    return { kind: 'selection', columns, rows: null, symbol, held };
  }
  if (plain.some(({ role }) => role === 'close')) {
    return { kind: 'selection', columns: keep((column) => column.symbol === undefined), rows: null, held: [] };
  }
  const all = [...held, ...others.map(({ name }) => name)];
  if (all.length > 1) return { kind: 'fault', fault: { kind: 'several-instruments', held: all, asked: asked.id } };
  const fault = contradiction(only, asked, names);
  if (fault !== null) return { kind: 'fault', fault };
  return { kind: 'selection', columns: shape.columns, rows: null, symbol: only, held };
}

/**
 * The rows and columns of the instrument that is asked for, known by any of its
 * names: from a column of names, from a row of names over the columns, or from
 * named columns. A fault where the file names others, and not this one.
 */
export function selectInstrument(
  cells: TableCells,
  shape: TableShape,
  asked: Instrument | null,
  names: InstrumentNames,
): Selected {
  const found = byRows(cells, shape, asked, names) ?? byColumns(shape, asked, names);
  if (found?.kind === 'fault' || found?.symbol !== undefined || (found?.held.length ?? 0) > 1) {
    return found ?? { kind: 'selection', columns: shape.columns, rows: null, held: [] };
  }
  const title = titled(cells, shape, names);
  if (title !== undefined && asked !== null) {
    const fault = contradiction(title, asked, names);
    if (fault !== null) return { kind: 'fault', fault };
  }
  const columns = found?.columns ?? shape.columns;
  const symbol = title === undefined ? {} : { symbol: title };
  return { kind: 'selection', columns, rows: null, held: title === undefined ? [] : [title], ...symbol };
}
