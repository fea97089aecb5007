import { describe, expect, it } from 'vitest';
import { noReactionSentence, offsetWords, pWords, reactionSentences } from '../../../src/chart/sentences/reaction.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { defaultParameters, secondOpinion } from '../../../src/core/reaction/parameters.ts';
import {
  type NoReaction,
  type Reaction,
  type ReactionRequest,
  studyReactions,
} from '../../../src/core/reaction/study-reactions.ts';
import type { PriceSeries } from '../../../src/core/series.ts';
import type { AnnouncementTime, Study } from '../../../src/core/study.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { bundledSeries, firstStudy } from '../../core/study-at-hand.ts';

const study = firstStudy();
const available = bundledSeries(study);
const formats = formatsFor('en');
/** A no-break space stands before the percent sign. */

function one(
  event: string,
  instrument: string,
  request: Partial<ReactionRequest> = {},
  of: Study = study,
  series = available,
): Reaction | NoReaction {
  const all = studyReactions(of, series, [instrument], { parameters: defaultParameters, ...request });
  const found = all.find((reaction) => reaction.event.id === event);
  if (found === undefined) throw new Error(`${event} is not in the study`);
  return found;
}

function said(...given: Parameters<typeof one>) {
  const reaction = one(...given);
  if (reaction.kind === 'no-reaction') throw new Error(reaction.sentence);
  return reactionSentences(reaction, given[3] ?? study, formats);
}

function withTime(time: AnnouncementTime): Study {
  return { ...study, events: study.events.map((event) => (event.id === 'announcement' ? { ...event, time } : event)) };
}

/** The first rows of every series, so that the announcement has fewer ordinary days; rows count from the first kept one. */
function shortened(id: string, keep: number): Map<string, PriceSeries> {
  const series = available.get(id);
  if (series === undefined) throw new Error(id);
  const dayZero = series.sessions.indexOf(sessionDate('2025-07-15'));
  const from = dayZero - keep;
  return new Map([[id, { ...series, sessions: series.sessions.slice(from), closes: series.closes.slice(from) }]]);
}

describe('what is said of the announcement', () => {
  const hongKong = said('announcement', 'HSTECH');
  const nasdaq = said('announcement', 'IXIC');

  it('begins with the move', () => {
    expect(hongKong.move).toBe('Hang Seng TECH rose 2.80% on 15 July 2025, to 5,431.29, from the close of 14 July.');
    expect(nasdaq.move).toBe(
      'The Nasdaq Composite rose 0.18% on 15 July 2025, to 20,677.80, from the close of 14 July.',
    );
  });

  it('counts ordinary days as a reader would', () => {
    expect(hongKong.rank).toBe('40 of 237 ordinary days moved at least this much (about 1 in 6).');
    expect(nasdaq.rank).toBe('203 of 237 ordinary days moved at least this much (about 6 in 7).');
  });

  it('calls it ordinary, with both p-values and the confounders beside them', () => {
    // 53/238 = 0.223; the second of six after the Nasdaq’s 7/189 and 18/185 … is 4 · 0.223 = 0.89.
    expect(hongKong.judgement).toBe(
      'Ordinary: p 0.22, 0.89 after Holm’s correction for 6 comparisons, one for each event and market. ' +
        'Also in that session: China’s second-quarter GDP. These figures cannot tell the event from it.',
    );
    expect(nasdaq.judgement).toContain(
      'US consumer prices for June; Large US banks report earnings. These figures cannot tell the event from them.',
    );
  });

  it('gives the smallest move that would have been found', () => {
    // (1.970 + 0.843) · 2.68% · √(1 + 1/237) = 7.55%.
    expect(hongKong.detectable).toBe(
      'Not unusual does not mean no effect: in a market that moves as this one does, only a move of about 7.6% can be told from chance.',
    );
  });

  it('names the shocks with their dates, and the crash that they belong to', () => {
    expect(nasdaq.shocks).toBe(
      'The estimation window contains shocks (3, 4 and 9 April 2025: the tariff crash of April 2025); ' +
        'sigma 1.66% against 1.04% robust.',
    );
    expect(hongKong.shocks).toContain('(8 October 2024; 7 April 2025: the tariff crash of April 2025)');
  });

  it('says which sessions were left out', () => {
    expect(nasdaq.leftOut).toBe(
      'Left out of the ordinary days, because another event falls there: 15, 16 and 17 April 2025.',
    );
    expect(said('announcement', 'IXIC', { keepOtherEvents: true }).leftOut).toBeNull();
  });

  it('labels the market model', () => {
    const second = said('announcement', 'HSTECH', { parameters: secondOpinion });
    expect(second.model).toBe(
      'Held against the Hang Seng Index: the benchmark itself holds the shares in the news, so part of the effect is removed.',
    );
    expect(second.detectable).toContain('beyond the benchmark’s');
    expect(hongKong.model).toBeNull();
  });

  it('never speaks of a cause, and has no stars', () => {
    for (const event of study.events) {
      for (const { id } of study.instruments) {
        for (const parameters of [defaultParameters, secondOpinion]) {
          const words = Object.values(said(event.id, id, { parameters })).join(' ');
          expect(words).not.toMatch(/\bcaus|because of|due to|led to|jump|soar|surge|plunge|\*/i);
          expect(words).not.toMatch(/NaN|undefined|null|Infinity/);
        }
      }
    }
  });
});

