import { readFileSync } from 'node:fs';
import type { Closes } from '../../../src/core/reaction/return-panel.ts';
import { sessionDate } from '../../../src/core/units.ts';

function lines(name: string): string[] {
  return readFileSync(new URL(`../../reference/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
}

/** The made-up closes of tests/reference. */
export function syntheticCloses(name: 'MKT' | 'AAA' | 'BBB'): Closes {
  const rows = lines('synthetic-prices.csv').map((line) => line.split(','));
  const column = { MKT: 1, AAA: 2, BBB: 3 }[name];
  return { sessions: rows.map((row) => sessionDate(row[0] ?? '')), closes: rows.map((row) => Number(row[column])) };
}

/** Row of 2025-04-28. */
export const SYNTHETIC_DAY_ZERO = 280;

export interface ExpectedFigure {
  readonly instrument: 'AAA' | 'BBB';
  readonly model: 'mean' | 'market' | 'adjusted';
  readonly estimation: readonly [number, number];
  /** `fit`, a day such as `day+0`, or a window such as `[0,1]`. */
  readonly where: string;
  readonly metric: string;
  readonly value: number;
}

export function expectedFigures(): ExpectedFigure[] {
  return lines('synthetic-expected.csv').map((line) => {
    const parts = /^(\w+),(\w+),(-?\d+)\.\.(-?\d+),(?:"([^"]+)"|([^,]+)),(\w+),(.+)$/.exec(line);
    if (parts === null) throw new Error(`cannot read "${line}"`);
    return {
      instrument: parts[1] as 'AAA' | 'BBB',
      model: parts[2] as 'mean' | 'market' | 'adjusted',
      estimation: [Number(parts[3]), Number(parts[4])],
      where: parts[5] ?? parts[6] ?? '',
      metric: parts[7] ?? '',
      value: Number(parts[8]),
    };
  });
}
