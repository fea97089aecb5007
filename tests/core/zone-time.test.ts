import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instant, sessionDate } from '../../src/core/units.ts';
import { instantOfLocal, localDate, startOfDate } from '../../src/core/zone-time.ts';

const iso = (time: number) => new Date(time).toISOString();

describe('clock times in a zone', () => {
  it('that clocks skip are told with the offset before the change', () => {
    // 9 March 2025, 02:30 does not exist in New York: 02:30 at −05:00 is 07:30 UTC.
    expect(iso(instantOfLocal('America/New_York', sessionDate('2025-03-09'), 150))).toBe('2025-03-09T07:30:00.000Z');
  });

  it('that clocks show twice are the earlier of the two', () => {
    // 2 November 2025, 01:30 comes at −04:00 (05:30 UTC) and again at −05:00.
    expect(iso(instantOfLocal('America/New_York', sessionDate('2025-11-02'), 90))).toBe('2025-11-02T05:30:00.000Z');
    expect(iso(instantOfLocal('America/New_York', sessionDate('2025-11-02'), 180))).toBe('2025-11-02T08:00:00.000Z');
  });

  it('hold far from Greenwich', () => {
    expect(iso(startOfDate('Pacific/Kiritimati', sessionDate('2025-07-15')))).toBe('2025-07-14T10:00:00.000Z');
    expect(iso(startOfDate('Pacific/Pago_Pago', sessionDate('2025-07-15')))).toBe('2025-07-15T11:00:00.000Z');
    expect(localDate('Pacific/Kiritimati', instant('2025-07-15T11:00:00Z'))).toBe('2025-07-16');
  });

  it('go to an instant and back to the same date in every zone tried', () => {
    const zones = ['America/New_York', 'Asia/Hong_Kong', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) }),
        (zone, time) => {
          const noon = sessionDate(new Date(time).toISOString().slice(0, 10));
          return localDate(zone, instantOfLocal(zone, noon, 720)) === noon;
        },
      ),
    );
  });

  it('agree with the platform’s own formatting', () => {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York', dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) }), (time) => {
        expect(localDate('America/New_York', time as Instant)).toBe(format.format(time));
      }),
    );
  });

  it('refuse a zone that is not known', () => {
    expect(() => localDate('Mars/Olympus', 0 as Instant)).toThrow(RangeError);
  });
});
