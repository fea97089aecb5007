import { describe, expect, test } from 'vitest';
import { readerFormats } from '../../../src/chart/controller/formats.ts';

const english = readerFormats('en-GB', 'Europe/Berlin');
const german = readerFormats('de', 'Europe/Berlin');

describe('readerFormats', () => {
  test('writes closes and moves in the reader’s language', () => {
    expect([english.close(20677.8), german.close(20677.8)]).toEqual(['20,677.80', '20.677,80']);
    expect([0.02797, -0.00239, 0, -0.00001].map(english.move)).toEqual(['+2.80%', '\u22120.24%', '0.00%', '0.00%']);
    expect(german.move(-0.0307)).toBe('\u22123,07\u00a0%');
  });

  test('writes a session as the date that it is, wherever the reader lives', () => {
    expect(english.session('2025-07-15')).toBe('Tue 15 Jul 2025');
    expect(readerFormats('en-GB', 'America/Los_Angeles').session('2025-07-15')).toBe('Tue 15 Jul 2025');
    expect(german.session('2025-07-15')).toBe('Di. 15. Juli 2025');
  });

  test('writes English without a region with the day first', () => {
    expect(readerFormats('en').session('2025-07-15')).toBe('Tue 15 Jul 2025');
    expect(readerFormats('en-US').session('2025-07-15')).toBe('Tue Jul 15, 2025');
  });

  test('writes an instant in the reader’s zone with its name, and a span as one', () => {
    // 22:30 UTC on 14 July is 00:30 on the 15th in Berlin (UTC+2), and 05:10 UTC is 07:10 there.
    const [from, to] = ['2025-07-14T22:30:00Z', '2025-07-15T05:10:00Z'] as const;
    expect(english.readerTime(from, from)).toBe('Tue 15 Jul 2025, 00:30');
    expect(english.readerTime(from, to).replaceAll(/[\u2009\u202f]/g, '')).toBe('Tue 15 Jul 2025, 00:30–07:10');
    expect(english.zone()).toBe('Europe/Berlin');
  });
});
