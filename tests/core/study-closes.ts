import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExchangeId } from '../../src/core/exchanges/registry.ts';
import { type SessionDate, sessionDate } from '../../src/core/units.ts';

/** The bundled rows of one instrument of the first study, as the tests of core read them. */
export function studyRows(instrument: string): {
  sessions: SessionDate[];
  closes: number[];
  opens?: number[];
  highs?: number[];
  lows?: number[];
  volumes?: number[];
} {
  const file = join(import.meta.dirname, `../../src/studies/nvidia-h20/closes/${instrument}.csv`);
  const [header = [], ...rows] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const column = (name: string): number[] | undefined =>
    header.includes(name) ? rows.map((row) => Number(row[header.indexOf(name)])) : undefined;
  const [opens, highs, lows, volumes] = ['open', 'high', 'low', 'volume'].map(column);
  return {
    sessions: rows.map(([date = '']) => sessionDate(date)),
    closes: column('close') ?? [],
    ...(opens === undefined ? {} : { opens }),
    ...(highs === undefined ? {} : { highs }),
    ...(lows === undefined ? {} : { lows }),
    ...(volumes === undefined ? {} : { volumes }),
  };
}

/** The bundled closes of one instrument of the first study. */
export function studyCloses(instrument: string): { sessions: SessionDate[]; closes: number[] } {
  const { sessions, closes } = studyRows(instrument);
  return { sessions, closes };
}

/** The sessions of an exchange, as the rows of one of its indices give them. */
export function studySessions(exchange: ExchangeId): SessionDate[] {
  return studyCloses(exchange === 'XHKG' ? 'HSTECH' : 'IXIC').sessions;
}
