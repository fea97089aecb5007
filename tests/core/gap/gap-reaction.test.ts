import { describe, expect, it } from 'vitest';
import { confoundersInGap } from '../../../src/core/confounders.ts';
import { gapReaction } from '../../../src/core/gap/gap-reaction.ts';
import { precededBy } from '../../../src/core/gap/preceded.ts';
import { relativeVolume } from '../../../src/core/gap/relative-volume.ts';
import { defaultParameters } from '../../../src/core/reaction/parameters.ts';
import { studyReactions } from '../../../src/core/reaction/study-reactions.ts';
import { mapAnnouncement } from '../../../src/core/session-mapping.ts';
import type { AnnouncementTime } from '../../../src/core/study.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { firstStudy } from '../study-at-hand.ts';
import { studySessions } from '../study-closes.ts';
import { bundledRows } from './series-at-hand.ts';

const study = firstStudy();
const bundled = bundledRows(study);

function reactionOf(id: string, keepOtherEvents: boolean, event = 'announcement') {
  const found = studyReactions(study, bundled, [id], { parameters: defaultParameters, keepOtherEvents }).find(
    (one) => one.event.id === event,
  );
  const series = bundled.get(id);
  if (found?.kind !== 'reaction' || series === undefined) throw new Error(id);
  return gapReaction(found, series);
}

describe('gap and session part among ordinary days', () => {
  // 240 sessions: the counts of the opens' own documentation; 237: a second count, by a short program of its own.
  it.each([
    ['IXIC', true, { T: 240, atLeast: 61 }, { T: 240, atLeast: 107 }],
    ['HSTECH', true, { T: 240, atLeast: 188 }, { T: 240, atLeast: 41 }],
    ['IXIC', false, { T: 237, atLeast: 60 }, { T: 237, atLeast: 106 }],
    ['HSTECH', false, { T: 237, atLeast: 186 }, { T: 237, atLeast: 41 }],
    ['NVDA', false, { T: 237, atLeast: 13 }, { T: 237, atLeast: 210 }],
    ['SPX', false, { T: 237, atLeast: 71 }, { T: 237, atLeast: 55 }],
  ])('of %s are counted, the other events kept: %s', (id, keep, gapRank, sessionRank) => {
    expect(reactionOf(id, keep).parts).toMatchObject({ kind: 'parts', gapRank, sessionRank });
  });

  it('come with their shape, and with whether the open of an index blurs them', () => {
    expect(reactionOf('IXIC', false)).toMatchObject({
      isBlurred: true,
      isHalfDay: false,
      parts: { shape: 'gave-back' },
    });
    expect(reactionOf('HSTECH', false)).toMatchObject({ parts: { shape: 'added' } });
    expect(reactionOf('NVDA', false)).toMatchObject({ isBlurred: false, parts: { shape: 'gave-back' } });
  });

  it('are absent, with the reason, where there are no opens', () => {
    expect(reactionOf('HSI', false)).toMatchObject({
      parts: { kind: 'none', because: 'no-opens' },
      volume: { kind: 'none', because: 'no-volumes' },
    });
  });
});

describe('the volume of a session', () => {
  it('is told as a multiple of the median of ordinary days', () => {
    // 8,399,060,000 against 7,168,110,000 in the middle of 237 days, of which 65 had as much.
    expect(reactionOf('IXIC', false).volume).toMatchObject({
      relative: expect.closeTo(1.1717, 4),
      T: 237,
      atLeast: 65,
    });
    expect(reactionOf('NVDA', true).volume).toMatchObject({
      relative: expect.closeTo(0.9478, 4),
      T: 240,
      atLeast: 137,
    });
  });

  it.each([
    ['zero', 0],
    ['no-volume', Number.NaN],
    ['no-volume', -5],
    ['absurd', 1e9],
    ['absurd', 1],
  ])('is not told where it is %s (%d)', (because, volume) => {
    const ordinary = Array.from({ length: 40 }, (_, i) => i);
    expect(relativeVolume([...ordinary.map(() => 1000), volume], 40, ordinary)).toBe(because);
  });

  it('is not told without thirty ordinary days', () => {
    expect(relativeVolume([1000, 1000, 1000], 2, [0, 1])).toBe('short-history');
    expect(relativeVolume([0, Number.NaN], 0, [1])).toBe('no-volumes');
  });
});

