import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../src/core/claims/check-claims.ts';
import type { ClaimVerdict } from '../../../src/core/claims/claim-verdict.ts';
import type { PriceSeries } from '../../../src/core/series.ts';
import type { ClaimCheck, Study } from '../../../src/core/study.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { bundledSeries, firstStudy } from '../study-at-hand.ts';

const study = firstStudy();
const available = bundledSeries(study);

function check(one: ClaimCheck, series: ReadonlyMap<string, PriceSeries> = available, of: Study = study): ClaimVerdict {
  const [verdict] = checkClaims({ ...of, claims: [{ id: 'one', quote: 'a claim', check: one }] }, series);
  if (verdict === undefined) throw new Error('no verdict');
  return verdict;
}

/** The rows from one session on, that one with another close. */
function rowsWith(series: PriceSeries, first: string, close: number): PriceSeries {
  const cut = series.sessions.findIndex((session) => session === first);
  const closes = series.closes.slice(cut);
  return { ...series, sessions: series.sessions.slice(cut), closes: [close, ...closes.slice(1)] };
}

/** Day 0 of the central event is row 260 of the Nasdaq's closes: 15 July 2025. */
const NASDAQ_DAY_ZERO = available.get('IXIC')?.sessions.findIndex((session) => session === '2025-07-15') ?? -1;
const event = 'announcement';
const window = [0, 0] as const;

describe('the article’s claims', () => {
  const verdicts = new Map(checkClaims(study, available).map((verdict) => [verdict.claim.id, verdict]));

  it('that the Nasdaq reached another record high holds', () => {
    expect(verdicts.get('nasdaq-record')).toMatchObject({
      status: 'holds',
      partial: false,
      evidence: { record: { close: 20677.8, another: true, since: { kind: 'all-time' } } },
      place: { event: 'announcement', instrument: 'IXIC', session: '2025-07-15' },
    });
  });

  it('that Hong Kong’s technology shares saw a notable rally holds', () => {
    // ln(5,431.29 / 5,283.50) = 2.759 %, above one robust sigma of 1.93 %; 40 ≤ 237/5 = 47.4.
    expect(verdicts.get('hong-kong-rally')).toMatchObject({
      status: 'holds',
      evidence: {
        size: expect.closeTo(0.02759, 5),
        robustSigma: expect.closeTo(0.0193, 4),
        rank: { T: 237, atLeast: 40 },
      },
    });
  });

  it('that technology shares rose worldwide holds for the series at hand, and in part', () => {
    expect(verdicts.get('worldwide')).toMatchObject({ status: 'holds', partial: true });
  });

  it('that Nvidia is valued at over $4 trillion holds with the number of shares of its filing', () => {
    // 170.70 × 24.4 billion = 4.16508 trillion.
    expect(verdicts.get('valuation')).toMatchObject({
      status: 'holds',
      evidence: { kind: 'level', close: 170.7, value: expect.closeTo(4.16508e12, -3) },
    });
  });

  it('that Nvidia is valued at over $4 trillion cannot be checked without a number of shares', () => {
    const measure = 'market value in US dollars';
    const value = { kind: 'level', instrument: 'NVDA', event, relation: 'above', level: 4e12, measure } as const;
    expect(check(value)).toMatchObject({
      status: 'cannot-be-checked',
      evidence: null,
      because: { kind: 'factor-unknown', measure },
    });
  });
});

describe('a record claim', () => {
  it('does not hold after a higher close', () => {
    // 16 April 2025: 16,307.16, far below December's closes.
    const verdict = check({ kind: 'record-close', instrument: 'IXIC', event: 'restriction', another: false });
    expect(verdict).toMatchObject({ status: 'does-not-hold', place: { session: '2025-04-16' } });
  });

  it('cannot be checked where the highest close before the data is not known', () => {
    // The S&P 500 closed at 6,263.70 on 16 July 2025, below 6,280.46 on the 10th; Nvidia's 170.70 on the 15th was its highest.
    const verdict = check({ kind: 'record-close', instrument: 'NVDA', event, another: false });
    expect(verdict).toMatchObject({
      status: 'cannot-be-checked',
      because: { kind: 'before-data-unknown', first: '2024-07-01' },
    });
    expect(verdict.evidence).toMatchObject({ record: { highest: true } });
    expect(check({ kind: 'record-close', instrument: 'SPX', event: 'speech', another: false }).status).toBe(
      'does-not-hold',
    );
  });
});

