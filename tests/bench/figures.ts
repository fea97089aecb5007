/** One line of the printed table. */
export interface Row {
  readonly what: string;
  readonly value: string;
  /** Empty where the figure is only reported. */
  readonly limit: string;
  readonly met: boolean;
}

export interface Part {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** The value below which `share` of the values lie, by the nearest rank; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const ms = (value: number): string => value.toFixed(value < 20 ? 2 : 0);

/** "12 (11 to 14) ms": median and range. */
export function spreadOf(values: readonly number[]): string {
  return `${ms(median(values))} (${ms(Math.min(...values))} to ${ms(Math.max(...values))}) ms`;
}

/**
 * A row that holds our figures against another's of the same rounds: the median of the ratios round by round, since
 * what slows a round slows both, with the middle half of them.
 */
export function comparison(
  what: string,
  ours: readonly number[],
  other: readonly number[],
  name: string,
  limit: number | null,
): Row {
  const ratios = ours.map((value, round) => value / (other[round] ?? Number.NaN));
  const ratio = median(ratios);
  return {
    what: `${what}: ${spreadOf(ours)}; ${name} ${spreadOf(other)}`,
    value: `${ratio.toFixed(2)} × (${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)})`,
    limit: limit === null ? '' : `${limit.toFixed(Number.isInteger(limit * 10) ? 1 : 2)} ×`,
    met: limit === null || ratio <= limit,
  };
}

/** The parts as a Markdown table each. */
export function printed(parts: readonly Part[]): string {
  return parts
    .map(({ name, rows }) => {
      const lines = rows.map(
        ({ what, value, limit, met }) =>
          `| ${what} | ${value} | ${limit} | ${limit === '' ? '' : met ? 'met' : 'not met'} |`,
      );
      return [`## ${name}`, '', '| what | measured | at most | |', '|---|---|---|---|', ...lines, ''].join('\n');
    })
    .join('\n');
}
