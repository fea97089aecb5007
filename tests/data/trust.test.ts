import { describe, expect, it } from 'vitest';
import type { PriceSeries } from '../../src/core/series.ts';
import { completeness } from '../../src/data/checks/completeness.ts';
import { expectedSessions } from '../../src/core/exchange.ts';
import { freshFor, seriesKey } from '../../src/data/port/freshness.ts';
import { adapters, defaultSource, fallbackOrder, findAdapter } from '../../src/data/port/registry.ts';
import { revisions } from '../../src/data/checks/revision.ts';
import { crossCheck } from '../../src/data/checks/cross-check.ts';
import { parseSnapshotCsv } from '../../src/data/sources/snapshot.ts';
import { at, bundled, closesText, instrument, july, later, range, study } from './first-study.ts';

function withCloses(
  series: PriceSeries,
  label: string,
  change: (close: number, session: string) => number | null,
): PriceSeries {
  const kept = series.sessions.map((session, index) => change(series.closes[index] ?? 0, session));
  return {
    ...series,
    sessions: series.sessions.filter((_, index) => kept[index] !== null),
    closes: kept.filter((close) => close !== null),
    provenance: { ...series.provenance, label },
  };
}

const ixic = parseSnapshotCsv(instrument('IXIC'), closesText('IXIC'), study);
const fred = withCloses(ixic, 'FRED', (close) => close);

describe('the bundled closes', () => {
  it.each(study.instruments.map((entry) => [entry.id, entry] as const))(
    'of %s are complete and without an issue',
    (id, entry) => {
      const series = parseSnapshotCsv(entry, closesText(id), study);
      expect(series.issues).toEqual([]);
      expect(completeness(series, study.snapshot, later).missing).toEqual([]);
      expect(series.provenance.fetchedAt).toBe(study.snapshot.retrieved);
    },
  );

  it.each(['IXIC', 'HSTECH'])('of %s have a row for exactly the sessions that are expected', (id) => {
    const expected = expectedSessions(instrument(id).exchange, study.snapshot.from, study.snapshot.to);
    expect(bundled(id, study.snapshot).map(([session]) => session)).toEqual(expected);
  });
});

describe('a second opinion', () => {
  it('says to what precision two sources agree, and on how many sessions', () => {
    const other = withCloses(ixic, 'Nasdaq.com', (close) => close + 0.006);
    expect(crossCheck(fred, other, july)).toMatchObject({
      agrees: true,
      common: 22,
      sentence: 'FRED and Nasdaq.com agree to 0.01 on all 22 sessions.',
    });
  });

  it('names the largest difference with both values', () => {
    const other = withCloses(ixic, 'Yahoo Finance', (close, session) =>
      session === '2025-07-15' ? close + 6.64 : close,
    );
    const opinion = crossCheck(fred, other, july);
    expect(opinion.agrees).toBe(false);
    expect(opinion.sentence).toBe(
      'FRED and Yahoo Finance differ by up to 6.64 on 22 sessions: on 2025-07-15 they have 20,677.80 and 20,684.44.',
    );
  });

  it('names sessions that only one has', () => {
    const less = withCloses(ixic, 'Tencent', (close, session) => (session === '2025-07-15' ? null : close));
    const opinion = crossCheck(fred, less, range('2025-07-14', '2025-07-16'));
    expect(opinion).toMatchObject({ agrees: false, onlyFirst: ['2025-07-15'], onlySecond: [] });
    expect(opinion.sentence).toBe('FRED and Tencent agree to 0.01 on 2 sessions; only FRED has 2025-07-15.');
  });

  it('says when nothing can be compared', () => {
    const none = withCloses(ixic, 'Tencent', () => null);
    expect(crossCheck(fred, none, range('2025-07-15', '2025-07-15')).sentence).toBe(
      'FRED and Tencent have no session in common in this window; only FRED has 2025-07-15.',
    );
  });
});

describe('a revision', () => {
  it('is a past close that differs by more than noise, never a bar that was partial', () => {
    const noisy = withCloses(ixic, 'FRED', (close) => close + 0.004);
    expect(revisions(fred, noisy)).toEqual([]);
    const last = ixic.sessions.at(-1);
    const final = withCloses(ixic, 'FRED', (close, session) => (session === last ? close + 5 : close));
    expect(revisions(fred, final)).toHaveLength(1);
    expect(revisions({ ...fred, provenance: { ...fred.provenance, lastIsPartial: true } }, final)).toEqual([]);
  });
});

describe('an answer', () => {
  it('is fresh for a day when its sessions are over, for a minute while one runs, for an hour after its close', () => {
    const ask = (iso: string, to: string) => freshFor(instrument('IXIC'), range('2025-07-01', to), at(iso));
    expect(ask('2025-07-16T15:00:00Z', '2025-07-15')).toBe(86_400_000);
    expect(ask('2025-07-15T15:00:00Z', '2025-07-15')).toBe(60_000);
    // 16:30 in New York.
    expect(ask('2025-07-15T20:30:00Z', '2025-07-15')).toBe(3_600_000);
  });

  it('is one and the same for one source, instrument and range, and its name holds no key', () => {
    expect(seriesKey('fred', 'IXIC', july)).toEqual(['series', 'fred', 'IXIC', '2025-07-01', '2025-07-31']);
  });
});

describe('the registry', () => {
  it('has nine sources of different names, the snapshot first', () => {
    expect(adapters.map(({ id }) => id)).toEqual([
      'snapshot',
      'file',
      'eastmoney',
      'tencent',
      'twelve-data',
      'fred',
      'hsi',
      'nasdaq',
      'yahoo',
    ]);
    expect(defaultSource).toBe('snapshot');
    expect(findAdapter('bloomberg')).toBeNull();
  });

  it('lets no source stand in that is opt-in, needs a key or needs a file', () => {
    for (const id of fallbackOrder) {
      const adapter = findAdapter(id);
      expect(adapter).toMatchObject({ optIn: false, needs: { file: false } });
      expect(adapter?.needs.key).not.toBe('required');
    }
    expect(fallbackOrder).not.toContain('yahoo');
    expect(fallbackOrder.at(-1)).toBe('snapshot');
  });
});
