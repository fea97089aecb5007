import { describe, expect, it } from 'vitest';
import { headline, moveWords } from '../../../src/chart/sentences/headline.ts';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import type { Ratio } from '../../../src/core/units.ts';
import { nvidia, type StudyWithCloses, withCloses } from '../study-of.ts';

const formats = formatsFor('en');

function sentence({ study, available }: StudyWithCloses): string {
  return headline(study, available, formats)
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
}

describe('the headline', () => {
  it('says what both markets did in the first session that could react, the larger move first', () => {
    expect(sentence(nvidia)).toBe(
      'In the first session that could react, 15 July, Hang Seng TECH rose 2.8%; the Nasdaq Composite rose 0.2%, to a record close.',
    );
  });

  it('colours names, but not the article before them', () => {
    const coloured = headline(nvidia.study, nvidia.available, formats).filter(({ slot }) => slot !== null);
    expect(coloured).toEqual([
      { text: 'Hang Seng TECH', slot: 2 },
      { text: 'Nasdaq Composite', slot: 1 },
    ]);
  });

  it('says “the highest close since” the first session where no earlier record is given', () => {
    const instruments = nvidia.study.instruments.map((instrument) => {
      const { highestCloseBefore, ...without } = instrument;
      return highestCloseBefore === undefined ? instrument : without;
    });
    expect(sentence({ ...nvidia, study: { ...nvidia.study, instruments } })).toContain(
      'the Nasdaq Composite rose 0.2%, to the highest close since 1 July 2024.',
    );
  });

  it('says nothing of a record where a close before the data was higher', () => {
    const instruments = nvidia.study.instruments.map((instrument) =>
      instrument.highestCloseBefore === undefined
        ? instrument
        : { ...instrument, highestCloseBefore: { ...instrument.highestCloseBefore, close: 30_000 } },
    );
    expect(sentence({ ...nvidia, study: { ...nvidia.study, instruments } })).not.toMatch(/record|highest/);
  });

  it('names the session of each market where they differ', () => {
    const later = withCloses(nvidia, 'HSTECH', [
      ['2025-07-14', 5000],
      ['2025-07-16', 4900],
    ]);
    expect(sentence(later)).toBe(
      'In the first sessions that could react, Hang Seng TECH fell 2.0% on 16 July; the Nasdaq Composite rose 0.2% on 15 July, to a record close.',
    );
  });

  it('says that nothing has reacted yet where no session has', () => {
    const { study } = nvidia;
    expect(sentence({ study, available: new Map() })).toBe('No session has reacted to the news yet.');
  });
});

describe('the verb of a move', () => {
  it.each([
    [0.02797, 'rose 2.8%'],
    [-0.0307, 'fell 3.1%'],
    [0.0004, 'was little changed'],
    [-0.0004, 'was little changed'],
  ])('of %f is “%s”', (move, words) => {
    expect(moveWords(move as Ratio, formats).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
