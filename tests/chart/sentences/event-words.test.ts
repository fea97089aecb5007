import { describe, expect, it } from 'vitest';
import {
  auctionWords,
  beforeTheNews,
  ownDate,
  phaseWords,
  placeOf,
  timeIn,
} from '../../../src/chart/sentences/event-words.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import type { StudyEvent } from '../../../src/core/study.ts';
import { mapAnnouncement } from '../../../src/core/session-mapping.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { modelOf, nvidia, zinsentscheid } from '../study-of.ts';

const formats = formatsFor('en');
const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');

function event(given: typeof nvidia, id: string) {
  const found = modelOf(given).events.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`there is no event ${id}`);
  return found;
}

function mapping(given: typeof nvidia, id: string, instrument: string) {
  const found = event(given, id).mappings.get(instrument);
  if (found === undefined) throw new Error(`${id} is not mapped on ${instrument}`);
  return found;
}

describe('the time of an event', () => {
  it('is told for a span from its first to its last minute, with both dates where they differ', () => {
    const { source } = event(nvidia, 'announcement');
    expect(timeIn(source, 'Asia/Hong_Kong', formats)).toBe('Tue 15 Jul 2025, 08:00–13:10');
    expect(timeIn(source, 'America/New_York', formats)).toBe('Mon 14 Jul 2025, 20:00 – Tue 15 Jul 2025, 01:10');
  });

  it('is told for an instant to the minute', () => {
    const { source } = event(nvidia, 'china-gdp');
    expect(timeIn(source, 'Asia/Shanghai', formats)).toBe('Tue 15 Jul 2025, 10:00');
    expect(plain(ownDate(source, formats))).toBe('15 Jul 2025, 10:00 in Beijing');
  });

  it('is the date alone where the hour is not known', () => {
    const { source } = event(nvidia, 'announcement');
    const dated: StudyEvent = {
      ...(source as StudyEvent),
      time: { kind: 'date', date: sessionDate('2025-07-15') },
    };
    expect(timeIn(dated, 'Asia/Hong_Kong', formats)).toBe('Tue 15 Jul 2025');
  });

  it('names a zone by the place where the event was', () => {
    expect([placeOf('Asia/Shanghai'), placeOf('America/New_York')]).toEqual(['Beijing', 'New York']);
  });
});

describe('the phase of an exchange', () => {
  it('is a range for a span: Hong Kong had traded 160 of 330 minutes by 13:10', () => {
    // 09:30 to 12:00 is 150 minutes, 13:00 to 13:10 another 10: 160 of 330 is 48%.
    expect(plain(phaseWords(mapping(nvidia, 'announcement', 'HSTECH'), formats))).toBe(
      'before the open, or in the first 48% of the session',
    );
    expect(plain(phaseWords(mapping(nvidia, 'announcement', 'IXIC'), formats))).toBe('closed, or before the open');
  });

  it('has its share for an instant in session: 10:00 in Hong Kong is 30 of 330 minutes', () => {
    expect(plain(phaseWords(mapping(nvidia, 'china-gdp', 'HSTECH'), formats))).toBe('in session, 9% of it over');
    // 14:00 in New York is 270 of 390 minutes.
    expect(plain(phaseWords(mapping(zinsentscheid, 'entscheid', 'MUSTER'), formats))).toBe(
      'in session, 69% of it over',
    );
  });

  it('of a span over two sessions says where it ends, and that the first may be all before the news', () => {
    const sessions = ['2025-07-14', '2025-07-15', '2025-07-16'].map(sessionDate);
    const over = (to: string) => {
      const time = { kind: 'span', from: instant('2025-07-15T15:00:00+08:00'), to: instant(to) } as const;
      return mapAnnouncement(time, 'Asia/Hong_Kong', 'XHKG', sessions);
    };
    // 15:00 is 270 of 330 minutes; 10:36 is 66.
    const from = 'in session, 82% of it over, or later: ';
    expect(plain(phaseWords(over('2025-07-15T17:00:00+08:00'), formats))).toBe(
      `${from}closed, before the session of 16 Jul`,
    );
    expect(plain(phaseWords(over('2025-07-16T09:00:00+08:00'), formats))).toBe(`${from}before the open on 16 Jul`);
    expect(plain(phaseWords(over('2025-07-16T10:36:00+08:00'), formats))).toBe(
      `${from}in session, 20% of it over on 16 Jul`,
    );
    expect(beforeTheNews(over('2025-07-15T17:00:00+08:00'), 'Hong Kong', formats)).toBe(
      'Hong Kong’s move that day may all be from before the news.',
    );
  });

  it('says that Hong Kong’s closing price was still being formed', () => {
    const sessions = ['2025-07-14', '2025-07-15', '2025-07-16'].map(sessionDate);
    const said = (iso: string) => {
      const time = { kind: 'instant', at: instant(iso) } as const;
      return auctionWords(mapAnnouncement(time, 'Asia/Hong_Kong', 'XHKG', sessions), 'Hong Kong', formats);
    };
    expect(plain(said('2025-07-15T16:05:00+08:00'))).toBe(
      'The news came in Hong Kong’s closing auction of 15 July, while the closing price was still being formed: that close may hold a part of it.',
    );
    expect(said('2025-07-15T16:10:00+08:00')).toBeNull();
  });

  it('says where the day’s move holds trading from before the news, and only there', () => {
    expect(plain(beforeTheNews(mapping(nvidia, 'announcement', 'HSTECH'), 'Hong Kong', formats))).toBe(
      'Hong Kong’s move that day also holds trading from before the news: up to 48% of the session.',
    );
    expect(beforeTheNews(mapping(nvidia, 'announcement', 'IXIC'), 'New York', formats)).toBeNull();
  });
});
