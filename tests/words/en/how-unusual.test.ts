import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { type Ratio, sessionDate } from '../../../src/core/units.ts';
import { howUnusual, type StandingFacts } from '../../../src/words/en/how-unusual.ts';

type Row = readonly [name: string, atLeast: number, T: number, verdict: StandingFacts['verdict']];

const standing = ([name, atLeast, T, verdict]: Row): StandingFacts => ({
  name,
  atLeast,
  T,
  verdict,
  looks: 6,
  counted: null,
});
const said = (...rows: readonly Row[]): string | null => howUnusual(rows.map(standing), formatsFor('en'));

// 40 of 237 is 0.169, a sixth is 0.167; 203 of 237 and six sevenths are 0.857; 6 of 188 is one of 31.3.
describe('how unusual the moves were', () => {
  it('is counted in days, in one sentence for markets with one verdict', () => {
    expect(said(['Hang Seng TECH', 40, 237, 'ordinary'], ['the Nasdaq', 203, 237, 'ordinary'])).toBe(
      'Neither was unusual: Hang Seng TECH moves that much on one day in six, the Nasdaq on six in seven.',
    );
    expect(said(['Hang Seng TECH', 0, 240, 'unusual'], ['the Nasdaq', 2, 240, 'unusual'])).toBe(
      'Both were unusual: Hang Seng TECH moves that much on no day in 240, the Nasdaq on one in 120.',
    );
    expect(said(['Tokyo', 240, 240, 'ordinary'])).toBe('The move was not unusual: Tokyo moves that much on every day.');
    expect(said(['A', 96, 240, 'ordinary'], ['B', 120, 240, 'ordinary'], ['C', 240, 240, 'ordinary'])).toBe(
      'None of them was unusual: A moves that much on two days in five, B on one in two, C on every one.',
    );
  });

  it('puts the strongest verdict first and parts it from the others', () => {
    expect(said(['Hang Seng TECH', 40, 237, 'ordinary'], ['the Nasdaq', 1, 240, 'unusual'])).toBe(
      'One of the two was unusual: the Nasdaq moves that much on one day in 240, but Hang Seng TECH on one in six.',
    );
    expect(said(['the Nasdaq', 6, 188, 'large'], ['Hang Seng TECH', 20, 180, 'ordinary'])).toBe(
      'One of the two was large, but not beyond chance among six comparisons: the Nasdaq moves that much on one day in 31, but Hang Seng TECH on one in nine.',
    );
  });

  it('names the markets that it is on where another has too short a history for a verdict', () => {
    expect(said(['Hang Seng TECH', 7, 42, null], ['the Nasdaq', 203, 237, 'ordinary'])).toBe(
      'Not unusual for the Nasdaq: the Nasdaq moves that much on six days in seven, Hang Seng TECH on one in six.',
    );
  });

  it('is the count alone where none has a verdict, and nothing where none has a count', () => {
    expect(said(['the Nasdaq', 7, 42, null])).toBe('The Nasdaq moves that much on one day in six.');
    expect(said()).toBeNull();
  });

  it('names the day that was counted where the headline tells of two sessions', () => {
    const counted = { session: sessionDate('2025-07-15'), move: 0.028 as Ratio };
    const one: StandingFacts = { ...standing(['Hang Seng TECH', 40, 237, 'ordinary']), counted };
    expect(howUnusual([one], formatsFor('en'))).toBe(
      'The move was not unusual: Hang Seng TECH moves as much as on 15 July alone (+2.8%) on one day in six.',
    );
  });
});