describe('what is said of the restriction', () => {
  it('is that it was large, but not beyond chance among six comparisons', () => {
    expect(said('restriction', 'IXIC').judgement).toBe(
      'Large, but among this many comparisons not beyond chance: p 0.037, 0.22 after Holm’s correction for 6 comparisons, one for each event and market.',
    );
  });

  it('warns of the short history', () => {
    expect(said('restriction', 'IXIC').history).toBe('Short history: 188 sessions; the smallest possible p is 1/189.');
  });
});

describe('what is said of a move that is written as nothing', () => {
  it('is that little changed', () => {
    const series = available.get('HSTECH');
    if (series === undefined) throw new Error('no series');
    const at = series.sessions.indexOf(sessionDate('2025-07-15'));
    const closes = series.closes.map((close, i) => (i === at ? 5283.6 : close));
    const words = said('announcement', 'HSTECH', {}, study, new Map([['HSTECH', { ...series, closes }]]));
    // 5,283.60 / 5,283.50 − 1 = 0.002%.
    expect(words.move).toBe(
      'Hang Seng TECH was little changed on 15 July 2025, to 5,283.60, from the close of 14 July.',
    );
  });
});

describe('what is said of an unusual move', () => {
  it('has no smallest detectable move', () => {
    const series = available.get('HSTECH');
    if (series === undefined) throw new Error('no series');
    const at = series.sessions.indexOf(sessionDate('2025-07-15'));
    const closes = series.closes.map((close, i) => (i >= at ? close * 1.3 : close));
    const words = said('announcement', 'HSTECH', {}, study, new Map([...available, ['HSTECH', { ...series, closes }]]));
    // None of 237 days was as large: p = 1/238, times 6 looks = 0.025.
    expect(words.rank).toBe('None of 237 ordinary days moved as much.');
    expect(words.judgement).toMatch(
      /^Unusual: p 0\.004, 0\.025 after Holm’s correction for 6 comparisons, one for each event and market\./,
    );
    expect(words.detectable).toBeNull();
  });
});

