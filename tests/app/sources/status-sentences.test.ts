// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { statusSentences } from '../../../src/app/sources/status-sentences.ts';
import type { SeriesStatus } from '../../../src/app/state/dashboard-state.ts';
import { study } from '../../data/first-study.ts';

const list = (names: readonly string[]): string => names.join(' and ');
const failed = (instrument: string, failure: string, instead: string | null): SeriesStatus => ({
  instrument,
  state: instead === null ? 'failed' : 'fallback',
  failure,
  instead,
});

describe('the sentences about figures that could not be had', () => {
  it('say a reason once that holds for all', () => {
    const statuses = ['IXIC', 'HSTECH'].map((id) => failed(id, 'It asks for fewer requests.', 'B is shown instead.'));
    expect(statusSentences(study, statuses, list)).toEqual(['It asks for fewer requests. B is shown instead.']);
  });

  it('name the instruments of a reason that holds for some', () => {
    const statuses: SeriesStatus[] = [
      { instrument: 'HSI', state: 'ready', failure: null, instead: null },
      failed('IXIC', 'It was dropped.', null),
      failed('NVDA', 'It was dropped.', null),
    ];
    expect(statusSentences(study, statuses, list)).toEqual(['Nasdaq Composite and Nvidia: It was dropped.']);
  });

  it('keep apart what is shown in place of the same failure', () => {
    const statuses = [
      failed('IXIC', 'It was dropped.', 'B is shown.'),
      failed('HSTECH', 'It was dropped.', 'C is shown.'),
    ];
    expect(statusSentences(study, statuses, list)).toEqual([
      'Nasdaq Composite: It was dropped. B is shown.',
      'Hang Seng TECH: It was dropped. C is shown.',
    ]);
  });

  it('are none where nothing failed', () => {
    expect(
      statusSentences(study, [{ instrument: 'IXIC', state: 'ready', failure: null, instead: null }], list),
    ).toEqual([]);
  });
});
