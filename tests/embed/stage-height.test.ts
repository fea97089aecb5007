import { describe, expect, it } from 'vitest';
import { panelsIn } from '../../src/embed/natural-height.ts';
import { stageHeight } from '../../src/embed/stage-height.ts';

const single = { arrangement: 'single', count: 1 } as const;
const three = { arrangement: 'multiple', count: 3 } as const;

describe('the height that a chart wants', () => {
  it('grows with its width, between bounds', () => {
    // 640 · 0.42 + 96 = 364.8; 280 · 0.42 + 96 = 213.6, less than the least; 2000 · 0.42 + 96 = 936, more than the most.
    expect([640, 280, 2000].map((width) => stageHeight(single, width))).toEqual([365, 270, 500]);
  });

  it('has room for every panel of those above one another', () => {
    expect(stageHeight({ arrangement: 'stacked', count: 5 }, 640)).toBe(96 + 5 * 130);
    expect(stageHeight({ arrangement: 'stacked', count: 1 }, 640)).toBe(365);
  });

  it('is one row of panels that have room beside one another, and more than its width where they have not', () => {
    // Three panels of 180 with gaps of 10 need 560 px; a place that is higher than wide has them above one another.
    expect(stageHeight(three, 560)).toBe(300);
    expect(stageHeight(three, 300)).toBe(3 * 210);
    for (let width = 80; width < 560; width += 1) expect(stageHeight(three, width)).toBeGreaterThan(width);
    expect(stageHeight({ arrangement: 'multiple', count: 8 }, 800)).toBe(2 * 300);
  });
});

describe('how the panels of a page stand', () => {
  it.each(['single', 'stacked', 'multiple'] as const)('is read from it: %s', (arrangement) => {
    document.body.innerHTML = `<div class="mr-panels is-${arrangement}"><div></div><div></div></div>`;
    expect(panelsIn(document)).toEqual({ arrangement, count: 2 });
  });

  it('is one panel where there is no chart yet', () => {
    document.body.innerHTML = '';
    expect(panelsIn(document)).toEqual({ arrangement: 'single', count: 1 });
  });
});
