import type { PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import { type Instant, sessionDate } from '../../core/units.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { readNumber } from '../files/read-number.ts';
import { pageInstead, statusRefusal } from '../port/response-body.ts';
import { seriesFromRows } from '../checks/series-from-rows.ts';

const HEADER = /^date,close$/;

/** Rows of `date,close` lines, or null where the header is another. */
function readCloses(text: string): DailyRows | null {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!HEADER.test(header.trim())) return null;
  const rows: DailyRows = { dates: [], closes: [] };
  for (const line of lines) {
    if (line === '') continue;
    const comma = line.indexOf(',');
    rows.dates.push(comma < 0 ? line : line.slice(0, comma));
    rows.closes.push(comma < 0 ? Number.NaN : readNumber(line.slice(comma + 1)));
  }
  return rows;
}

function originOf(instrument: Instrument, study: Study | undefined) {
  const bundled = study?.snapshot.series[instrument.id];
  if (study === undefined || bundled === undefined) return undefined;
  return {
    symbol: bundled.symbol,
    attribution: `${bundled.source}. ${study.snapshot.notice}`,
    fetchedAt: study.snapshot.retrieved,
  };
}

const label = 'Bundled snapshot';

/** The closes that are carried with a study, published beside it as `closes/<instrument>.csv`. */
export const snapshot: MarketDataAdapter = {
  id: 'snapshot',
  label,
  attribution: 'Closes that are carried with the study, as facts; the indices belong to their owners.',
  termsUrl: null,
  needs: { key: 'none', proxy: false, file: false },
  optIn: false,
  capabilities: { fields: 'close', earliest: null, maxRowsPerRequest: null },
  resolve: ({ id }) => ({ code: id }),
  request: ({ code }) => [{ kind: 'study-file', path: `closes/${code}.csv`, format: 'csv' }],
  parse({ status, body }, { instrument, study }): Parsed {
    if (status === 404)
      return { kind: 'refusal', refusal: { kind: 'not-covered', detail: 'the study carries no closes of it' } };
    const refused = statusRefusal(status, body);
    if (refused !== null) return { kind: 'refusal', refusal: refused };
    const page = pageInstead(body);
    if (page !== null) return { kind: 'refusal', refusal: page };
    const rows = readCloses(body);
    if (rows === null) {
      return {
        kind: 'refusal',
        refusal: { kind: 'malformed', detail: 'its first line is not "date,close"', said: body.slice(0, 80) },
      };
    }
    const provenance = originOf(instrument, study);
    return { kind: 'rows', rows, issues: [], ...(provenance === undefined ? {} : { provenance }) };
  },
};

/**
 * The bundled closes of an instrument from the text of their file, whole. Throws
 * a RangeError when the file does not hold them: it is part of the product.
 */
export function parseSnapshotCsv(instrument: Instrument, text: string, study: Study): PriceSeries {
  const rows = readCloses(text);
  const origin = originOf(instrument, study);
  if (rows === null || origin === undefined || rows.dates.length === 0) {
    throw new RangeError(`the bundled closes of ${instrument.id} are not a file with the header "date,close" and rows`);
  }
  const [first = '', last = ''] = [rows.dates[0], rows.dates.at(-1)];
  const result = seriesFromRows(rows, {
    instrument,
    range: { from: sessionDate(first), to: sessionDate(last) },
    now: Date.parse(`${study.snapshot.retrieved}T23:59:59Z`) as Instant,
    provenance: { source: 'snapshot', label, ...origin },
    issues: [],
    cutsQuietly: true,
    earliest: null,
    rowLimit: null,
  });
  if (result.kind === 'series') return result.series;
  throw new RangeError(
    `the bundled closes of ${instrument.id} cannot be used: ${result.refusal.detail ?? result.refusal.kind}`,
  );
}
