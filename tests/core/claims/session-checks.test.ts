import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../../src/core/claims/check-claims.ts';
import type { SessionCheck } from '../../../src/core/claims/session-checks.ts';
import { agreesWith, boundsOf } from '../../../src/core/claims/written-size.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { bundledRows } from '../gap/series-at-hand.ts';
import { bundledSeries, firstStudy } from '../study-at-hand.ts';

const study = firstStudy();
const series = bundledRows(study);
const day = sessionDate;

function verdictOn(check: SessionCheck, available: Parameters<typeof checkClaims>[1] = series) {
  const [verdict] = checkClaims({ ...study, claims: [{ id: 'one', quote: 'It moved', check }] }, available);
  if (verdict === undefined) throw new Error('there is no verdict');
  return verdict;
}

const onDayZero = { instrument: 'IXIC', event: 'announcement' } as const;
/** 16 April 2025: −3.07 %. */
const april = { instrument: 'IXIC', event: 'restriction' } as const;

describe('a written size', () => {
  it.each([
    ['exactly', '3.6', [3.55, 3.65]],
    ['exactly', '5', [4.5, 5.5]],
    ['exactly', '0.25', [0.245, 0.255]],
    ['about', '3', [2.5, 3.5]],
    ['about', '8.0', [7.2, 8.8]],
    ['almost', '5', [4.5, 5]],
    ['almost', '3.6', [3.42, 3.6]],
    ['more-than', '3', [3, null]],
    ['less-than', '2', [null, 2]],
  ] as const)('of %s %s %% is between %j', (hedge, percent, [least, most]) => {
    const [from, to] = boundsOf({ hedge, percent });
    if (least === null) expect(from).toBeNull();
    else expect(from).toBeCloseTo(least / 100, 10);
    if (most === null) expect(to).toBeNull();
    else expect(to).toBeCloseTo(most / 100, 10);
  });

  it('of more than three is no three, and of almost five no five and a bit', () => {
    expect(agreesWith(0.03, { hedge: 'more-than', percent: '3' })).toBe(false);
    expect(agreesWith(0.0301, { hedge: 'more-than', percent: '3' })).toBe(true);
    expect(agreesWith(0.0501, { hedge: 'almost', percent: '5' })).toBe(false);
    // The ends of what rounds to it belong to it, float noise aside.
    expect(agreesWith(0.0355, { hedge: 'exactly', percent: '3.6' })).toBe(true);
  });
});

describe('a claim on the size of a move', () => {
  it('holds where the close to close move rounds to what is written, in that direction', () => {
    // 15,763.14 → … 16,307.16 on 16 April 2025: −3.07 %.
    const fell = { kind: 'move', ...april, sign: 'down', hedge: 'exactly' } as const;
    expect(verdictOn({ ...fell, percent: '3.1' }).status).toBe('holds');
    expect(verdictOn({ ...fell, percent: '3.07' }).status).toBe('holds');
    expect(verdictOn({ ...fell, percent: '3.6' }).status).toBe('does-not-hold');
    expect(verdictOn({ ...fell, sign: 'up', percent: '3.1' }).status).toBe('does-not-hold');
    expect(verdictOn({ ...fell, hedge: 'more-than', percent: '3' }).status).toBe('holds');
    expect(verdictOn({ ...fell, hedge: 'almost', percent: '3' }).status).toBe('does-not-hold');
  });

  it('is about the session that it names, on the instrument that it names', () => {
    const rose = { kind: 'move', instrument: 'HSTECH', event: 'announcement', sign: 'up', hedge: 'exactly' } as const;
    expect(verdictOn({ ...rose, percent: '2.8' })).toMatchObject({ status: 'holds', place: { session: '2025-07-15' } });
    // 16 July: −0.24 %.
    const next = verdictOn({ ...rose, percent: '2.8', session: day('2025-07-16') });
    expect(next).toMatchObject({ status: 'does-not-hold', place: { session: '2025-07-16' } });
    expect(verdictOn({ ...rose, percent: '2.8', session: day('2025-07-19') }).because).toMatchObject({
      kind: 'session-absent',
      session: '2025-07-19',
    });
  });

  it('is never answered with an open or a high', () => {
    // The Nasdaq opened 0.88 % higher on 15 July 2025 and closed 0.18 % higher.
    const rose = { kind: 'move', ...onDayZero, sign: 'up', hedge: 'exactly' } as const;
    expect(verdictOn({ ...rose, percent: '0.9' }).status).toBe('does-not-hold');
    expect(verdictOn({ ...rose, percent: '0.2' }).status).toBe('holds');
  });

  it('that it was little changed holds up to a quarter of a percent', () => {
    expect(verdictOn({ kind: 'little-changed', ...onDayZero }).status).toBe('holds');
    expect(verdictOn({ kind: 'little-changed', ...april }).status).toBe('does-not-hold');
  });
});

