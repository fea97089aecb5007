import { describe, expect, it } from 'vitest';
import { instant } from '../../src/core/units.ts';

describe('an instant', () => {
  it.each([
    ['2025-07-15T10:00:00+08:00', '2025-07-15T02:00:00.000Z'],
    ['2025-07-15T02:00:00Z', '2025-07-15T02:00:00.000Z'],
    ['2025-07-15T10:00+08:00', '2025-07-15T02:00:00.000Z'],
    ['2025-07-15 10:00:00+0800', '2025-07-15T02:00:00.000Z'],
    ['2024-02-29T23:59:59.999-05:00', '2024-03-01T04:59:59.999Z'],
  ])('is read from %s', (iso, utc) => {
    expect(new Date(instant(iso)).toISOString()).toBe(utc);
  });

  // A date that no calendar has would be moved to another day, and 7/8 is July to some and August to others.
  it.each([
    '2025-02-30T10:00:00+08:00',
    '2025-04-31T10:00:00Z',
    '2025-02-29T10:00:00Z',
    '07/08/2025 10:00 -04:00',
    '15 July 2025 10:00+08:00',
    '2025-07-15T10:00:00',
    '2025-07-15T25:00:00Z',
    '2025-07-15T10:00:00+99:00',
    '2025-07-15',
  ])('is not made of %s', (iso) => {
    expect(() => instant(iso)).toThrow(/is not an instant; expected a time with its offset/);
  });
});
