import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '../../src/core/calendar-days.ts';
import { closedBecause } from '../../src/core/exchange.ts';
import type { ExchangeId } from '../../src/core/exchanges/registry.ts';
import { sessionDate } from '../../src/core/units.ts';
import { isSessionExpected } from '../../src/core/exchange.ts';

/** A made-up study as it was written to its folder. */
export interface SyntheticStudy {
  readonly id: string;
  /** Rows of each of its two series. */
  readonly rows: number;
  readonly series: readonly {
    readonly name: string;
    readonly sessions: readonly string[];
    readonly closes: readonly number[];
  }[];
  /** Dates of its annotations, ascending; the middle one is what it is centred on. */
  readonly events: readonly string[];
  /** Row of the first series that is day 0. */
  readonly dayZero: number;
}

const EVENTS = 5;

/** Park and Miller's generator, so that every run has the same made-up closes. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Closes of a random walk with daily steps of about 1 %. */
export function walk(rows: number, seed: number): number[] {
  const random = generator(seed);
  let close = 10_000;
  return Array.from({ length: rows }, () => {
    close *= Math.exp(0.017 * (random() + random() + random() + random() - 2));
    return Math.round(close * 100) / 100;
  });
}

/** The last `rows` sessions up to the end of 2025. Before 2000 only the rules of the calendar are known. */
function lastSessions(exchange: ExchangeId, rows: number): readonly string[] {
  const sessions: string[] = [];
  for (let date = sessionDate('2025-12-31'); sessions.length < rows; date = addDays(date, -1)) {
    const isSession = date < '2000-01-01' ? closedBecause(exchange, date) === null : isSessionExpected(exchange, date);
    if (isSession) sessions.push(date);
  }
  return sessions.toReversed();
}

const MARKETS = [
  { id: 'NORTH', name: 'Northern Composite', shortName: 'North', exchange: 'XNAS' },
  { id: 'SOUTH', name: 'Southern Technology', shortName: 'South', exchange: 'XHKG' },
] as const;

/** Writes a study of two made-up series of `rows` sessions and five events into `folder`, as its own folder. */
export async function writeSyntheticStudy(folder: string, rows: number): Promise<SyntheticStudy> {
  const id = `bench-${rows}`;
  const series = MARKETS.map(({ name, exchange }, index) => ({
    name,
    sessions: lastSessions(exchange, rows),
    closes: walk(rows, 7919 * (index + 1)),
  }));
  const [north] = series;
  if (north === undefined) throw new Error('there is no first series');
  const dayZero = Math.floor(rows / 2);
  // Two sessions apart, so that all of them stand in the range that the page opens with.
  const events = Array.from({ length: EVENTS }, (_, index) => north.sessions[dayZero + 3 * (index - 2)] ?? '');
  await mkdir(join(folder, id, 'closes'), { recursive: true });
  const study = {
    id,
    language: 'en',
    title: `Two made-up markets, ${rows} sessions`,
    article: { title: 'A made-up announcement', outlet: 'The benchmark', says: 'Nothing of this happened.' },
    instruments: MARKETS.map((market) => ({ ...market, kind: 'index', unit: 'points', owner: 'Nobody' })),
    defaultInstruments: MARKETS.map((market) => market.id),
    events: events.map((date, index) => ({
      id: `event-${index + 1}`,
      title: `Made-up event ${index + 1}`,
      kind: 'announcement',
      time: { at: `${date}T12:00:00Z` },
      zone: 'UTC',
      quote: 'A sentence that was never printed.',
      known: 'Made up.',
    })),
    centre: 'event-3',
    confounders: [],
    context: [],
    claims: [],
    shocks: [],
    snapshot: {
      retrieved: '2026-01-02',
      from: north.sessions[0],
      to: '2025-12-31',
      notice: 'Made-up figures for the benchmark.',
      series: Object.fromEntries(MARKETS.map((market) => [market.id, { source: 'The benchmark', symbol: market.id }])),
    },
  };
  await writeFile(join(folder, id, 'study.json'), JSON.stringify(study));
  for (const [index, { sessions, closes }] of series.entries()) {
    const lines = sessions.map((session, row) => `${session},${closes[row] ?? ''}`);
    await writeFile(
      join(folder, id, 'closes', `${MARKETS[index]?.id ?? ''}.csv`),
      ['date,close', ...lines, ''].join('\n'),
    );
  }
  return { id, rows, series, events, dayZero };
}
