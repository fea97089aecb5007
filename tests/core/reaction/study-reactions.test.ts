import { describe, expect, it } from 'vitest';
import { defaultParameters, secondOpinion } from '../../../src/core/reaction/parameters.ts';
import { type NoReaction, type Reaction, studyReactions } from '../../../src/core/reaction/study-reactions.ts';
import type { PriceSeries } from '../../../src/core/series.ts';
import type { AnnouncementTime, Study } from '../../../src/core/study.ts';
import { instant, sessionDate } from '../../../src/core/units.ts';
import { bundledSeries, firstStudy } from '../study-at-hand.ts';

const study = firstStudy();
const available = bundledSeries(study);
const request = { parameters: defaultParameters };

/** The study with its central event at another time. */
function withTime(time: AnnouncementTime): Study {
  return { ...study, events: study.events.map((event) => (event.id === study.centre ? { ...event, time } : event)) };
}

function centre(all: readonly (Reaction | NoReaction)[]): Reaction | NoReaction {
  const found = all.find(({ event }) => event.id === study.centre);
  if (found === undefined) throw new Error('the study has no central event');
  return found;
}

function measured(one: Reaction | NoReaction): Reaction {
  if (one.kind !== 'reaction') throw new Error(one.sentence);
  return one;
}

/**
 * The study's central event alone, on closes of ours before the Nasdaq's day 0: `days` ordinary days that move by
 * half a percent up and down, `large` of them by three percent, and a day 0 that rises by two.
 */
function made(days: number, large: number): { of: Study; series: PriceSeries } {
  const rows = available.get('IXIC');
  if (rows === undefined) throw new Error('no series');
  const dayZero = rows.sessions.indexOf(sessionDate('2025-07-15'));
  const first = dayZero - 11 - days;
  let close = 1000;
  const closes = rows.sessions.slice(first, dayZero + 6).map((_, row) => {
    const up = row % 2 === 0 ? 1 : -1;
    const step = row === dayZero - first ? 0.02 : up * (row > 0 && row <= large ? 0.03 : 0.005);
    return (close *= Math.exp(step));
  });
  const of = { ...study, events: study.events.filter(({ id }) => id === study.centre), defaultInstruments: ['IXIC'] };
  return { of, series: { ...rows, sessions: rows.sessions.slice(first, dayZero + 6), closes } };
}

describe('the word for a reaction', () => {
  it('is unusual where the corrected p is 0.05, not only below', () => {
    // 4 of 99 days moved by more: 5/100.
    const { of, series } = made(99, 4);
    const one = measured(centre(studyReactions(of, new Map([['IXIC', series]]), ['IXIC'], request)));
    expect(one).toMatchObject({ p: 0.05, holmP: 0.05, looks: 1, verdict: 'unusual' });
    const next = made(99, 6);
    const more = measured(centre(studyReactions(next.of, new Map([['IXIC', next.series]]), ['IXIC'], request)));
    expect(more).toMatchObject({ p: 0.07, verdict: 'ordinary' });
  });

  it('is large where only the raw p is 0.05', () => {
    // A second look with a greater p: Holm takes 2 · 0.05.
    const { of, series } = made(99, 4);
    const two = { ...of, defaultInstruments: ['IXIC', 'NVDA'] };
    const all = new Map([...available, ['IXIC', series]]);
    const one = measured(centre(studyReactions(two, all, ['IXIC'], request)));
    expect(one).toMatchObject({ p: 0.05, holmP: 0.1, looks: 2, verdict: 'large' });
  });
});

