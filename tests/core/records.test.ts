import { describe, expect, it } from 'vitest';
import { recordClose } from '../../src/core/records.ts';
import { sessionDate } from '../../src/core/units.ts';
import { studyCloses } from './study-closes.ts';

const days = ['2025-07-10', '2025-07-11', '2025-07-14', '2025-07-15'].map(sessionDate);
const before = { close: 100, session: sessionDate('2024-06-18'), source: 'a history' };

describe('a record close', () => {
  it('is higher than every close before it and than the highest before the data', () => {
    const record = recordClose(days, [99, 103, 102, 104], 3, before);
    expect(record).toMatchObject({ highest: true, another: false, since: { kind: 'all-time', before } });
    expect(record?.previous).toEqual({ session: '2025-07-11', close: 103 });
  });

  it('is another one where the session before was a record too', () => {
    expect(recordClose(days, [99, 101, 103, 104], 3, before)).toMatchObject({ highest: true, another: true });
    // The first two are below the highest close before the data: 101 on the third day is the first record.
    expect(recordClose(days, [97, 98, 101, 104], 2, before)).toMatchObject({ highest: true, another: false });
  });

  it('is none where the close before the data was higher, or as high', () => {
    expect(recordClose(days, [97, 98, 99, 99.5], 3, before)?.highest).toBe(false);
    expect(recordClose(days, [97, 98, 99, 100], 3, before)?.highest).toBe(false);
  });

  it('is none where it only equals an earlier one', () => {
    expect(recordClose(days, [101, 103, 102, 103], 3, before)?.highest).toBe(false);
  });

  it('reaches back to the first session only where nothing is known of earlier ones', () => {
    expect(recordClose(days, [99, 101, 103, 104], 3, undefined)).toMatchObject({
      highest: true,
      since: { kind: 'data', first: '2025-07-10' },
    });
  });

  it('of a row that is not there is null', () => {
    expect(recordClose(days, [1, 2, 3, 4], 4, before)).toBeNull();
  });

  it('was set by the Nasdaq Composite on 15 July 2025, the day after another', () => {
    const { sessions, closes } = studyCloses('IXIC');
    const known = { close: 17862.23, session: sessionDate('2024-06-18'), source: 'the study' };
    const record = recordClose(sessions, closes, sessions.indexOf(sessionDate('2025-07-15')), known);
    expect(record).toMatchObject({
      close: 20677.8,
      highest: true,
      another: true,
      previous: { session: '2025-07-14', close: 20640.33 },
    });
  });
});
