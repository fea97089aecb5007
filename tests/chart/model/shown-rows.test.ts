import { describe, expect, it } from 'vitest';
import { sessionDate } from '../../../src/core/units.ts';
import { csvOf, shownRows } from '../../../src/chart/model/shown-rows.ts';
import { modelOf, nvidia } from '../study-of.ts';

const csv = (...[given, change]: Parameters<typeof modelOf>): string[] =>
  csvOf(shownRows(modelOf(given, change))).split('\n');

describe('the CSV of what is shown', () => {
  it('has one row per instrument and session, by instrument in the order shown, then by session', () => {
    const [header, ...rows] = csv(nvidia, { range: { kind: 'around', sessions: 5 } });
    expect(header).toBe(
      'session,instrument,close,change_pct,since_baseline_pct,open,high,low,volume,gap_pct,session_pct',
    );
    expect(rows.pop()).toBe('');
    expect(rows).toHaveLength(22);
    expect(rows.map((row) => row.split(',')[1])).toEqual([...Array(11).fill('IXIC'), ...Array(11).fill('HSTECH')]);
    const sessions = rows.slice(0, 11).map((row) => row.slice(0, 10));
    expect(sessions).toEqual(sessions.toSorted());
  });

  it('gives Hang Seng TECH on 15 July 2025 unrounded: 5431.29 after 5283.50 is +2.797 %', () => {
    const row = csv(nvidia).find((line) => line.startsWith('2025-07-15,HSTECH'));
    const [, , close, change, since] = row?.split(',') ?? [];
    expect(close).toBe('5431.29');
    // 5431.29 / 5283.50 − 1 = 147.79 / 5283.50 = 0.027972…
    expect(Number(change)).toBeCloseTo((147.79 / 5283.5) * 100, 10);
    expect(change).toMatch(/^2\.797\d{5,}$/);
    expect(since).toBe(change);
  });

  it('counts since_baseline_pct from the base that the reader chose', () => {
    const rows = csv(nvidia, { base: { kind: 'session', session: sessionDate('2025-07-11') } });
    const row = rows.find((line) => line.startsWith('2025-07-15,IXIC'));
    // Nasdaq Composite: 20,585.53 on 11 July, 20,640.33 on 14 July, 20,677.80 on 15 July 2025.
    const [, , , change, since] = row?.split(',').map(Number) ?? [];
    expect(change).toBeCloseTo((20677.8 / 20640.33 - 1) * 100, 10);
    expect(since).toBeCloseTo((20677.8 / 20585.53 - 1) * 100, 10);
  });

  it('leaves the change of the first session of the data empty', () => {
    const rows = csv(nvidia, { range: { kind: 'all' }, instruments: ['IXIC'] });
    // 17,879.30 / 20,640.33 − 1 = −0.13377.
    expect(rows[1]).toMatch(/^2024-07-01,IXIC,17879\.3,,-13\.37\d+,/);
  });

  it('gives gap and session part of the Nasdaq on 15 July 2025, and leaves empty what a series has not', () => {
    const rows = csv(nvidia, { instruments: ['IXIC', 'HSI', 'HSTECH'] });
    const [open, high, low, volume, gap, part] =
      rows
        .find((one) => one.startsWith('2025-07-15,IXIC'))
        ?.split(',')
        .slice(5) ?? [];
    expect([open, high, low, volume]).toEqual(['20822.76', '20836.04', '20670.58', '8399060000']);
    // 20,822.76 / 20,640.33 − 1 = +0.88385 %, 20,677.80 / 20,822.76 − 1 = −0.69616 %.
    expect(Number(gap)).toBeCloseTo(0.88385, 4);
    expect(Number(part)).toBeCloseTo(-0.69616, 4);
    // The Hang Seng Index has closes only; Hang Seng TECH has no volumes.
    expect(rows.find((one) => one.startsWith('2025-07-15,HSI,'))).toMatch(/,,,,,,$/);
    expect(
      rows
        .find((one) => one.startsWith('2025-07-15,HSTECH'))
        ?.split(',')
        .slice(5, 9),
    ).toEqual(['5297.89', '5435.94', '5273.45', '']);
  });

  it('shows each session once where the windows of two events overlap', () => {
    const rows = csv(nvidia, { chart: 'multiples', instruments: ['IXIC'] });
    const sessions = rows.slice(1, -1).map((row) => row.slice(0, 10));
    expect(new Set(sessions).size).toBe(sessions.length);
    // Eleven sessions around 16 April; 8 to 23 July, where two windows of eleven share ten.
    expect(sessions).toHaveLength(11 + 12);
  });
});