describe('the reactions of a study', () => {
  it('come in the order of its events, and of the instruments that are asked for', () => {
    const all = studyReactions(study, available, ['HSTECH', 'IXIC'], request);
    expect(all.map(({ event, instrument }) => `${event.id} ${instrument.id}`)).toEqual([
      'restriction HSTECH',
      'restriction IXIC',
      'announcement HSTECH',
      'announcement IXIC',
      'speech HSTECH',
      'speech IXIC',
    ]);
  });

  it('are corrected for the default instruments, whatever is on display', () => {
    const alone = measured(centre(studyReactions(study, available, ['HSTECH'], request)));
    const among = studyReactions(study, available, ['HSTECH', 'NVDA', 'SPX', 'HSI'], request);
    expect(alone.looks).toBe(6);
    expect(measured(centre(among)).holmP).toBe(alone.holmP);
  });

  it('use each instrument’s own benchmark under the market model', () => {
    const all = studyReactions(study, available, ['IXIC', 'HSTECH', 'SPX'], { parameters: secondOpinion });
    const used = all.map((one) => [one.instrument.id, measured(one).benchmark?.id ?? null, measured(one).fallback]);
    expect(used.slice(0, 3)).toEqual([
      ['IXIC', 'SPX', null],
      ['HSTECH', 'HSI', null],
      ['SPX', null, 'no-benchmark'],
    ]);
  });

  it('use the benchmark that a reader picks', () => {
    const one = measured(
      centre(studyReactions(study, available, ['NVDA'], { parameters: secondOpinion, benchmark: 'IXIC' })),
    );
    expect(one).toMatchObject({ model: 'market', benchmark: { id: 'IXIC' } });
  });

  it('lead with two sessions where only the date is known', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-07-15') });
    const one = measured(centre(studyReactions(dated, available, ['HSTECH'], request)));
    expect(one.lead).toEqual([0, 1]);
    const window = one.analysis.kind === 'measured' ? one.analysis.windows.find(({ L }) => L === 2) : undefined;
    expect(window?.kind === 'complete' ? window.rolling.two : null).toBe(one.p);
  });

  it('name the confounders of both sessions that lead', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-07-15') });
    // The date begins in Shanghai while New York trades on the 14th: the sessions are 14 and 15 July.
    const one = measured(centre(studyReactions(dated, available, ['IXIC'], request)));
    expect(one.mapping.dayZero).toBe('2025-07-14');
    expect(one.confounders.map(({ confounder }) => confounder.id)).toEqual(['china-gdp', 'us-cpi', 'bank-earnings']);
  });

  it('add the leading window where the reader’s windows lack it', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-07-15') });
    const parameters = { ...defaultParameters, windows: [[0, 0]] as const };
    expect(measured(centre(studyReactions(dated, available, ['HSTECH'], { parameters }))).p).not.toBeNull();
  });

  it('have no p for two sessions of which the second is not there yet', () => {
    const dated = withTime({ kind: 'date', date: sessionDate('2025-12-31') });
    const one = measured(centre(studyReactions(dated, available, ['HSTECH'], request)));
    expect(one).toMatchObject({ p: null, holmP: null, verdict: null, mapping: { dayZero: '2025-12-31' } });
  });

  it('keep out sessions that are asked for besides those of other events', () => {
    const leaveOut = [sessionDate('2025-04-09'), sessionDate('2025-04-12')];
    const one = measured(centre(studyReactions(study, available, ['IXIC'], { ...request, leaveOut })));
    // 240 − 3 around the restriction − 9 April; 12 April was a Saturday.
    expect(one.analysis.rows).toHaveLength(236);
  });

  it('say why an event cannot be measured', () => {
    const cases: [AnnouncementTime, string, string][] = [
      [
        { kind: 'instant', at: instant('2026-02-02T10:00:00Z') },
        'after-data',
        'No session yet: the data for New York end with 2025-12-31.',
      ],
      [
        { kind: 'instant', at: instant('2024-02-02T10:00:00Z') },
        'before-data',
        'The event is before the data: they begin for New York with 2024-07-01.',
      ],
      [
        { kind: 'instant', at: instant('2024-07-01T15:00:00Z') },
        'no-baseline',
        'The data begin with 2024-07-01: there is no close before it to measure from.',
      ],
    ];
    for (const [time, because, sentence] of cases) {
      expect(centre(studyReactions(withTime(time), available, ['IXIC'], request))).toMatchObject({
        kind: 'no-reaction',
        because,
        sentence,
      });
    }
  });

  it('say that a series is missing, and judge the others without it', () => {
    const some = new Map([...available].filter(([id]) => id !== 'HSTECH'));
    const all = studyReactions(study, some, ['IXIC', 'HSTECH'], request);
    expect(all.find(({ instrument }) => instrument.id === 'HSTECH')).toMatchObject({
      kind: 'no-reaction',
      because: 'no-series',
      sentence: 'There are no closes of Hang Seng TECH.',
    });
    expect(measured(centre(all)).looks).toBe(3);
  });

  it('have no verdict where the history is too short for a test', () => {
    // Rows up to the first ten of July 2024 and 45 after: day 0 on row 56 has 45 ordinary days before day −11.
    const sessions = available.get('IXIC')?.sessions ?? [];
    const early = withTime({ kind: 'date', date: sessions[56] ?? sessionDate('2024-09-19') });
    const one = measured(centre(studyReactions(early, available, ['IXIC'], request)));
    expect(one.analysis.kind).toBe('ranked');
    expect(one).toMatchObject({ p: null, verdict: null });
  });
});
