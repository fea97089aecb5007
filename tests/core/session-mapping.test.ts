import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeInstant } from '../../src/core/exchange.ts';
import { mapAnnouncement, type SessionMapping } from '../../src/core/session-mapping.ts';
import type { AnnouncementTime } from '../../src/core/study.ts';
import { type Instant, instant, sessionDate } from '../../src/core/units.ts';
import { studySessions } from './study-closes.ts';

const at = (iso: string): AnnouncementTime => ({ kind: 'instant', at: instant(iso) });
const span = (from: string, to: string): AnnouncementTime => ({ kind: 'span', from: instant(from), to: instant(to) });
const on = (date: string): AnnouncementTime => ({ kind: 'date', date: sessionDate(date) });
const newYork = studySessions('XNAS');
const hongKong = studySessions('XHKG');

function mapped(mapping: SessionMapping): Extract<SessionMapping, { kind: 'mapped' }> {
  if (mapping.kind !== 'mapped') throw new Error(mapping.sentence);
  return mapping;
}

interface Expected {
  readonly day0: string;
  readonly phase: string;
  readonly baseline_close: string;
  readonly share_of_session_elapsed: number | null;
}

const reference = JSON.parse(readFileSync(new URL('../reference/session-mapping.json', import.meta.url), 'utf8')) as {
  cases: { case: string; announcedAt: string; XHKG: Expected; XNAS: Expected }[];
};

const own = process.env['TZ'];
/** Minutes that local time lags behind UTC on 15 July 2025, by the machine's zone. */
const machines = { UTC: 0, 'Pacific/Kiritimati': -840, 'America/Los_Angeles': 420 };

