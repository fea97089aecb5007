import { addDays } from '../../src/core/calendar-days.ts';
import { closedBecause } from '../../src/core/exchange.ts';
import type { ExchangeId } from '../../src/core/exchanges/registry.ts';
import type { Instrument } from '../../src/core/study.ts';
import { type Instant, type SessionDate, sessionDate } from '../../src/core/units.ts';
import type { MockRow } from '../../mocks/mock-rows.ts';
import { catalogued } from '../../src/data/instruments/find-instrument.ts';
import { findAdapter } from '../../src/data/port/registry.ts';
import { seriesFromRows } from '../../src/data/checks/series-from-rows.ts';
import { comparison, type Part } from './figures.ts';
import { parsingBodies, type Body } from './parsing-bodies.ts';

const ROWS = 20_000;
const ROUNDS = 15;
const LAST: SessionDate = sessionDate('2025-12-31');
const NOW = Date.parse('2026-11-23T12:00:00Z') as Instant;

function instrument(id: string): Instrument {
  const known = catalogued(id);
  if (known === null) throw new Error(`no instrument ${id}`);
  // Rows of so many years are from before any launch.
  const { launched: _, ...rest } = known;
  return rest;
}

/** Sessions back from the last one, with a level that climbs and wavers, so that no check has anything to say. */
function rowsUpTo(last: SessionDate, exchange: ExchangeId): MockRow[] {
  const dates: SessionDate[] = [];
  for (let date = last; dates.length < ROWS; date = addDays(date, -1)) {
    if (closedBecause(exchange, date) === null) dates.push(date);
  }
  return dates.toReversed().map((date, index) => {
    const close = Math.round((1000 + index / 10 + 20 * Math.sin(index / 7)) * 100) / 100;
    return { date, open: close - 1, high: close + 3, low: close - 4, close, volume: 100_000 + index };
  });
}

/** From the body to the validated series, as `fetchSeries` does it once an answer is there. */
function read(body: Body, rows: readonly MockRow[]): number {
  const adapter = findAdapter(body.adapter);
  if (adapter === null) throw new Error(`no source ${body.adapter}`);
  const asked = instrument(body.instrument);
  const symbol = adapter.resolve(asked) ?? { code: asked.id };
  const range = { from: sessionDate(rows[0]?.date ?? ''), to: LAST };
  const response = { status: 200, headers: {}, body: body.text, format: body.format };
  const parsed = adapter.parse(response, { symbol, instrument: asked, range, now: NOW });
  if (parsed.kind === 'refusal') throw new Error(`${body.name}: ${parsed.refusal.kind} ${parsed.refusal.detail ?? ''}`);
  const provenance = { source: adapter.id, label: adapter.label, symbol: symbol.code, attribution: '', fetchedAt: '' };
  const built = seriesFromRows(parsed.rows, {
    instrument: asked,
    range,
    now: NOW,
    provenance,
    issues: parsed.issues,
    cutsQuietly: false,
    earliest: null,
    rowLimit: null,
  });
  if (built.kind === 'refusal' || built.series.closes.length < ROWS * 0.9)
    throw new Error(`${body.name}: rows were lost`);
  return built.series.closes.length;
}

function timed(work: () => number): number {
  const from = performance.now();
  const result = work();
  const took = performance.now() - from;
  if (typeof result !== 'number') throw new Error('nothing was read');
  return took;
}

/**
 * Reading 20,000 rows of every text format, from the body to the validated
 * series, against the bare reading of the same body: JSON.parse and a loop, or
 * the CSV library alone. Rounds are interleaved; the first three warm up.
 */
export async function benchParsing(): Promise<Part> {
  const rowsOf = { XNAS: rowsUpTo(LAST, 'XNAS'), XHKG: rowsUpTo(LAST, 'XHKG') };
  const samples = parsingBodies(rowsOf).map((body) => ({ body, ours: [] as number[], bare: [] as number[] }));
  for (let round = -3; round < ROUNDS; round++) {
    for (const { body, ours, bare } of samples) {
      const took = timed(() => read(body, rowsOf[body.exchange]));
      const floor = timed(() => body.bare(body.text));
      if (round < 0) continue;
      ours.push(took);
      bare.push(floor);
    }
  }
  return {
    name: `Reading ${ROWS.toLocaleString('en-US')} rows, body to validated series`,
    rows: samples.map(({ body, ours, bare }) => comparison(body.name, ours, bare, 'bare reading', body.limit)),
  };
}