describe('a record claim on closes that begin after those of the study', () => {
  const rows = available.get('IXIC');
  if (rows === undefined) throw new Error('no series');
  const from = (first: string) => {
    const cut = rows.sessions.findIndex((session) => session >= first);
    return new Map([['IXIC', { ...rows, sessions: rows.sessions.slice(cut), closes: rows.closes.slice(cut) }]]);
  };
  const record = { kind: 'record-close', instrument: 'IXIC', another: true } as const;

  it('cannot be checked, because of the closes between the two', () => {
    expect(check({ ...record, event }, from('2025-06-02'))).toMatchObject({
      status: 'cannot-be-checked',
      because: { kind: 'before-data-unknown', first: '2025-06-02' },
    });
    // The study's closes begin on Monday 1 July 2024: one session later is too late as well.
    expect(check({ ...record, event }, from('2024-07-02')).status).toBe('cannot-be-checked');
    expect(check({ ...record, event }, from('2024-07-01')).status).toBe('holds');
  });

  it('does not hold below the highest close before the study’s, whatever is between', () => {
    // 16 April 2025: 16,307.16, below the 17,862.23 of 18 June 2024, and the highest of the rows that are left.
    const verdict = check(
      { ...record, event: 'restriction' },
      new Map([['IXIC', rowsWith(rows, '2025-04-15', 16_000)]]),
    );
    expect(verdict).toMatchObject({ status: 'does-not-hold', evidence: { record: { since: { kind: 'all-time' } } } });
  });

  it('is not troubled by a holiday on the first day of the study', () => {
    // 1 July is a holiday in Hong Kong: its closes begin on the 2nd.
    const highestCloseBefore = { close: 11_001.78, session: sessionDate('2021-02-17'), source: 'a test' };
    const instruments = study.instruments.map((one) => (one.id === 'HSTECH' ? { ...one, highestCloseBefore } : one));
    const verdict = check({ ...record, instrument: 'HSTECH', event }, available, { ...study, instruments });
    expect(verdict).toMatchObject({ status: 'does-not-hold', evidence: { record: { since: { kind: 'all-time' } } } });
  });
});

describe('a claim of a notable move', () => {
  it('does not hold below one robust sigma', () => {
    // The Nasdaq's +0.18 % on 15 July.
    expect(check({ kind: 'notable-move', instrument: 'IXIC', event }).status).toBe('does-not-hold');
  });

  it('holds where exactly a fifth of ordinary days moved as much', () => {
    const rows = available.get('IXIC');
    if (rows === undefined) throw new Error('no series');
    const first = NASDAQ_DAY_ZERO - 71;
    const sessions = rows.sessions.slice(first, NASDAQ_DAY_ZERO + 6);
    const verdictWith = (large: number) => {
      let close = 1000;
      // 60 ordinary days of half a percent up and down, some of them of three percent, and a day 0 of two.
      const closes = sessions.map((_, row) => {
        const size = row > 0 && row <= large ? 0.03 : 0.005;
        return (close *= Math.exp(row === 71 ? 0.02 : row % 2 === 0 ? size : -size));
      });
      const alone = { ...study, events: study.events.filter(({ id }) => id === event) };
      const series = new Map([['IXIC', { ...rows, sessions, closes }]]);
      return check({ kind: 'notable-move', instrument: 'IXIC', event }, series, alone);
    };
    expect(verdictWith(12)).toMatchObject({ status: 'holds', evidence: { rank: { T: 60, atLeast: 12 } } });
    expect(verdictWith(13)).toMatchObject({ status: 'does-not-hold', evidence: { rank: { T: 60, atLeast: 13 } } });
  });

  it('cannot be checked on a short history', () => {
    const rows = available.get('IXIC');
    if (rows === undefined) throw new Error('no series');
    const cut = NASDAQ_DAY_ZERO - 50;
    const short = { ...rows, sessions: rows.sessions.slice(cut), closes: rows.closes.slice(cut) };
    const verdict = check({ kind: 'notable-move', instrument: 'IXIC', event }, new Map([['IXIC', short]]));
    // 50 rows before day 0 less the first and the ten before it: rows 1 to 39.
    expect(verdict).toMatchObject({ status: 'cannot-be-checked', because: { kind: 'no-ordinary-days', T: 39 } });
  });
});

describe('a claim of a notable move in one direction', () => {
  it('does not hold for a large move the other way', () => {
    // 15 July: Hang Seng TECH rose 2.80 %, one robust sigma being 1.93 %.
    expect(check({ kind: 'notable-move', instrument: 'HSTECH', event, sign: 'up' }).status).toBe('holds');
    expect(check({ kind: 'notable-move', instrument: 'HSTECH', event, sign: 'down' }).status).toBe('does-not-hold');
  });
});

describe('a claim of a notable move in a series that mostly stands still', () => {
  it('cannot be checked', () => {
    const rows = available.get('IXIC');
    if (rows === undefined) throw new Error('no series');
    // Two closes in turn, each for ten sessions: nine returns of ten are zero, so robust sigma is too.
    const closes = rows.closes.map((_, i) => (i % 20 < 10 ? 100 : 101));
    const verdict = check(
      { kind: 'notable-move', instrument: 'IXIC', event },
      new Map([['IXIC', { ...rows, closes }]]),
    );
    expect(verdict).toMatchObject({ status: 'cannot-be-checked', because: { kind: 'no-ordinary-days', T: 237 } });
  });
});

