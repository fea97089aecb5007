import { exchanges } from '../../core/exchanges/registry.ts';
import { failureKindOf, type FileFault } from '../files/file-fault.ts';
import { instrumentNames } from '../files/instrument-names.ts';
import { readTable } from '../files/read-table.ts';
import { noticeInstead } from '../files/source-notices.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';

/** A file that the reader drops, chooses or pastes: any table of dates and closes. */
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
  parse({ body }, { instrument, study, choices, now, reference }): Parsed {
    const notice = noticeInstead(body);
    if (notice !== null) return { kind: 'refusal', refusal: notice };
    const read = readTable(body, {
      zone: exchanges[instrument.exchange].zone,
      exchange: instrument.exchange,
      instrument,
      names: instrumentNames(study?.instruments ?? [instrument]),
      now,
      ...(choices === undefined ? {} : { choices }),
      ...(reference === undefined ? {} : { reference }),
    });
    const refused = (fault: FileFault): Parsed => {
      // What a source sends in place of a file says why in its own words.
      const said = fault.kind === 'not-text' && fault.what === 'json' ? { said: body } : {};
      return { kind: 'refusal', refusal: { kind: failureKindOf(fault), fault, ...said } };
    };
    if (read.kind === 'fault') return refused(read.fault);
    if (read.questions.length > 0) return refused({ kind: 'questions', questions: read.questions });
    return {
      kind: 'rows',
      rows: read.rows(),
      issues: read.notes.map((note) => ({ kind: 'reading', sessions: [], note })),
      provenance: { symbol: read.symbol ?? instrument.id, attribution: 'A file of yours.' },
    };
  },
};
