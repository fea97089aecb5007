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
  it('counts the days that moved as much, and says that neither move was unusual', () => {
    expect(leadOf('announcement')).toBe(
      'Neither was unusual: Hang Seng TECH moves that much on one day in six, the Nasdaq on six in seven.',
    );
  });

  // 6 of 188 ordinary days for the Nasdaq (one of 31.3), 20 of 184 for Hang Seng TECH (one of 9.2).
  it('tells two verdicts apart', () => {
    expect(leadOf('restriction')).toBe(
      'One of the two was large, but not beyond chance among six comparisons: the Nasdaq moves that much on one day in 31, but Hang Seng TECH on one in nine.',
    );
  });

  it('gives the index’s own name where the headline has one that is no shortening of it', () => {
    const instruments = study.instruments.map((one) =>
      one.id === 'IXIC' ? { ...one, headlineName: 'New York' } : one,
    );
    expect(leadOf('announcement', { ...study, instruments })).toContain('the Nasdaq Composite on six in seven');
  });

  it('says which day it counts where only the date of the event is known', () => {
    const time = { kind: 'date', date: sessionDate('2025-07-15') } as const;
    const dated = { ...study, defaultInstruments: ['HSTECH'] };
    const events = study.events.map((event) => (event.id === 'announcement' ? { ...event, time } : event));
    expect(leadOf('announcement', { ...dated, events })).toBe(
      'The move was not unusual: Hang Seng TECH moves as much as on 15 July alone (+2.8%) on one day in six.',
    );
  });

  it('calls a move unusual that no ordinary day comes near', () => {
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
      'The move was unusual: Hang Seng TECH moves that much on no day in 240.',
    );
  });

  it('names the market that a verdict is on where the other has too short a history for one', () => {
    const hongKong = shortHistory(study, 52).get('HSTECH');
    if (hongKong === undefined) throw new Error('HSTECH');
    expect(leadOf('announcement', study, new Map([...available, ['HSTECH', hongKong]]))).toMatch(
      /^Not unusual for the Nasdaq: /,
    );
  });

  it('gives no verdict with 30 to 59 ordinary days', () => {
    // 52 sessions before day 0: 51 have a return, of which the last ten are not in the estimation window.
    const lead = leadOf('announcement', study, shortHistory(study, 52)) ?? '';
    expect(lead).toMatch(/^Hang Seng TECH moves that much on .+, the Nasdaq on .+\.$/);
    expect(lead).not.toContain('nusual');
  });

  it('is absent with too little history', () => {
    expect(leadOf('announcement', study, shortHistory(study, 30))).toBeNull();
  });
});