describe('what is said when data are short', () => {
  it('is a rank without a p from 30 to 59 sessions', () => {
    // 51 rows before day 0 less the first and ten: 40 ordinary days.
    const words = said('announcement', 'HSTECH', {}, study, shortened('HSTECH', 51));
    expect(words.judgement).toBeNull();
    expect(words.detectable).toBeNull();
    expect(words.history).toMatch(
      /^Rank \d+ of 41, its own day counted; sigma \d\.\d\d%\. Too short a history for a test: 40 sessions in the estimation window, 60 needed; the data have 51 before the event\.$/,
    );
  });

  it('is the move alone below 30', () => {
    const words = said('announcement', 'HSTECH', {}, study, shortened('HSTECH', 40));
    expect(words.rank).toBeNull();
    expect(words.history).toBe(
      'Not enough history to say how unusual this was: 29 sessions in the estimation window, 30 needed; the data have 40 before the event.',
    );
  });

  it('is that there is no spread to hold a move against', () => {
    const series = available.get('HSTECH');
    if (series === undefined) throw new Error('no series');
    const flat = { ...series, closes: series.closes.map(() => 5000) };
    const words = said('announcement', 'HSTECH', {}, study, new Map([['HSTECH', flat]]));
    expect(words.move).toBe('Hang Seng TECH stood still on 15 July 2025, to 5,000.00, from the close of 14 July.');
    expect(words.history).toBe('No statistics: there is no spread on the ordinary days to hold the move against.');
  });

  it('is that a benchmark without movement says nothing, and nothing about its shares', () => {
    const series = available.get('HSI');
    if (series === undefined) throw new Error('no series');
    const flat = { ...series, closes: series.closes.map(() => 20_000) };
    for (const model of ['market', 'adjusted'] as const) {
      const request = { parameters: { ...defaultParameters, model } };
      const words = said('announcement', 'HSTECH', request, study, new Map([...available, ['HSI', flat]]));
      expect(words.history).toBe(
        'No statistics: the benchmark did not move on the ordinary days, so that no move can be held against it.',
      );
      expect(words.model).toBeNull();
    }
  });

  it('never claims a model that so short a history does not bear', () => {
    const short = new Map([...available, ...shortened('HSTECH', 51)]);
    expect(said('announcement', 'HSTECH', { parameters: secondOpinion }, study, short).model).toBeNull();
    const shorter = new Map([...available, ...shortened('HSTECH', 40)]);
    expect(said('announcement', 'HSTECH', { parameters: secondOpinion }, study, shorter).model).toBeNull();
  });

  it('is that there is no benchmark, by its name in a sentence', () => {
    expect(said('announcement', 'SPX', { parameters: secondOpinion }).model).toBe(
      'There is no benchmark for the S&P 500: constant mean only.',
    );
  });

  it('is how many sessions of a window are there', () => {
    const dated = withTime({ kind: 'instant', at: instant('2025-12-30T12:00:00Z') });
    expect(said('announcement', 'IXIC', {}, dated).windows).toContain('Sessions [0, +4]: 2 of 5 sessions so far.');
  });

  it('is that no session has come yet', () => {
    const dated = withTime({ kind: 'instant', at: instant('2026-01-02T12:00:00Z') });
    const reaction = one('announcement', 'IXIC', {}, dated);
    if (reaction.kind !== 'no-reaction') throw new Error('measured');
    expect(noReactionSentence(reaction, formats)).toBe(
      'Nasdaq Composite: No session yet: the data for New York end with 31 December 2025.',
    );
  });
});

describe('what is said of an event of which only the date is known', () => {
  it('leads with two sessions and says why', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-07-15') });
    const words = said('announcement', 'IXIC', {}, dated);
    // 20,730.49 / 20,640.33 − 1 = 0.437%; the date begins in Shanghai while New York still trades on the 14th:
    // day 0 is 14 July, from 20,585.53 on the 11th to 20,677.80 on the 15th = 0.448%.
    expect(words.move).toBe(
      'The Nasdaq Composite rose 0.45% over two sessions, 14 July and 15 July 2025, to 20,677.80, from the close of 11 July.',
    );
    expect(words.windows).toBe(
      'The reaction can be in the session of 14 July or in the next one, because only the date of the event is known.',
    );
  });

  it('counts ordinary days against the first session alone, and gives the p and the size for both together', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-07-15') });
    const words = said('announcement', 'IXIC', {}, dated);
    // 20,640.33 / 20,585.53 − 1 = 0.266% on 14 July; counted apart from this code, 187 of 237 days moved as much, 79%.
    expect(words.rank).toBe('187 of 237 ordinary days moved at least as much as 14 July alone, +0.27% (about 4 in 5).');
    expect(words.judgement).toMatch(/^Ordinary: p \d\.\d+ for the two sessions together, /);
    expect(words.detectable).toContain(' over the two sessions can be told from chance.');
  });

  it('tells the two sessions’ move where the benchmark lacks rows far before them', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-07-15') });
    const series = available.get('SPX');
    if (series === undefined) throw new Error('no series');
    const kept = series.sessions.map((session) => session.slice(0, 7) !== '2025-03');
    const holed = {
      ...series,
      sessions: series.sessions.filter((_, i) => kept[i]),
      closes: series.closes.filter((_, i) => kept[i]),
    };
    const request = { parameters: secondOpinion };
    const words = said('announcement', 'IXIC', request, dated, new Map([...available, ['SPX', holed]]));
    expect(words.model).toContain('Held against the S&P 500');
    expect(words.move).toContain('rose 0.45% over two sessions, 14 July and 15 July 2025, to 20,677.80');
  });
});

describe('p-values and windows', () => {
  it('have as many decimals as they bear', () => {
    expect([0.8949, 0.2227, 0.4, 0.0973, 0.05, 0.037, 0.0004, 1].map((p) => pWords(p, formats))).toEqual([
      '0.89',
      '0.22',
      '0.40',
      '0.097',
      '0.050',
      '0.037',
      'below 0.001',
      '1',
    ]);
  });

  it('have signs', () => {
    expect(offsetWords([-5, 5])).toBe('[−5, +5]');
    expect(offsetWords([0, 1])).toBe('[0, +1]');
  });
});
