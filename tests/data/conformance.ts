import fc from 'fast-check';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sourceHandlers } from '../../mocks/handlers.ts';
import { rowsAround } from '../../mocks/mock-rows.ts';
import type { MockSource } from '../../mocks/mock-source.ts';
import type { Scenario } from '../../mocks/scenarios.ts';
import { bundledCloses } from '../../mocks/server.ts';
import { exchanges } from '../../src/core/exchanges/registry.ts';
import type { Instrument } from '../../src/core/study.ts';
import type { MarketDataAdapter, ParseContext, SessionRange } from '../../src/data/port/adapter.ts';
import { failureKinds, type FailureKind } from '../../src/data/port/failure.ts';
import { fetchSeries, type FetchEnv, type SeriesResult } from '../../src/data/port/fetch-series.ts';
import { bundled, closesText, instrument as instrumentOf, july, later, study } from './first-study.ts';

/** What the suite needs to know of an adapter. */
export interface Subject {
  readonly adapter: MarketDataAdapter;
  /** An instrument of the first study that it covers. */
  readonly instrument: string;
  /** The source's symbol for it, for a source that the catalogue does not name. */
  readonly symbol?: string;
  /** How its source speaks. */
  readonly source: MockSource;
  /** A key as the source hands them out, where it needs one. */
  readonly key?: string;
  /** Which kind its own refusal is, and a part of the words that it uses. */
  readonly refused: { readonly kind: FailureKind; readonly said: string };
  /** Kinds of failure where the source has no means to give the usual one. */
  readonly kinds?: Partial<Record<Scenario, FailureKind>>;
  /** Sessions asked for; July 2025 unless told. Sources that always send everything are asked for everything. */
  readonly range?: SessionRange;
  /** For adapters of files: where the mocked source serves one. */
  readonly fileFrom?: string;
}

/** Far from Greenwich on both sides, and one that changes its clocks. */
const READERS_ZONES = ['Pacific/Kiritimati', 'Pacific/Honolulu', 'America/Los_Angeles', 'UTC'];

const INSTRUMENT_NOBODY_HAS: Instrument = {
  id: 'IXIC',
  name: 'Another index of that name',
  shortName: 'Another',
  exchange: 'XNAS',
  kind: 'index',
  unit: 'points',
  owner: 'Nasdaq, Inc.',
};

/** Sessions missing in the scenario `partial`: the middle row, and the value two rows before it. */
function missingInPartial(sessions: readonly string[]): readonly string[] {
  const middle = Math.floor(sessions.length / 2);
  return [sessions[middle - 2] ?? '', sessions[middle] ?? ''];
}

/**
 * Runs every fact that an adapter has to keep, through the real transport with
 * msw. Call it in a test file of the adapter; `docs/adapters.md` shows how.
 */