describe('what could have preceded the news', () => {
  const preceded = (time: AnnouncementTime, exchange: 'XNAS' | 'XHKG', zone = 'Asia/Hong_Kong') => {
    const mapping = mapAnnouncement(time, zone, exchange, studySessions(exchange));
    if (mapping.kind !== 'mapped') throw new Error(mapping.sentence);
    return precededBy(mapping);
  };
  const at = (iso: string): AnnouncementTime => ({ kind: 'instant', at: instant(iso) });
  const nothing = { kind: 'nothing' };

  it('is nothing of the day’s move before the open, and after the close before', () => {
    expect(preceded(at('2025-07-15T09:00:00+08:00'), 'XHKG')).toEqual({ first: nothing, last: nothing });
    expect(preceded(at('2025-07-15T17:00:00+08:00'), 'XHKG')).toEqual({ first: nothing, last: nothing });
  });

  it('is the gap and a part of the session in session, and at lunch', () => {
    // 10:00 is 30 of 330 minutes, lunch 150 of them.
    const told = preceded(at('2025-07-15T10:00:00+08:00'), 'XHKG').first;
    expect(told).toEqual({ kind: 'gap-and-part', share: 30 / 330 });
    expect(preceded(at('2025-07-15T12:30:00+08:00'), 'XHKG').last).toEqual({ kind: 'gap-and-part', share: 150 / 330 });
  });

  it('lies between two ends for a span', () => {
    const span = { kind: 'span', from: instant('2025-07-15T00:00:00Z'), to: instant('2025-07-15T05:10:00Z') } as const;
    // 13:10 in Hong Kong is 160 of 330 minutes; in New York both ends are before the open.
    expect(preceded(span, 'XHKG')).toEqual({
      first: nothing,
      last: { kind: 'gap-and-part', share: expect.closeTo(160 / 330, 5) },
    });
    expect(preceded(span, 'XNAS')).toEqual({ first: nothing, last: nothing });
  });

  it('may be all of it where the news may have come after day 0', () => {
    const span = {
      kind: 'span',
      from: instant('2025-07-15T15:00:00+08:00'),
      to: instant('2025-07-15T18:00:00+08:00'),
    } as const;
    expect(preceded(span, 'XHKG').last).toEqual({ kind: 'all' });
    expect(preceded({ kind: 'date', date: sessionDate('2025-07-15') }, 'XHKG')).toEqual({
      first: nothing,
      last: { kind: 'all' },
    });
    // A Saturday: every hour of it is before Monday's open.
    expect(preceded({ kind: 'date', date: sessionDate('2025-07-19') }, 'XHKG')).toEqual({
      first: nothing,
      last: nothing,
    });
  });
});

describe('what else fell into a gap', () => {
  it('is what came from the close before to the open', () => {
    const inGap = (exchange: 'XNAS' | 'XHKG', before: string, session: string) =>
      confoundersInGap(study, exchange, sessionDate(before), sessionDate(session)).map(({ confounder, certain }) => [
        confounder.id,
        certain,
      ]);
    // New York's gap of 15 July is from 14 July 20:00 UTC to 13:30 UTC: consumer prices came at 12:30.
    expect(inGap('XNAS', '2025-07-14', '2025-07-15')).toEqual([
      ['china-gdp', true],
      ['us-cpi', true],
      ['bank-earnings', true],
    ]);
    // Hong Kong's ends at 01:30 UTC, half an hour before China's GDP.
    expect(inGap('XHKG', '2025-07-14', '2025-07-15')).toEqual([]);
    expect(inGap('XHKG', '2025-07-15', '2025-07-16')).toEqual([
      ['us-cpi', true],
      ['bank-earnings', true],
    ]);
  });
});
