import { describe, expect, it } from 'vitest';
import { aboutOneIn, shareInBrackets } from '../../../src/chart/sentences/share-words.ts';

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
});
