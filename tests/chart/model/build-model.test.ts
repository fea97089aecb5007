import { describe, expect, it } from 'vitest';
import { sessionDate } from '../../../src/core/units.ts';
import { modelOf, nvidia, withCloses } from '../study-of.ts';

const seriesOf = (model: ReturnType<typeof modelOf>, id: string) => {
  const found = model.series.find(({ instrument }) => instrument.id === id);
  if (found === undefined) throw new Error(`${id} is not in the model`);
  return found;
};

describe('what a view shows', () => {
  it('counts from the close before the announcement, 14 July 2025 in both markets', () => {
    for (const { series, baseIndex, dayZeroIndex } of modelOf(nvidia).series) {
      expect(series.sessions[baseIndex]).toBe('2025-07-14');
      expect(series.sessions[dayZeroIndex]).toBe('2025-07-15');
    }
  });

  it('counts from the last session of each market where the chosen day was a holiday in one', () => {
    // New York was closed on Friday 4 July 2025, Hong Kong was not.
    const model = modelOf(nvidia, { base: { kind: 'session', session: sessionDate('2025-07-04') } });
    const [nasdaq, tech] = [seriesOf(model, 'IXIC'), seriesOf(model, 'HSTECH')];
    expect(nasdaq.series.sessions[nasdaq.baseIndex]).toBe('2025-07-03');
    expect(tech.series.sessions[tech.baseIndex]).toBe('2025-07-04');
  });

  it('shows five sessions either side of day 0', () => {
    const model = modelOf(nvidia, { range: { kind: 'around', sessions: 5 } });
    const { series, from, to } = seriesOf(model, 'IXIC');
    // July 2025 in New York: 8, 9, 10, 11, 14 | 15 | 16, 17, 18, 21, 22.
    expect(
      series.sessions
        .slice(from, to)
        .map((session) => session.slice(8))
        .join(' '),
    ).toBe('08 09 10 11 14 15 16 17 18 21 22');
  });

  it('shows six months either side of day 0 as a year', () => {
    const { series, from, to } = seriesOf(modelOf(nvidia, { range: { kind: 'year' } }), 'IXIC');
    // 15 January 2025 was a session; the data end on 31 December, before 15 January 2026.
    expect([series.sessions[from], series.sessions[to - 1]]).toEqual(['2025-01-15', '2025-12-31']);
  });

  it('says of an instrument without a session in the range when its sessions are', () => {
    const model = modelOf(nvidia, {
      range: { kind: 'between', from: sessionDate('2030-01-01'), to: sessionDate('2030-02-01') },
    });
    expect(model.series).toEqual([]);
    expect(model.absent.map(({ sentence }) => sentence)).toEqual([
      'Nasdaq Composite has no session in this range; its sessions run from 1 Jul 2024 to 31 Dec 2025. Choose another range.',
      'Hang Seng TECH has no session in this range; its sessions run from 2 Jul 2024 to 31 Dec 2025. Choose another range.',
    ]);
  });

  it('says of an instrument whose base is before its first session that it cannot be placed, and draws the others', () => {
    // Hong Kong was closed on 1 July 2024: its first row is a day later than New York's.
    const model = modelOf(nvidia, {
      base: { kind: 'session', session: sessionDate('2024-07-01') },
      range: { kind: 'all' },
    });
    expect(model.series.map(({ instrument }) => instrument.id)).toEqual(['IXIC']);
    expect(model.absent.map(({ sentence }) => sentence)).toEqual([
      'Hang Seng TECH: The base 2024-07-01 is before its first session, 2024-07-02.',
    ]);
  });

  it('says so where a series ends before the event or starts after it', () => {
    const early = withCloses(nvidia, 'HSTECH', [
      ['2025-01-02', 4000],
      ['2025-01-03', 4100],
    ]);
    const late = withCloses(nvidia, 'HSTECH', [
      ['2025-07-15', 5431.29],
      ['2025-07-16', 5418.4],
    ]);
    for (const given of [early, late]) {
      const model = modelOf(given);
      expect(model.series.map(({ instrument }) => instrument.id)).toEqual(['IXIC']);
      expect(model.absent[0]?.sentence).toMatch(/^Hang Seng TECH: .+\.$/);
    }
  });

  it('leaves out an instrument whose closes are not at hand', () => {
    const { study, available } = nvidia;
    const one = new Map([...available].filter(([id]) => id === 'IXIC'));
    expect(modelOf({ study, available: one }).series.map(({ instrument }) => instrument.id)).toEqual(['IXIC']);
  });

  it('keeps the colour of an instrument whatever else is shown', () => {
    expect(modelOf(nvidia, { instruments: ['NVDA', 'HSTECH'] }).series.map(({ slot }) => slot)).toEqual([5, 2]);
  });
});
