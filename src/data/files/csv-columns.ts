import { looksLikeDate } from './csv-dates.ts';

/** What a column of a file holds. */
export type ColumnRole =
  | 'date'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'adjusted-close'
  | 'volume'
  | 'change'
  | 'instrument'
  | 'other';

export interface CsvColumn {
  readonly index: number;
  /** As the file heads it; empty where the file has no header. */
  readonly name: string;
  readonly role: ColumnRole;
}

export interface CsvHeader {
  /** What a reader calls the layout, such as "Yahoo Finance". */
  readonly layout: string;
  readonly columns: readonly CsvColumn[];
  /** Lines before the first row of figures. */
  readonly lines: number;
  /** The name that the file gives the instrument, such as `NASDAQCOM` or `^IXIC`. */
  readonly symbol?: string;
}

const ROLES: Readonly<Record<string, ColumnRole>> = {
  date: 'date',
  session: 'date',
  day: 'date',
  time: 'date',
  datetime: 'date',
  timestamp: 'date',
  observationdate: 'date',
  日期: 'date',
  datum: 'date',
  open: 'open',
  openingprice: 'open',
  开盘: 'open',
  今开: 'open',
  eröffnung: 'open',
  high: 'high',
  高: 'high',
  最高: 'high',
  hoch: 'high',
  low: 'low',
  低: 'low',
  最低: 'low',
  tief: 'low',
  close: 'close',
  closelast: 'close',
  last: 'close',
  price: 'close',
  收盘: 'close',
  schluss: 'close',
  schlusskurs: 'close',
  adjclose: 'adjusted-close',
  adjustedclose: 'adjusted-close',
  volume: 'volume',
  vol: 'volume',
  交易量: 'volume',
  成交量: 'volume',
  volumen: 'volume',
  change: 'change',
  changepct: 'change',
  sincebaselinepct: 'change',
  涨跌幅: 'change',
  instrument: 'instrument',
};

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function roleOf(name: string): ColumnRole {
  return ROLES[plain(name)] ?? 'other';
}

const LAYOUTS: readonly (readonly [name: string, header: string])[] = [
  ['Yahoo Finance', 'date,open,high,low,close,adjclose,volume'],
  ['Stooq', 'date,open,high,low,close,volume'],
  ['Stooq', 'date,open,high,low,close'],
  ['investing.com, English', 'date,price,open,high,low,vol,change'],
  ['investing.com, Chinese', '日期,收盘,开盘,高,低,交易量,涨跌幅'],
  ['Nasdaq.com', 'date,closelast,volume,open,high,low'],
  ['Market Reaction, as charted', 'session,instrument,close,changepct,sincebaselinepct'],
  ['Market Reaction, series', 'session,open,high,low,close,volume'],
  ['two columns', 'date,close'],
];

/** One column of figures beside the dates is the close, whatever it is called. */
function withOnlyColumnAsClose(columns: readonly CsvColumn[]): readonly CsvColumn[] {
  if (columns.some(({ role }) => role === 'close')) return columns;
  const rest = columns.filter(({ role }) => role === 'other');
  const [only] = rest;
  if (rest.length !== 1 || only === undefined) return columns;
  return columns.map((column) => (column === only ? { ...column, role: 'close' } : column));
}

function headed(names: readonly string[], lines: number, layout: string, symbol?: string): CsvHeader {
  const columns = withOnlyColumnAsClose(names.map((name, index) => ({ index, name: name.trim(), role: roleOf(name) })));
  return { layout, columns, lines, ...(symbol === undefined || symbol === '' ? {} : { symbol }) };
}

function unheaded(row: readonly string[]): CsvHeader {
  const dates = row.findIndex(looksLikeDate);
  const columns = row.map((_, index): CsvColumn => ({ index, name: '', role: index === dates ? 'date' : 'other' }));
  return { layout: 'no header', columns: withOnlyColumnAsClose(columns), lines: 0 };
}

/** The layout of a file from its first lines; null where no column holds dates. */
export function readHeader(rows: readonly (readonly string[])[]): CsvHeader | null {
  const [first = [], second = [], third = []] = rows;
  if (first.some((cell) => looksLikeDate(cell.trim()))) return unheaded(first.map((cell) => cell.trim()));
  if (plain(first[0] ?? '') === 'price' && plain(second[0] ?? '') === 'ticker' && plain(third[0] ?? '') === 'date') {
    return headed(['Date', ...first.slice(1)], 3, 'yfinance, three header lines', second[1]?.trim());
  }
  const names = first.map(plain);
  if (names.length === 2 && (names[0] === 'observationdate' || (names[0] === 'date' && first[0] === 'DATE'))) {
    const layout = names[0] === 'date' ? 'FRED, before 2025' : 'FRED';
    return headed(first, 1, layout, roleOf(first[1] ?? '') === 'other' ? first[1]?.trim() : undefined);
  }
  const layout = LAYOUTS.find(([, header]) => header === names.join(','))?.[0] ?? 'columns with names';
  const header = headed(first, 1, layout);
  return header.columns.some(({ role }) => role === 'date') ? header : null;
}
