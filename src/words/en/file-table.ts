/** What is said about a file before it is used: how it is cut into cells and what its columns are taken for. */
import type { ZoneId } from '../../core/units.ts';
import type { DateOrder } from '../../data/files/file-choices.ts';
import type { FileQuestion } from '../../data/files/file-fault.ts';
import type { FileTable } from '../../data/files/read-table.ts';
import type { TableColumn } from '../../data/files/table-shape.ts';

const ORDERS: Readonly<Record<DateOrder, string>> = {
  'year-month-day': 'year, month, day',
  'month-day-year': 'month, day, year',
  'day-month-year': 'day, month, year',
};

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** How the file is read, in one or two sentences. `open` are the questions that are not answered yet. */
export function tableSummary(
  { rowCount, separator, dateOrder, decimal, hasTimes }: FileTable,
  open: readonly FileQuestion['about'][],
  zone: ZoneId | null,
): string {
  const dates = open.includes('dateOrder') ? 'the order of its dates is open' : `dates as ${ORDERS[dateOrder]}`;
  const figures = open.includes('decimal') ? 'its decimal mark is open' : `decimals after a ${decimal}`;
  const read = `${rowCount} rows, separated by ${SEPARATORS[separator] ?? separator}; ${dates}; ${figures}.`;
  if (zone === null) return read;
  const times = hasTimes ? '; midnight only names the day, moments are dated there' : '';
  return `${read} Dates are sessions in the exchange’s own zone (${zone})${times}.`;
}

/** The heading of a column, or its number. */
export function columnHeading(column: number, name: string): string {
  return name === '' ? `column ${column + 1}` : name;
}

/** What a column is taken for. */
export function roleWord({ dateColumn, closeColumn }: FileTable, { index, role }: TableColumn): string {
  if (index === dateColumn) return 'date';
  if (index === closeColumn) return 'close';
  switch (role) {
    case 'open':
    case 'high':
    case 'low':
    case 'volume':
    case 'instrument':
      return role;
    default:
      return 'not used';
  }
}

/** The cell that an answer is about, as its beginning: "07/08/2025 is ". Empty where columns are asked about. */
export function writtenCell(question: FileQuestion): string {
  return question.about === 'closeColumn' ? '' : `${question.cell} is `;
}