describe('a claim on the worst day since', () => {
  const worst = { kind: 'extreme-since', of: 'move', sign: 'down', ...april } as const;

  it('holds where no session since then was as bad', () => {
    // 10 April 2025: −4.31 %, and nothing as bad until the 16th.
    const verdict = verdictOn({ ...worst, since: day('2025-04-10') });
    expect(verdict).toMatchObject({ status: 'holds', evidence: { last: { session: '2025-04-10' } } });
    expect(verdictOn({ ...worst, since: day('2025-04-09') }).status).toBe('does-not-hold');
  });

  it('does not hold of a day in the other direction', () => {
    expect(verdictOn({ ...worst, sign: 'up', since: day('2025-04-15') }).status).toBe('does-not-hold');
  });

  it('of a close counts closes', () => {
    const highest = { kind: 'extreme-since', of: 'close', sign: 'up', ...onDayZero } as const;
    expect(verdictOn({ ...highest, since: day('2024-12-31') }).status).toBe('holds');
    // HSTECH closed higher in March 2025, at 6,066.93 at most.
    expect(verdictOn({ ...highest, instrument: 'HSTECH', since: day('2025-01-31') }).status).toBe('does-not-hold');
  });

  it('cannot be checked where the data begin later, and nothing in them was as extreme', () => {
    const highest = { kind: 'extreme-since', of: 'close', sign: 'up', ...onDayZero, since: day('2023-12-31') } as const;
    expect(verdictOn(highest)).toMatchObject({
      status: 'cannot-be-checked',
      because: { kind: 'data-too-short', first: '2024-07-01' },
    });
    // A Friday before the first row of a Monday leaves nothing unknown.
    expect(verdictOn({ ...highest, since: day('2024-06-28') }).status).toBe('holds');
  });
});

describe('a claim on an open', () => {
  const higher = { kind: 'opened', ...onDayZero, relation: 'higher' } as const;

  it('is checked against the close before', () => {
    expect(verdictOn(higher)).toMatchObject({
      status: 'holds',
      evidence: { parts: { open: 20822.76, closeBefore: 20640.33 } },
    });
    expect(verdictOn({ ...higher, relation: 'lower' }).status).toBe('does-not-hold');
  });

  it('cannot be checked by closes', () => {
    expect(verdictOn(higher, bundledSeries(study))).toMatchObject({
      status: 'cannot-be-checked',
      because: { kind: 'no-open', because: 'no-opens' },
    });
    // The two publishers of the Nasdaq Composite have other closes for that day.
    expect(verdictOn({ ...higher, session: day('2024-10-22') }).because).toMatchObject({
      because: 'publishers-differ',
    });
  });
});

describe('a claim on the distance from a high', () => {
  it('of the session takes that session’s high', () => {
    // 20,677.80 / 20,836.04 − 1 = −0.76 %
    const off = { kind: 'off-high', ...onDayZero, high: 'session' } as const;
    expect(verdictOn(off)).toMatchObject({ status: 'holds', evidence: { drop: expect.closeTo(-0.0076, 4) } });
    expect(verdictOn({ ...off, percent: '0.8' }).status).toBe('holds');
    expect(verdictOn({ ...off, percent: '1.5' }).status).toBe('does-not-hold');
    expect(verdictOn(off, bundledSeries(study)).because).toMatchObject({ kind: 'no-high' });
  });

  it('of the closes takes the highest close up to it', () => {
    const off = { kind: 'off-high', ...onDayZero, high: 'close' } as const;
    // A record is off no high.
    expect(verdictOn(off).status).toBe('does-not-hold');
    // 16,307.16 on 16 April 2025 against 20,173.89 on 16 December 2024: −19.17 %.
    const fallen = verdictOn({ ...off, event: 'restriction', percent: '19' });
    expect(fallen).toMatchObject({
      status: 'holds',
      evidence: { highSession: '2024-12-16', drop: expect.closeTo(-0.1917, 4) },
    });
  });
});
