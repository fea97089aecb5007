import { describe, expect, it } from 'vitest';
import { defaultRequest } from '../../../src/chart/reaction/asked-statistics.ts';
import { reactionLead } from '../../../src/chart/sentences/reaction-lead.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { studyReactions } from '../../../src/core/reaction/study-reactions.ts';
import type { Study } from '../../../src/core/study.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';
import { shortHistory, withCloses } from '../reaction/reactions-at-hand.ts';

const study = firstStudy();
const available = bundledSeries(study);

function leadOf(event: string, of: Study = study, series = available): string | null {
  const reactions = studyReactions(of, series, of.defaultInstruments, defaultRequest);
  return reactionLead(
    reactions.filter((reaction) => reaction.event.id === event),
    formatsFor('en'),
  );
}

describe('the sentence under the headline', () => {
  // Counts of the method's table; detectable moves are (1.970 + 0.843)·σ·√(1 + 1/237) with σ 2.68% and 1.66%.
  it('says how many ordinary days moved as much, and that neither move was unusual', () => {
    expect(leadOf('announcement')).toBe(
      'Hang Seng TECH moved at least as much on 40 of 237 ordinary days before; the Nasdaq Composite on 203 of 237. ' +
        'Neither move was unusual; to stand out reliably, a move would have had to be about 7.6% for Hang Seng TECH and 4.7% for the Nasdaq Composite.',
    );
  });

  it('tells two verdicts apart', () => {
    expect(leadOf('restriction')).toBe(
      'Hang Seng TECH moved at least as much on 20 of 184 ordinary days before; the Nasdaq Composite on 6 of 188. ' +
        'The move was large for the Nasdaq Composite, but among this many looks not beyond chance; it was not unusual for Hang Seng TECH. ' +
        'To stand out reliably, a move would have had to be about 7.2% for Hang Seng TECH and 3.8% for the Nasdaq Composite.',
    );
  });

  it('speaks of the move where there is one market', () => {
    expect(leadOf('announcement', { ...study, defaultInstruments: ['HSTECH'] })).toBe(
      'Hang Seng TECH moved at least as much on 40 of 237 ordinary days before. ' +
        'The move was not unusual; to stand out reliably, a move would have had to be about 7.6%.',
    );
  });

  it('says that the size is over two sessions where only the date of the event is known', () => {
    const time = { kind: 'date', date: sessionDate('2025-07-15') } as const;
    const dated = { ...study, defaultInstruments: ['HSTECH'] };
    const events = study.events.map((event) => (event.id === 'announcement' ? { ...event, time } : event));
    // √(2 + 4/237) times 2.68% times (1.970 + 0.843) is 10.7%.
    expect(leadOf('announcement', { ...dated, events })).toContain(
      'The move was not unusual; to stand out reliably, a move would have had to be about 10.7% over two sessions.',
    );
  });

  it('calls a move unusual that no ordinary day comes near, without a detectable move', () => {
    const series = available.get('HSTECH');
    if (series === undefined) throw new Error('HSTECH');
    // One percent up and down in turn, and a tenth up on the day: none of 240 days moved as much, so p is 1/241.
    const jump = withCloses(series, (session, index) => (session >= '2025-07-15' ? 110 : index % 2 === 0 ? 100 : 101));
    const alone: Study = {
      ...study,
      defaultInstruments: ['HSTECH'],
      events: study.events.filter(({ id }) => id === 'announcement'),
    };
    expect(leadOf('announcement', alone, new Map([['HSTECH', jump]]))).toBe(
      'Hang Seng TECH moved at least as much on none of 240 ordinary days before. The move was unusual.',
    );
  });

  it('names the market that a verdict is on where the other has too short a history for one', () => {
    const hongKong = shortHistory(study, 52).get('HSTECH');
    if (hongKong === undefined) throw new Error('HSTECH');
    expect(leadOf('announcement', study, new Map([...available, ['HSTECH', hongKong]]))).toContain(
      'The move was not unusual for the Nasdaq Composite. ' +
        'To stand out reliably, a move would have had to be about 4.7% for the Nasdaq Composite.',
    );
  });

  it('gives no verdict with 30 to 59 ordinary days', () => {
    // 52 sessions before day 0: 51 have a return, of which the last ten are not in the estimation window.
    const said = leadOf('announcement', study, shortHistory(study, 52)) ?? '';
    expect(said).toMatch(
      /^Hang Seng TECH moved at least as much on \d+ of 41 ordinary days before; the Nasdaq Composite on \d+ of 41\.$/,
    );
  });

  it('is absent with too little history', () => {
    expect(leadOf('announcement', study, shortHistory(study, 30))).toBeNull();
  });
});
