import type { PriceSeries } from '../../core/series.ts';

/** A study's file of an instrument: a column for everything that its series has, empty cells where a row has nothing. */
export function closesCsv({ sessions, opens, highs, lows, closes, volumes }: PriceSeries): string {
  const cell = (value: number | undefined, decimals: number): string =>
    value === undefined || Number.isNaN(value) ? '' : value.toFixed(decimals);
  const columns = [
    ['open', opens, 2],
    ['high', highs, 2],
    ['low', lows, 2],
    ['close', closes, 2],
    ['volume', volumes, 0],
  ] as const;
  const present = columns.filter(([, values]) => values?.some((value) => !Number.isNaN(value)) === true);
  const header = ['date', ...present.map(([name]) => name)].join(',');
  const rows = sessions.map((session, row) =>
    [session, ...present.map(([, values, decimals]) => cell(values?.[row], decimals))].join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

/** Who the closes are from, and on which terms; most attributions begin with the name. */
export function sourceOf({ label, attribution }: PriceSeries['provenance']): string {
  return attribution.startsWith(label) ? attribution : `${label}. ${attribution}`;
}
