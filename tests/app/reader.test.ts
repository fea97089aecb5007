import { describe, expect, it } from 'vitest';
import { readerOf, withFetchedDay } from '../../src/app/reader.ts';
import type { Instant, SessionDate } from '../../src/core/units.ts';

const FETCHED = '2025-11-21' as SessionDate;
const at = (text: string): Instant => Date.parse(text) as Instant;

describe('a reader’s clock', () => {
  it('is believed from the day on which the bundled figures were fetched', () => {
    const reader = { ...readerOf(window), doubts: [], now: () => at('2025-11-21T00:00Z') };
    expect(withFetchedDay(reader, FETCHED)).toBe(reader);
  });

  it('that shows 1970 is taken to stand at the end of that day and goes on, and the page says so', () => {
    let shown = at('1970-01-01T00:00:01Z');
    const reader = withFetchedDay({ ...readerOf(window), doubts: [], now: () => shown }, FETCHED);
    expect(new Date(reader.now()).toISOString()).toBe('2025-11-21T23:59:59.999Z');
    shown = at('1970-01-01T00:01:01Z');
    expect(new Date(reader.now()).toISOString()).toBe('2025-11-22T00:00:59.999Z');
    expect(reader.doubts).toEqual([
      'This device’s clock shows 1 January 1970, which is before the bundled figures were fetched: today is taken for 21 November 2025.',
    ]);
  });
});
