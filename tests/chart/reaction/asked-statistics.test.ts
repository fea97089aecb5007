import { describe, expect, it } from 'vitest';
import {
  askedStatistics,
  defaultStatistics,
  sameStatistics,
  secondOpinionStatistics,
} from '../../../src/chart/reaction/asked-statistics.ts';
import { rarity } from '../../../src/chart/reaction/rarity.ts';
import { defaultParameters, secondOpinion } from '../../../src/core/reaction/parameters.ts';
import { firstStudy } from '../../core/study-at-hand.ts';
import { reactionOf, shortHistory } from './reactions-at-hand.ts';

const study = firstStudy();
const standard = defaultStatistics(study);

describe('what a view asks of the statistics', () => {
  it('is the default where nothing was chosen', () => {
    expect(askedStatistics(standard)).toEqual({ kind: 'request', request: { parameters: defaultParameters } });
  });

  it('is the method’s second opinion one choice away', () => {
    const chosen = secondOpinionStatistics(study);
    expect(askedStatistics(chosen)).toEqual({ kind: 'request', request: { parameters: secondOpinion } });
    expect(sameStatistics(chosen, standard)).toBe(false);
  });

  it('adds a window of the reader’s to those that are always summed', () => {
    const asked = askedStatistics({ ...standard, window: [2, 9] });
    expect(asked.kind === 'request' ? asked.request.parameters.windows.at(-1) : null).toEqual([2, 9]);
  });

  it('is a sentence where the windows overlap', () => {
    expect(askedStatistics({ ...standard, estimation: [-60, -3] })).toEqual({
      kind: 'problem',
      sentence: 'The estimation window -60..-3 overlaps the event window -5..5; end it before session -5.',
    });
  });
});

describe('rarity', () => {
  it('is higher the fewer ordinary days moved as much', () => {
    // ln(41/238) / ln(1/238) and ln(204/238) / ln(1/238), by hand.
    expect(rarity(reactionOf('announcement', 'HSTECH'))).toBeCloseTo(0.3213, 3);
    expect(rarity(reactionOf('announcement', 'IXIC'))).toBeCloseTo(0.0282, 3);
  });

  it('is unknown with too little history', () => {
    expect(rarity(reactionOf('announcement', 'HSTECH', undefined, study, shortHistory(study, 30)))).toBeNull();
  });
});
