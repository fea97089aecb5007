import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExchangeId } from '../../src/core/exchanges/registry.ts';
import { type SessionDate, sessionDate } from '../../src/core/units.ts';

/** The bundled closes of one instrument of the first study, as the tests of core read them. */
export function studyCloses(instrument: string): { sessions: SessionDate[]; closes: number[] } {
  const file = join(import.meta.dirname, `../../src/studies/nvidia-h20/closes/${instrument}.csv`);
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  return {
    sessions: rows.map((row) => sessionDate(row.slice(0, 10))),
    closes: rows.map((row) => Number(row.slice(11))),
  };
}

/** The sessions of an exchange, as the rows of one of its indices give them. */
export function studySessions(exchange: ExchangeId): SessionDate[] {
  return studyCloses(exchange === 'XHKG' ? 'HSTECH' : 'IXIC').sessions;
}
