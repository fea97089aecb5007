/** A row of a mocked answer. Open, high and low are made up around real closes, and never beyond each other. */
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

/** Gives the text of a study's bundled closes, `date,close`, by instrument. */
export type ClosesText = (instrument: string) => Promise<string>;

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Rows around the closes in `text`, those from `from` to `to`, both included. */
export function rowsAround(text: string, from: string, to: string): MockRow[] {
  const rows: MockRow[] = [];
  let before: number | null = null;
  for (const line of text.trim().split('\n').slice(1)) {
    const [date = '', written = ''] = line.trim().split(',');
    const close = Number(written);
    const open: number = before ?? close;
    if (date >= from && date <= to) {
      rows.push({
        date,
        open,
        high: rounded(Math.max(open, close) * 1.002),
        low: rounded(Math.min(open, close) * 0.998),
        close,
        volume: 100_000 + rows.length,
      });
    }
    before = close;
  }
  return rows;
}
