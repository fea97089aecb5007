/** A row of a mocked answer. Where a file has closes only, open, high and low are made up around them, and never beyond each other. */
export interface MockRow {
  /** Session in the exchange's zone. */
  readonly date: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  /** Null where a source has the row but no value. */
  readonly close: number | null;
  readonly volume: number;
}

/** Gives the text of a study's bundled closes by instrument: a header with `date` and `close`, perhaps more. */
export type ClosesText = (instrument: string) => Promise<string>;

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Rows around the closes in `text`, those from `from` to `to`, both included. */
export function rowsAround(text: string, from: string, to: string): MockRow[] {
  const rows: MockRow[] = [];
  const [header = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  let before: number | null = null;
  for (const line of lines) {
    const cell = (name: string, otherwise: number): number => {
      const written = line[header.indexOf(name)] ?? '';
      return written === '' ? otherwise : Number(written);
    };
    const [date = ''] = line;
    const close = cell('close', Number.NaN);
    const open: number = cell('open', before ?? close);
    if (date >= from && date <= to) {
      rows.push({
        date,
        open,
        high: cell('high', rounded(Math.max(open, close) * 1.002)),
        low: cell('low', rounded(Math.min(open, close) * 0.998)),
        close,
        volume: cell('volume', 100_000 + rows.length),
      });
    }
    before = close;
  }
  return rows;
}
