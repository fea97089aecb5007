import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeness } from '../../src/data/checks/completeness.ts';
import { parseSnapshotCsv } from '../../src/data/sources/snapshot.ts';
import { closesText, instrument, later, study } from './first-study.ts';

test.each(['IXIC', 'HSTECH'])('of %s, every session that is taken away is missing, and no other day is', (id) => {
  const whole = parseSnapshotCsv(instrument(id), closesText(id), study);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(whole.sessions.length - 1), { maxLength: 40 }), (places) => {
      const taken = new Set(places);
      const kept = (_: unknown, place: number): boolean => !taken.has(place);
      const series = { ...whole, sessions: whole.sessions.filter(kept), closes: whole.closes.filter(kept) };
      const { have, of, missing } = completeness(series, study.snapshot, later);
      expect(missing).toEqual(whole.sessions.filter((_, place) => taken.has(place)));
      expect([have, of]).toEqual([whole.sessions.length - taken.size, whole.sessions.length]);
    }),
  );
});
