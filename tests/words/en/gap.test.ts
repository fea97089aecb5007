import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../src/chart/text/formats.ts';
import { moveShape } from '../../../src/core/gap/move-shape.ts';
import { movedWords } from '../../../src/words/en/gap.ts';

const formats = formatsFor('en');
const said = (gap: number, inSession: number): string =>
  movedWords('Nasdaq', (1 + gap) * (1 + inSession) - 1, moveShape({ gap, inSession }), { gap, inSession }, formats);

describe('how a day went on from its open', () => {
  // Moves are (1 + gap)(1 + session part) − 1: 1.0088 × 0.993 = 1.00174; 1.0027 × 1.0252 = 1.02797; 0.9823 ×
  // 0.9793 = 0.96197; 1.0089 × 0.9889 = 0.99770; 1.01 × 1.0002 = 1.01020; 1.0001 × 1.012 = 1.01210; 0.99 × 1.004 = 0.99396.
  it.each([
    [0.0088, -0.007, 'Nasdaq +0.17%: opened +0.88%, gave back 0.70%'],
    [0.0027, 0.0252, 'Nasdaq +2.80%: opened +0.27%, added +2.52%'],
    [-0.0177, -0.0207, 'Nasdaq −3.80%: opened −1.77%, fell another 2.07%'],
    [0.0089, -0.0111, 'Nasdaq −0.23%: opened +0.89%, turned and fell 1.11%'],
    [0.01, 0.0002, 'Nasdaq +1.02%: opened +1.00%, all of it at the open'],
    [0.0001, 0.012, 'Nasdaq +1.21%: opened little changed, all of it in the session'],
    [-0.01, 0.004, 'Nasdaq −0.60%: opened −1.00%, made up 0.40%'],
    [0, 0, 'Nasdaq 0.00%: opened and closed where it had closed'],
  ])('a gap of %d and a session of %d: %s', (gap, inSession, words) => {
    expect(said(gap, inSession)).toBe(words);
  });
});
