import { describe, expect, it } from 'vitest';
import { confoundersOf } from '../../src/core/confounders.ts';
import { sessionDate } from '../../src/core/units.ts';
import { studySessions } from './study-closes.ts';
import { firstStudy } from './study-at-hand.ts';

const study = firstStudy();

function ids(exchange: 'XNAS' | 'XHKG', session: string): string[] {
  return confoundersOf(study, exchange, studySessions(exchange), sessionDate(session)).map(
    ({ confounder }) => confounder.id,
  );
}

describe('confounders of a session', () => {
  it('are those whose first session to react it is, in New York', () => {
    // China’s GDP at 02:00 UTC on 15 July is 22:00 on 14 July in New York: in the prices of the 15th.
    expect(ids('XNAS', '2025-07-15')).toEqual(['china-gdp', 'us-cpi', 'bank-earnings']);
  });

  it('are others in Hong Kong, which closes before New York’s morning', () => {
    // 12:30 UTC is 20:30 in Hong Kong: the inflation report is in the prices of the next session.
    expect(ids('XHKG', '2025-07-15')).toEqual(['china-gdp']);
    expect(ids('XHKG', '2025-07-16')).toContain('us-cpi');
  });

  it('are uncertain where they can be in two sessions', () => {
    const confounder = {
      id: 'dated',
      title: 'Something that day',
      detail: 'only its date is known',
      time: { kind: 'date' as const, date: sessionDate('2025-07-15') },
      zone: 'America/New_York',
    };
    const dated = { ...study, confounders: [confounder] };
    const sessions = studySessions('XNAS');
    for (const session of ['2025-07-15', '2025-07-16']) {
      expect(confoundersOf(dated, 'XNAS', sessions, sessionDate(session))).toEqual([{ confounder, certain: false }]);
    }
    expect(confoundersOf(dated, 'XNAS', sessions, sessionDate('2025-07-17'))).toEqual([]);
  });

  it('outside the data are none', () => {
    expect(confoundersOf(study, 'XNAS', [], sessionDate('2025-07-15'))).toEqual([]);
  });
});
