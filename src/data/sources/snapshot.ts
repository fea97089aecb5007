import type { PriceSeries } from '../../core/series.ts';
import type { Instrument, Study } from '../../core/study.ts';
import type { Instant } from '../../core/units.ts';
import { isRealDate } from '../checks/calendar-date.ts';
import type { Refusal } from '../port/failure.ts';
import type { MarketDataAdapter, Parsed } from '../port/adapter.ts';
import type { DailyRows } from '../port/daily-rows.ts';
import { readNumber } from '../files/read-number.ts';
import { pageInstead, statusRefusal } from '../port/response-body.ts';
import { type BuiltSeries, seriesFromRows } from '../checks/series-from-rows.ts';

/** Columns of the file besides its dates, and the rows' names for them. */
const COLUMNS = { open: 'opens', high: 'highs', low: 'lows', close: 'closes', volume: 'volumes' } as const;

/** Rows of lines under a header of `date`, `close` and perhaps open, high, low and volume; null where it is another. */
function readCloses(text: string): DailyRows | null {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const [date, ...names] = header.trim().split(',');
  const known = names.flatMap((name) => (name in COLUMNS ? [COLUMNS[name as keyof typeof COLUMNS]] : []));
  if (date !== 'date' || known.length !== names.length || new Set(known).size < known.length) return null;
  if (!known.includes('closes')) return null;
  const figures: Partial<Record<(typeof known)[number], number[]>> = {};
  for (const name of known) figures[name] = [];
  const rows: DailyRows = { dates: [], ...figures, closes: figures.closes ?? [] };
  for (const line of lines) {
    if (line === '') continue;
    const cells = line.split(',');
    rows.dates.push(cells[0] ?? '');
    // A comma too many would move every figure after it: such a row has no close that could be believed.
    const isWhole = cells.length <= known.length + 1;
    for (const [i, name] of known.entries()) {
      rows[name]?.push(isWhole ? readNumber(cells[i + 1] ?? '') : Number.POSITIVE_INFINITY);
    }
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
    ...(bundled.opens === undefined
      ? {}
      : {
          opens: {
            symbol: bundled.opens.symbol,
            attribution: bundled.opens.source,
            fetchedAt: bundled.opens.retrieved,
          },
        }),
  };
}

/** Sessions on which the publisher of the opens has another close, where the study names them. */
function differing({ id }: Instrument, study: Study | undefined) {
  const sessions = study?.snapshot.series[id]?.opens?.differ;
  return sessions === undefined ? {} : { opensDiffer: sessions };
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
  capabilities: { fields: 'ohlcv', earliest: null, maxRowsPerRequest: null },
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
        refusal: {
          kind: 'malformed',
          detail: 'its first line is no header such as "date,close" or "date,open,high,low,close,volume"',
          said: body.slice(0, 80),
        },
      };
    }
    const provenance = originOf(instrument, study);
    return {
      kind: 'rows',
      rows,
      issues: [],
      ...(provenance === undefined ? {} : { provenance }),
      ...differing(instrument, study),
    };
  },
};

/** The bundled closes of an instrument from the text of their file, whole, or why they cannot be used. */
export function bundledSeries(instrument: Instrument, text: string, study: Study): BuiltSeries {
  const refusal = (kind: Refusal['kind'], detail: string): BuiltSeries => ({
    kind: 'refusal',
    refusal: { kind, detail },
  });
  const rows = readCloses(text);
  const origin = originOf(instrument, study);
  if (rows === null) return refusal('malformed', 'its first line is not "date,close"');
  if (origin === undefined) return refusal('not-covered', 'the study does not say where its closes come from');
  if (rows.dates.length === 0) return refusal('empty', 'there is no row below the header');
  const dates = rows.dates.filter(isRealDate).toSorted();
  const [first = study.snapshot.from, last = study.snapshot.to] = [dates[0], dates.at(-1)];
  return seriesFromRows(rows, {
    instrument,
    range: { from: first, to: last },
    now: Date.parse(`${study.snapshot.retrieved}T23:59:59Z`) as Instant,
    provenance: { source: 'snapshot', label, ...origin },
    issues: [],
    cutsQuietly: true,
    earliest: null,
    rowLimit: null,
    ...differing(instrument, study),
  });
}

/**
 * The bundled closes of an instrument from the text of their file, whole. Throws
 * a RangeError when the file does not hold them: it is part of the product.
 */
export function parseSnapshotCsv(instrument: Instrument, text: string, study: Study): PriceSeries {
  const result = bundledSeries(instrument, text, study);
  if (result.kind === 'series') return result.series;
  throw new RangeError(
    `the bundled closes of ${instrument.id} cannot be used: ${result.refusal.detail ?? result.refusal.kind}`,
  );
}
