import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instrumentNames } from '../../../src/data/files/instrument-names.ts';
import { readTable } from '../../../src/data/files/read-table.ts';
import { instrument, later } from '../first-study.ts';
import { writtenFile, type WrittenFile } from './written-files.ts';

const ixic = instrument('IXIC');
const names = instrumentNames([ixic, instrument('SPX')]);
const RUNS = Number(process.env['WRITTEN_FILES'] ?? 600);

type Outcome = 'equal' | 'asked' | 'asked without need' | 'refused' | 'guessed' | 'other';

/** What the reader makes of a file, held against what the writer knows. */
function outcome({ text, truth, open, hasOhlc }: WrittenFile): Outcome {
  const read = readTable(text, { zone: 'America/New_York', exchange: 'XNAS', instrument: ixic, names, now: later });
  if (read.kind === 'fault') return 'refused';
  if (read.questions.length > 0) {
    const asked = read.questions.map(({ about }) => about);
    return open.every((about) => asked.includes(about)) && open.length > 0 ? 'asked' : 'asked without need';
  }
  const rows = read.rows();
  const found = new Map(rows.dates.map((date, i) => [date, i]));
  const isEqual =
    found.size === truth.length &&
    truth.every((row) => {
      const i = found.get(row.date) ?? -1;
      const same = (column: readonly number[] | undefined, value: number): boolean => column?.[i] === value;
      return (
        same(rows.closes, row.close) &&
        (!hasOhlc || (same(rows.opens, row.open) && same(rows.highs, row.high) && same(rows.lows, row.low)))
      );
    });
  if (!isEqual) return 'other';
  return open.length > 0 ? 'guessed' : 'equal';
}

describe('a file that is written of a true series', () => {
  it(
    'is read as it was meant or asked about, and never gives another number',
    () => {
      const counts: Record<string, number> = {};
      const examples: Record<string, string> = {};
      fc.assert(
        fc.property(writtenFile, (file) => {
          const found = outcome(file);
          counts[found] = (counts[found] ?? 0) + 1;
          examples[found] ??= file.text;
          return found !== 'other' && found !== 'guessed';
        }),
        { numRuns: RUNS },
      );
      const clear = (counts['equal'] ?? 0) + (counts['asked without need'] ?? 0) + (counts['refused'] ?? 0);
      if (RUNS > 1000) process.stdout.write(`${JSON.stringify(counts)}\n`);
      expect(
        (counts['equal'] ?? 0) / clear,
        JSON.stringify(examples['asked without need'] ?? examples['refused']),
      ).toBeGreaterThanOrEqual(0.99);
    },
    30_000 + RUNS * 20,
  );
});