describe('a claim of a direction', () => {
  it('does not hold where one instrument went the other way', () => {
    const up: ClaimCheck = { kind: 'sign', instruments: ['IXIC', 'HSTECH'], event: 'speech', window, sign: 'up' };
    // 16 July: the Nasdaq +0.25 %, Hang Seng TECH −0.24 %.
    expect(check(up)).toMatchObject({ status: 'does-not-hold', place: { instrument: 'HSTECH' } });
    expect(check({ ...up, instruments: ['HSTECH'], sign: 'down' }).status).toBe('holds');
  });

  it('cannot be checked where a series is missing and the others agree', () => {
    const some = new Map([...available].filter(([id]) => id !== 'NVDA'));
    const up: ClaimCheck = { kind: 'sign', instruments: ['HSTECH', 'NVDA'], event, window, sign: 'up' };
    expect(check(up, some)).toMatchObject({ status: 'cannot-be-checked', because: { kind: 'no-session' } });
    expect(check({ ...up, sign: 'down' }, some).status).toBe('does-not-hold');
  });

  it('says how many sessions of its window are there', () => {
    const cut = bundledSeries(study, { IXIC: NASDAQ_DAY_ZERO + 2 });
    const up: ClaimCheck = { kind: 'sign', instruments: ['IXIC'], event, window: [0, 4], sign: 'up' };
    expect(check(up, cut)).toMatchObject({ because: { kind: 'window-incomplete', have: 2, L: 5 } });
  });

  it('holds in part where a move has the sign and an ordinary day’s size, or an index that is not named went the other way', () => {
    // On 15 July 203 of 237 ordinary days moved at least as much as the Nasdaq, 40 of 237 as Hang Seng TECH; the S&P 500
    // went from 6,268.56 to 6,243.76, −0.40 %.
    const up: ClaimCheck = { kind: 'sign', instruments: ['IXIC', 'HSTECH'], event, window, sign: 'up' };
    const { status, partial, evidence } = check(up);
    expect([status, partial]).toEqual(['holds', true]);
    if (evidence?.kind !== 'moves') throw new Error('no moves');
    expect(evidence.ordinary).toMatchObject([{ instrument: { id: 'IXIC' }, rank: { atLeast: 203, T: 237 } }]);
    expect(evidence.contrary.map(({ instrument }) => instrument.id)).toEqual(['SPX']);
    expect(evidence.contrary[0]?.move).toBeCloseTo(6243.76 / 6268.56 - 1, 12);
  });

  it('takes a window from the close before it to its last close', () => {
    // The Nasdaq from 14 July (20,640.33) to 16 July (20,730.49).
    const verdict = check({ kind: 'sign', instruments: ['IXIC'], event, window: [0, 1], sign: 'up' });
    if (verdict.evidence?.kind !== 'moves') throw new Error('no moves');
    expect(verdict.evidence.moves[0]?.move).toBeCloseTo(20730.49 / 20640.33 - 1, 12);
    expect(verdict.evidence.moves[0]).toMatchObject({ baseline: '2025-07-14', to: '2025-07-16' });
  });
});

describe('a claim of a comparison', () => {
  it('compares signed moves over the window', () => {
    // 15 July: +2.80 % against +0.18 %; 16 April: −3.72 % against −3.07 %.
    const more: ClaimCheck = { kind: 'comparison', instruments: ['HSTECH', 'IXIC'], event, window, relation: 'more' };
    expect(check(more).status).toBe('holds');
    expect(check({ ...more, relation: 'less' }).status).toBe('does-not-hold');
    expect(check({ ...more, event: 'restriction' }).status).toBe('does-not-hold');
  });
});

describe('a claim of a level', () => {
  const level: ClaimCheck = {
    kind: 'level',
    instrument: 'IXIC',
    event,
    relation: 'above',
    level: 20_000,
    measure: 'points',
  };

  it('compares the close in the instrument’s own unit', () => {
    expect(check(level)).toMatchObject({ status: 'holds', evidence: { value: 20677.8 } });
    expect(check({ ...level, level: 21_000 }).status).toBe('does-not-hold');
    expect(check({ ...level, relation: 'below', level: 21_000 }).status).toBe('holds');
  });

  it('multiplies the close with what the study gives', () => {
    // 170.70 × 10 = 1,707.
    const times = { value: 10, what: 'shares', source: 'a source' };
    const verdict = check({ ...level, instrument: 'NVDA', level: 1_700, measure: 'market value', times });
    expect(verdict.status).toBe('holds');
    expect(verdict.evidence).toMatchObject({ value: expect.closeTo(1707, 9) });
  });
});