describe.each(Object.entries(machines))('mapping an announcement to a session on a machine in %s', (zone, lag) => {
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    process.env['TZ'] = own;
  });

  it('runs in that zone', () => {
    expect(new Date(Date.UTC(2025, 6, 15)).getTimezoneOffset()).toBe(lag);
  });

  it('has fourteen reference cases to agree with', () => {
    expect(reference.cases).toHaveLength(14);
  });

  for (const one of reference.cases) {
    for (const exchange of ['XHKG', 'XNAS'] as const) {
      it(`agrees with the reference: ${one.case}, ${exchange}`, () => {
        const sessions = exchange === 'XHKG' ? hongKong : newYork;
        const mapping = mapped(mapAnnouncement(at(one.announcedAt), 'UTC', exchange, sessions));
        const want = one[exchange];
        expect(mapping.dayZero).toBe(want.day0);
        expect(mapping.baseline).toBe(want.baseline_close);
        expect(mapping.dayZeroIndex).toBe(sessions.indexOf(mapping.dayZero));
        expect(mapping.baselineIndex).toBe(mapping.dayZeroIndex - 1);
        expect(mapping.phases?.first).toEqual(mapping.phases?.last);
        const phase = mapping.phases?.first;
        expect(phase?.kind).toBe(want.phase);
        if (want.share_of_session_elapsed === null) expect(phase).not.toHaveProperty('share');
        else expect(phase).toHaveProperty('share', expect.closeTo(want.share_of_session_elapsed, 4));
      });
    }
  }

  it('gives a span within one session that session, and the range of its phases', () => {
    const announced = span('2025-07-15T00:00:00Z', '2025-07-15T05:10:00Z');
    const there = mapped(mapAnnouncement(announced, 'Asia/Shanghai', 'XHKG', hongKong));
    // 05:10 UTC is 13:10 in Hong Kong: 150 morning minutes and just under 10 of 330.
    expect(there).toMatchObject({ dayZero: '2025-07-15', baseline: '2025-07-14', ambiguous: false });
    expect(there.phases?.first).toEqual({ kind: 'before-open' });
    expect(there.phases?.last).toEqual({ kind: 'in-session', share: expect.closeTo(160 / 330, 5) });
    const here = mapped(mapAnnouncement(announced, 'Asia/Shanghai', 'XNAS', newYork));
    // 00:00 UTC is 20:00 on 14 July in New York, after the close; 01:10 on 15 July is before the open.
    expect(here).toMatchObject({ dayZero: '2025-07-15', lastDayZero: '2025-07-15', ambiguous: false });
    expect(here.phases).toEqual({ first: { kind: 'closed' }, last: { kind: 'before-open' } });
  });

  it('does not count the end of a span as part of it', () => {
    const untilClose = span('2025-07-15T13:00:00+08:00', '2025-07-15T16:00:00+08:00');
    expect(mapAnnouncement(untilClose, 'Asia/Hong_Kong', 'XHKG', hongKong)).toMatchObject({
      dayZero: '2025-07-15',
      lastDayZero: '2025-07-15',
      ambiguous: false,
    });
  });

  it('calls a span over two sessions ambiguous and starts with the first', () => {
    const overnight = span('2025-07-15T15:00:00+08:00', '2025-07-15T16:00:01+08:00');
    expect(mapAnnouncement(overnight, 'Asia/Hong_Kong', 'XHKG', hongKong)).toMatchObject({
      dayZero: '2025-07-15',
      lastDayZero: '2025-07-16',
      ambiguous: true,
    });
  });

  it('maps a date without a time to the first session that reaches into it', () => {
    const date = mapped(mapAnnouncement(on('2025-07-15'), 'America/New_York', 'XNAS', newYork));
    expect(date).toMatchObject({ dayZero: '2025-07-15', lastDayZero: '2025-07-16', ambiguous: true, phases: null });
    // A Saturday: every hour of it leads to Monday, so that there is nothing to hedge.
    expect(mapAnnouncement(on('2025-07-19'), 'Asia/Hong_Kong', 'XHKG', hongKong)).toMatchObject({
      dayZero: '2025-07-21',
      lastDayZero: '2025-07-21',
      ambiguous: false,
      phases: { first: { kind: 'closed' }, last: { kind: 'closed' } },
    });
    // 15 July begins in Shanghai at 12:00 on 14 July in New York, where trading goes on until 16:00.
    expect(mapAnnouncement(on('2025-07-15'), 'Asia/Shanghai', 'XNAS', newYork)).toMatchObject({
      dayZero: '2025-07-14',
      lastDayZero: '2025-07-15',
    });
  });

  it('names the session whose closing price was still being formed', () => {
    // Hong Kong forms it from 16:00 to 16:10, on half days (24 December 2024) from 12:00 to 12:10; day 0 is the next session.
    const auction = (time: AnnouncementTime) => mapped(mapAnnouncement(time, 'UTC', 'XHKG', hongKong));
    expect(auction(at('2025-07-15T16:05:00+08:00'))).toMatchObject({
      dayZero: '2025-07-16',
      phases: { first: { kind: 'closed' } },
      auction: { session: '2025-07-15', certain: true },
    });
    expect(auction(at('2024-12-24T12:09:59+08:00')).auction).toEqual({ session: '2024-12-24', certain: true });
    expect(auction(at('2025-07-15T15:59:59+08:00')).auction).toBeNull();
    expect(auction(at('2025-07-15T16:10:00+08:00')).auction).toBeNull();
    expect(auction(span('2025-07-15T16:08:00+08:00', '2025-07-15T18:00:00+08:00')).auction).toEqual({
      session: '2025-07-15',
      certain: false,
    });
    expect(auction(on('2025-07-15')).auction).toBeNull();
  });

  it('says that an event is before the data', () => {
    expect(mapAnnouncement(at('2024-06-28T12:00:00-04:00'), 'UTC', 'XNAS', newYork)).toEqual({
      kind: 'before-data',
      sentence: 'The event is before the data: they begin for New York with 2024-07-01.',
    });
  });

  it('maps an event on the first row’s own date to it, without a baseline', () => {
    expect(mapAnnouncement(at('2024-07-01T10:00:00-04:00'), 'UTC', 'XNAS', newYork)).toMatchObject({
      kind: 'mapped',
      dayZero: '2024-07-01',
      dayZeroIndex: 0,
      baseline: null,
      baselineIndex: null,
    });
  });

  it('says that there is no session yet from the last close on', () => {
    expect(mapAnnouncement(at('2025-12-31T15:59:59-05:00'), 'UTC', 'XNAS', newYork)).toMatchObject({
      dayZero: '2025-12-31',
    });
    expect(mapAnnouncement(at('2025-12-31T16:00:00-05:00'), 'UTC', 'XNAS', newYork)).toEqual({
      kind: 'after-data',
      sentence: 'No session yet: the data for New York end with 2025-12-31.',
    });
  });

  it('keeps the last session as the end of a span that reaches past the data', () => {
    expect(mapAnnouncement(on('2025-12-31'), 'America/New_York', 'XNAS', newYork)).toMatchObject({
      dayZero: '2025-12-31',
      lastDayZero: '2025-12-31',
      ambiguous: true,
    });
  });

  it('says that there are no sessions', () => {
    expect(mapAnnouncement(on('2025-12-31'), 'UTC', 'XHKG', [])).toEqual({
      kind: 'no-sessions',
      sentence: 'No sessions of Hong Kong are in the data.',
    });
  });

  it('always gives the first close strictly after the moment', () => {
    const from = Date.UTC(2024, 6, 2);
    const to = Date.UTC(2025, 11, 30);
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), fc.constantFrom('XNAS', 'XHKG'), (moment, exchange) => {
        const sessions = exchange === 'XHKG' ? hongKong : newYork;
        const { dayZero, baseline } = mapped(
          mapAnnouncement({ kind: 'instant', at: moment as Instant }, 'UTC', exchange, sessions),
        );
        const before = baseline === null ? Number.NEGATIVE_INFINITY : closeInstant(exchange, baseline);
        return closeInstant(exchange, dayZero) > moment && before <= moment;
      }),
    );
  });

  it('never moves back when the moment moves on', () => {
    const moment = fc.integer({ min: Date.UTC(2024, 6, 2), max: Date.UTC(2025, 11, 30) });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const index = (value: number) =>
          mapped(mapAnnouncement({ kind: 'instant', at: value as Instant }, 'UTC', 'XHKG', hongKong)).dayZeroIndex;
        return index(Math.min(a, b)) <= index(Math.max(a, b));
      }),
    );
  });
});