export function adapterConforms(subject: Subject): void {
  const { adapter, source, key } = subject;
  const named = instrumentOf(subject.instrument);
  const instrument: Instrument =
    subject.symbol === undefined
      ? named
      : { ...named, symbols: { ...named.symbols, [adapter.id]: { code: subject.symbol } } };
  const server = setupServer();
  const asked = subject.range ?? july;
  const expected = bundled(subject.instrument, asked);

  async function env(scenario: Scenario, changes: Partial<FetchEnv> = {}): Promise<FetchEnv> {
    server.resetHandlers(...sourceHandlers(scenario, bundledCloses, [source]));
    const given = adapter.needs.file ? { file: { name: 'closes.csv', text: await fileText() } } : {};
    return {
      fetch: (input, init) => globalThis.fetch(input, init),
      now: () => later,
      random: () => 0.5,
      sleep: async () => {},
      callsAnyHost: true,
      studyUrl: 'https://site.example/studies/nvidia-h20/',
      study,
      ...(key === undefined ? {} : { key }),
      ...given,
      ...changes,
    };
  }

  /** A file has no server: what one would have answered is given as the file. */
  async function fileText(): Promise<string> {
    const response = await fetch(subject.fileFrom ?? `https://${source.address}`);
    return response.text();
  }

  const ask = async (scenario: Scenario, changes: Partial<FetchEnv> = {}): Promise<SeriesResult> =>
    fetchSeries(adapter, instrument, asked, await env(scenario, changes));

  async function series(scenario: Scenario) {
    const result = await ask(scenario);
    if (result.kind === 'failure') throw new Error(`${result.failure.kind}: ${result.failure.sentence}`);
    return result.series;
  }

  async function failure(scenario: Scenario, changes: Partial<FetchEnv> = {}) {
    const result = await ask(scenario, changes);
    expect(result.kind).toBe('failure');
    if (result.kind === 'series') throw new Error('a series came where a failure belongs');
    return result.failure;
  }

  const context: ParseContext = {
    symbol: adapter.resolve(instrument) ?? { code: '' },
    instrument,
    range: asked,
    now: later,
    study,
  };

  const requestContext = { now: later, ...(key === undefined ? {} : { key }) };

  describe(`the adapter ${adapter.id} (${subject.instrument})`, () => {
    beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
    afterEach(() => server.resetHandlers());
    afterAll(() => server.close());

    it('names itself and its terms, and has no instrument without an explicit symbol', () => {
      expect(adapter.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(adapter.label.trim()).not.toBe('');
      expect(adapter.attribution.trim()).not.toBe('');
      expect(adapter.resolve(instrument)).not.toBeNull();
      if (adapter.needs.file || adapter.id === 'snapshot') return;
      expect(adapter.resolve(INSTRUMENT_NOBODY_HAS)).toBeNull();
    });

    it('asks for the same range in the same words, whatever the reader’s clock shows', async () => {
      const requests = (zone: string) => inZone(zone, () => adapter.request(context.symbol, asked, requestContext));
      const first = await requests('UTC');
      expect(first.length).toBeGreaterThan(0);
      for (const zone of READERS_ZONES) expect(await requests(zone)).toEqual(first);
      for (const request of first) {
        if (request.kind === 'http') expect(new URL(request.url).protocol).toBe('https:');
      }
    });

    it('gives the closes of the source, session by session', async () => {
      const { sessions, closes } = await series('ok');
      expect(sessions.map((session, index) => [session, closes[index]])).toEqual(expected);
    });

    it('keeps open and close inside low and high, where it has them', async () => {
      const { closes, opens, highs, lows } = await series('ok');
      const rows = rowsAround(closesText(subject.instrument), asked.from, asked.to);
      if (adapter.capabilities.fields === 'close')
        expect([opens, highs, lows]).toEqual([undefined, undefined, undefined]);
      if (opens !== undefined) expect(opens).toEqual(rows.map(({ open }) => open));
      if (highs !== undefined) expect(highs).toEqual(rows.map(({ high }) => high));
      if (lows !== undefined) expect(lows).toEqual(rows.map(({ low }) => low));
      expect(closes.every((close) => close > 0)).toBe(true);
    });

    it('dates sessions in the exchange’s zone in every reader’s zone', async () => {
      const answers: unknown[] = [];
      for (const zone of READERS_ZONES) answers.push((await inZone(zone, () => series('ok'))).sessions);
      for (const sessions of answers) expect(sessions).toEqual(expected.map(([session]) => session));
    });

    it('says where its figures come from', async () => {
      const { provenance, exchange } = await series('ok');
      expect(provenance.source).toBe(adapter.id);
      expect(provenance.zone).toBe(exchanges[exchange].zone);
      expect(provenance.lastIsPartial).toBe(false);
      for (const told of [provenance.label, provenance.symbol, provenance.attribution]) expect(told).not.toBe('');
      expect(provenance.fetchedAt).toMatch(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/);
    });

    it('names a missing row and a missing value, and puts nothing in their place', async () => {
      const { sessions, issues } = await series('partial');
      const missing = missingInPartial(expected.map(([session]) => session));
      expect(sessions).toEqual(expected.map(([session]) => session).filter((session) => !missing.includes(session)));
      const named = (kind: string) => issues.filter((issue) => issue.kind === kind).flatMap((issue) => issue.sessions);
      expect(named('missing-value')).toEqual(missing.slice(0, 1));
      expect(named('hole')).toEqual(missing.slice(1));
      // A blank that had become a zero would be an invalid row.
      expect(named('invalid-row')).toEqual([]);
    });

    it('names a start or an end that is missing', async () => {
      for (const scenario of ['truncated', 'stale'] as const) {
        const { issues, sessions } = await series(scenario);
        expect(sessions.length).toBeLessThan(expected.length);
        expect(issues.map(({ kind }) => kind)).toContain('truncated');
      }
    });

    const usual: (readonly [Scenario, FailureKind])[] = [
      ['empty', 'empty'],
      ['html', 'blocked'],
      ['malformed', 'malformed'],
      ['wrong-index', 'identity-mismatch'],
    ];
    // A file has no server that could refuse, fail or be silent.
    const ofServers: (readonly [Scenario, FailureKind])[] = [
      ['refused', subject.refused.kind],
      ['rate-limited', 'rate-limited'],
      ['server-error', 'server-error'],
      ['dropped', 'unreachable'],
    ];
    const kinds = [...usual, ...(adapter.needs.file ? [] : ofServers)].map(
      ([scenario, kind]) => [scenario, subject.kinds?.[scenario] ?? kind] as const,
    );
    it.each(kinds)('answers %s with %s and a sentence', async (scenario, kind) => {
      const found = await failure(scenario);
      expect(found.kind).toBe(kind);
      expect(failureKinds).toContain(found.kind);
      expect(found.sentence).toMatch(/^\p{Lu}.*\.$/u);
      if (key !== undefined) expect(JSON.stringify(found)).not.toContain(key);
    });

    if (!adapter.needs.file) {
      it('hands on the words of a refusal', async () => {
        const found = await failure('refused');
        expect(`${found.said ?? ''} ${found.sentence}`).toContain(subject.refused.said);
      });

      it('stops when it is called off, before and during a request', async () => {
        expect((await failure('ok', { signal: AbortSignal.abort() })).kind).toBe('aborted');
        const caller = new AbortController();
        const during: typeof globalThis.fetch = (input, init) => {
          caller.abort();
          return globalThis.fetch(input, init);
        };
        expect((await failure('ok', { signal: caller.signal, fetch: during })).kind).toBe('aborted');
      });
    }

    it('reads any text without throwing, and never makes a close of nothing', () => {
      const formats = adapter.request(context.symbol, asked, requestContext);
      fc.assert(
        fc.property(
          fc.oneof(fc.string(), fc.json(), fc.constantFrom('{}', '[]', 'null', '{"data":null}', '0', '""')),
          fc.constantFrom(200, 204, 400, 401, 403, 404, 418),
          (body, status) => {
            for (const { format } of formats) {
              const parsed = adapter.parse({ status, headers: {}, body, format }, context);
              if (parsed.kind === 'rows') expect(parsed.rows.closes.filter((close) => close === 0)).toEqual([]);
              else expect(failureKinds).toContain(parsed.refusal.kind);
            }
          },
        ),
        { numRuns: 200 },
      );
    });
  });
}

/** Runs something while the clock of this process shows another zone. */
async function inZone<Result>(zone: string, run: () => Result | Promise<Result>): Promise<Result> {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    return await run();
  } finally {
    process.env['TZ'] = before ?? 'UTC';
  }
}
