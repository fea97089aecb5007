import { exchanges } from '../../core/exchanges/registry.ts';
import type { Instrument } from '../../core/study.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import { readCsv } from '../files/csv-reading.ts';

/** Names that sources' files give to instruments: a file that names another one is not read as this one. */
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  NASDAQCOM: 'IXIC',
  '^IXIC': 'IXIC',
  NASDAQ100: 'the Nasdaq-100',
  '^NDX': 'the Nasdaq-100',
  SP500: 'SPX',
  '^GSPC': 'SPX',
  '^HSI': 'HSI',
  '^HSTECH': 'HSTECH',
  'HSTECH.HK': 'HSTECH',
  NVDA: 'NVDA',
};

function contradiction(symbol: string | undefined, instrument: Instrument): string | null {
  if (symbol === undefined) return null;
  const named = KNOWN_NAMES[symbol];
  if (named === undefined || named === instrument.id) return null;
  return `the file calls itself ${symbol}, which is ${named}`;
}

/** A file that the reader drops, chooses or pastes: any of the layouts that `detectCsv` knows. */
export const file: MarketDataAdapter = {
  id: 'file',
  label: 'Your file',
  attribution: 'Figures from a file that you gave; they stay in this page and are sent nowhere.',
  termsUrl: null,
  needs: { key: 'none', proxy: false, file: true },
  optIn: true,
  capabilities: { instruments: 'any', fields: 'ohlcv', earliest: null, maxRowsPerRequest: null },
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
