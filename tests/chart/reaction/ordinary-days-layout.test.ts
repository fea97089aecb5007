import { describe, expect, it } from 'vitest';
import { blockAt, ordinaryDaysLayout, shareOf } from '../../../src/chart/reaction/ordinary-days-layout.ts';
import { firstStudy } from '../../core/study-at-hand.ts';
import { reactionOf, shortHistory } from './reactions-at-hand.ts';

function layoutOf(event: string, instrument: string) {
  const layout = ordinaryDaysLayout(reactionOf(event, instrument).analysis);
  if (layout === null) throw new Error('no ordinary days');
  return layout;
}

describe('the distribution of ordinary days', () => {
  // Counts of the method's own table (section 6), raw moves.
  it.each([
    ['announcement', 'HSTECH', 237, 40],
    ['announcement', 'IXIC', 237, 203],
    ['announcement', 'NVDA', 237, 50],
    ['restriction', 'IXIC', 188, 6],
    ['restriction', 'HSTECH', 184, 20],
    ['speech', 'IXIC', 237, 190],
    ['speech', 'HSTECH', 237, 211],
  ])('of %s on %s has %i blocks, of which %i moved as much', (event, instrument, T, atLeast) => {
    const { blocks, columns } = layoutOf(event, instrument);
    expect(blocks).toHaveLength(T);
    expect(blocks.filter((block) => block.atLeast)).toHaveLength(atLeast);
    expect(columns.reduce((sum, column) => sum + column.atLeast, 0)).toBe(atLeast);
    expect(columns.reduce((sum, column) => sum + column.less + column.atLeast, 0)).toBe(T);
  });

  it('gives every block a place of its own', () => {
    const { blocks, tallest } = layoutOf('announcement', 'HSTECH');
    expect(new Set(blocks.map(({ column, level }) => `${column} ${level}`)).size).toBe(blocks.length);
    expect(Math.max(...blocks.map(({ level }) => level))).toBe(tallest - 1);
  });

  it('has the largest fall first: Hong Kong on 7 April 2025', () => {
    const [first] = layoutOf('announcement', 'HSTECH').blocks;
    expect(first?.session).toBe('2025-04-07');
    // 4,401.51 after 5,313.26: the closes of 7 and 3 April 2025, Hong Kong being closed on the 4th.
    expect(first?.move).toBeCloseTo(4401.51 / 5313.26 - 1, 12);
  });

  it('has zero in its middle, and reaches beyond every move', () => {
    const { reach, blocks, ticks } = layoutOf('announcement', 'IXIC');
    expect(shareOf(0, reach)).toBe(0.5);
    for (const { move } of blocks) expect(Math.abs(move)).toBeLessThan(reach);
    expect(ticks).toContain(0);
  });

  it('answers the block under a pointer, and the nearest one beside the stacks', () => {
    const layout = layoutOf('announcement', 'HSTECH');
    for (const [index, { column, level }] of layout.blocks.entries()) {
      expect(blockAt(layout, (column + 0.5) / layout.columns.length, level)).toBe(index);
    }
    expect(layout.blocks[blockAt(layout, 0, 50)]?.session).toBe('2025-04-07');
  });

  it('is absent where there is no ordinary day', () => {
    const study = firstStudy();
    const { analysis } = reactionOf('announcement', 'HSTECH', undefined, study, shortHistory(study, 3));
    expect(ordinaryDaysLayout(analysis)).toBeNull();
  });
});
