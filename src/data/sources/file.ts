import { exchanges } from '../../core/exchanges/registry.ts';
import type { Instrument } from '../../core/study.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { instrumentCalled } from '../instruments/find-instrument.ts';
import { readCsv } from '../files/csv-reading.ts';

function contradiction(symbol: string | undefined, instrument: Instrument): string | null {
  const named = symbol === undefined ? null : instrumentCalled(symbol, [instrument]);
  if (named === null || named.id === instrument.id) return null;
  return `the file calls itself ${symbol}, which is ${named.proseName ?? named.name}`;
}

/** A file that the reader drops, chooses or pastes: any of the layouts that `detectCsv` knows. */
export const file: MarketDataAdapter = {
  id: 'file',
  label: 'Your file',
  attribution: 'Figures from a file that you gave; they stay in this page and are sent nowhere.',
  termsUrl: null,
  needs: { key: 'none', proxy: false, file: true },
  optIn: true,
  capabilities: { fields: 'ohlcv', earliest: null, maxRowsPerRequest: null },
  resolve: ({ id }) => ({ code: id }),
  request: () => [{ kind: 'given-file', format: 'csv' }],
  parse({ body }, { instrument, choices }): Parsed {
    const read = readCsv(body, choices ?? {}, exchanges[instrument.exchange].zone, instrument.id);
    if (read.kind === 'refusal') return read;
    const { symbol, layout } = read.table;
    const other = contradiction(symbol, instrument);
    if (other !== null) return { kind: 'refusal', refusal: { kind: 'identity-mismatch', detail: other } };
    return {
      kind: 'rows',
      rows: read.rows,
      issues: [],
      provenance: { symbol: symbol ?? instrument.id, attribution: `A file of yours (layout: ${layout}).` },
    };
  },
};
