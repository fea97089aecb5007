import { describe, expect, it } from 'vitest';
import { claimSentences } from '../../../src/chart/sentences/claims.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { checkClaims } from '../../../src/core/claims/check-claims.ts';
import type { SessionCheck } from '../../../src/core/claims/session-checks.ts';
import { sessionDate } from '../../../src/core/units.ts';
import { nvidia } from '../study-of.ts';

const formats = formatsFor('en');

function said(check: SessionCheck): string {
  const study = { ...nvidia.study, claims: [{ id: 'one', quote: 'It moved', check }] };
  const [verdict] = checkClaims(study, nvidia.available);
  if (verdict === undefined) throw new Error('there is no verdict');
  const { verdict: word, figures, rule } = claimSentences(verdict, study, formats);
  return `${word}. ${figures} ${rule}`.replaceAll('\u00a0', ' ');
}

const nasdaq = { instrument: 'IXIC', event: 'announcement' } as const;

describe('the words on a claim about one session', () => {
  it('give the move and the rule for its size', () => {
    expect(said({ kind: 'move', ...nasdaq, sign: 'up', percent: '0.2', hedge: 'exactly' })).toBe(
      'Holds. The Nasdaq Composite +0.18%, from the close of 14 July to that of 15 July 2025. Rule: from close to close up by what rounds to 0.2 %.',
    );
  });

  it('give the last session that was as extreme', () => {
    const check = {
      kind: 'extreme-since',
      instrument: 'IXIC',
      event: 'restriction',
      of: 'move',
      sign: 'down',
    } as const;
    expect(said({ ...check, since: sessionDate('2025-04-10') })).toBe(
      'Holds. The Nasdaq Composite moved −3.07% on 16 April 2025; the last session before it that went as far was 10 April 2025, with −4.31%. Rule: no session after 10 April 2025 and before it moved as far down.',
    );
  });

  it('give the open and the close before it, or why it is not known', () => {
    expect(said({ kind: 'opened', ...nasdaq, relation: 'higher' })).toBe(
      'Holds. The Nasdaq Composite opened at 20,822.76 on 15 July 2025, +0.88% from the close before it, 20,640.33. Rule: the open is higher than the close before it.',
    );
    expect(said({ kind: 'opened', instrument: 'HSI', event: 'announcement', relation: 'higher' })).toBe(
      'Cannot be checked. Where the Hang Seng Index opened on 15 July 2025 is not known: there are no opens. Rule: the open is higher than the close before it.',
    );
  });

  it('give the distance from a high', () => {
    expect(said({ kind: 'off-high', ...nasdaq, high: 'session' })).toBe(
      'Holds. The Nasdaq Composite closed at 20,677.80 on 15 July 2025, −0.76% from the session’s high, 20,836.04. Rule: the close is below the session’s high.',
    );
  });
});
