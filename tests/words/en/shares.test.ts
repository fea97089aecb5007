import { describe, expect, it } from 'vitest';
import { aboutOneIn, daysIn, shareInBrackets } from '../../../src/words/en/shares.ts';

describe('shares of days', () => {
  it.each([
    [40, 237, 'about 1 in 6'],
    [203, 237, 'about 6 in 7'],
    [190, 237, 'about 4 in 5'],
    [96, 237, 'about 2 in 5'],
    [6, 188, 'about 1 in 31'],
    [120, 240, '1 in 2'],
    [119, 240, 'about 1 in 2'],
    [236, 237, '236 in 237'],
    [0, 237, 'none of them'],
    [237, 237, 'all of them'],
  ])('%i of %i are %s', (count, of, words) => {
    expect(aboutOneIn(count, of)).toBe(words);
  });

  // A tenth is 1.1 percentage points from a ninth: near, but not what a reader who divides gets.
  it.each([
    [3, 30, '1 in 10'],
    [27, 30, '9 in 10'],
    [11, 110, '1 in 10'],
    [25, 240, 'about 1 in 10'],
    [3, 45, '1 in 15'],
  ])('%i of %i are the nearest part, %s', (count, of, words) => {
    expect(aboutOneIn(count, of)).toBe(words);
  });

  it('do not say a single day twice', () => {
    expect(shareInBrackets(1, 237)).toBe('');
    expect(shareInBrackets(40, 237)).toBe(' (about 1 in 6)');
  });

  // 0.169 is nearest to 1/6; 0.857 to 6/7; 0.405 to 2/5; 27 of 30 is nine tenths; 1 of 31.3.
  it.each([
    [40, 237, 'one day in six', 'one in six'],
    [203, 237, 'six days in seven', 'six in seven'],
    [96, 237, 'two days in five', 'two in five'],
    [27, 30, 'nine days in ten', 'nine in ten'],
    [6, 188, 'one day in 31', 'one in 31'],
    [0, 240, 'no day in 240', 'none in 240'],
    [240, 240, 'every day', 'every one'],
  ])('%i of %i stand in a sentence as “on %s”, and after another as “on %s”', (count, of, first, later) => {
    expect([daysIn(count, of), daysIn(count, of, true)]).toEqual([first, later]);
  });
});
