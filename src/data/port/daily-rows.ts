/**
 * Rows as a source sent them, column by column, in the source's own order. Dates
 * are written YYYY-MM-DD but not yet checked. A number is NaN where the source
 * left it out and infinite where it wrote something that is not a number.
 */
export interface DailyRows {
  readonly dates: string[];
  readonly closes: number[];
  readonly opens?: number[];
  readonly highs?: number[];
  readonly lows?: number[];
  readonly volumes?: number[];
}

/** Rows of several pages as one table. Columns that a page lacks are filled with NaN. */
export function concatRows(pages: readonly DailyRows[]): DailyRows {
  const [only] = pages;
  if (pages.length === 1 && only !== undefined) return only;
  const joined = { dates: [] as string[], closes: [] as number[] };
  for (const { dates, closes } of pages) {
    for (const date of dates) joined.dates.push(date);
    for (const close of closes) joined.closes.push(close);
  }
  const optional: Partial<Record<'opens' | 'highs' | 'lows' | 'volumes', number[]>> = {};
  for (const name of ['opens', 'highs', 'lows', 'volumes'] as const) {
    if (!pages.some((page) => page[name] !== undefined)) continue;
    optional[name] = pages.flatMap((page) => page[name] ?? page.closes.map(() => Number.NaN));
  }
  return { ...joined, ...optional };
}
