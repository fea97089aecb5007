import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { type Ratio, sessionDate } from '../../../src/core/units.ts';
import { type HeadlineFacts, headlineWords, moveWords, shortHeadlineWords } from '../../../src/words/en/headline.ts';

const formats = formatsFor('en');
const day = sessionDate('2025-07-15');

function facts(...moves: readonly (readonly [name: string, move: number])[]): HeadlineFacts {
  return {
    clause: 'it rained',
    shortClause: 'the rain',
    moves: moves.map(([name, move], index) => ({
      name,
      shortName: name,
      slot: index + 1,
      move: move as Ratio,
      session: day,
      sessions: 1,
      record: null,
    })),
    waiting: [],
  };
}

const long = (given: HeadlineFacts): string =>
  headlineWords(given, formats)
    .map(({ text }) => text)
    .join('');
const short = (given: HeadlineFacts): string =>
  shortHeadlineWords(given, formats)
    .map(({ text }) => text)
    .join('');

describe('a headline', () => {
  it.each([
    [facts(['the Nasdaq', -0.0307]), 'The Nasdaq fell 3.1% after it rained'],
    [facts(['the Nasdaq', 0.0004]), 'The Nasdaq was little changed after it rained'],
    [facts(['the Nasdaq', 0]), 'The Nasdaq was unchanged after it rained'],
    [
      facts(['Tokyo', -0.02], ['the Nasdaq', 0.01], ['Sydney', 0.0001]),
      'Tokyo fell 2.0% after it rained; the Nasdaq rose 1.0%; Sydney was little changed',
    ],
    [
      facts(['A', 0.04], ['B', 0.03], ['C', 0.02], ['D', 0.01], ['E', 0.01]),
      'A rose 4.0% after it rained; B rose 3.0%; C rose 2.0%; the other two moved no more than that',
    ],
    [facts(['Tokyo', 0.0004], ['the Nasdaq', -0.0001]), 'Tokyo and the Nasdaq were little changed after it rained'],
    [facts(['A', 0], ['B', 0], ['C', 0]), 'A, B and C were unchanged after it rained'],
  ])('%# reads as a sentence: %o', (given, words) => {
    expect(long(given)).toBe(words);
  });

  it('in short writes what did not move as a figure', () => {
    expect(short(facts(['Tokyo', -0.02], ['the Nasdaq', 0]))).toBe('Tokyo −2.0%, the Nasdaq 0.0% after the rain');
  });

  it('in short leaves the news out where a name alone leaves it no room, and ends a name that is longer still', () => {
    const name = 'An index of thirty large companies and two small';
    // 48 + 6 characters; with the news 69.
    expect(short(facts([name, 0.011]))).toBe(`${name} +1.1%`);
    const longer = short(facts([`${name}, each with a long history`, 0.011]));
    expect(longer).toHaveLength(60);
    expect(longer).toMatch(/^An index of .*…$/);
  });
});

describe('the verb of a move', () => {
  it.each([
    [0.02797, 'rose 2.8%'],
    [-0.0307, 'fell 3.1%'],
    [0.0004, 'was little changed'],
    [-0.0004, 'was little changed'],
    [0, 'was unchanged'],
  ])('of %f is “%s”', (move, words) => {
    expect(moveWords(move as Ratio, formats)).toBe(words);
  });
});
