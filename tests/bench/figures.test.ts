import { describe, expect, it } from 'vitest';
import { comparison, median, quantile } from './figures.ts';

describe('the figures of the benchmark', () => {
  it('are medians and quantiles by the nearest rank', () => {
    expect(median([5, 1, 3])).toBe(3);
    // Of 1 … 20 the 95th hundredth is the 20th.
    expect(
      quantile(
        Array.from({ length: 20 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(20);
    expect(median([])).toBeNaN();
  });

  it('hold ours against the other of the same round', () => {
    // Ratios 0.5, 1, 2 with the median 1; the medians themselves, 4 and 2, would give 2.
    const row = comparison('a', [1, 4, 4], [2, 4, 2], 'uPlot', 1);
    expect(row.value).toContain('1.00 ×');
    expect(row.met).toBe(true);
  });

  it('miss a limit that they are above, and never one that is not set', () => {
    expect(comparison('a', [2, 2], [1, 1], 'uPlot', 1.5)).toMatchObject({ limit: '1.5 ×', met: false });
    expect(comparison('a', [2, 2], [1, 1], 'uPlot', null)).toMatchObject({ limit: '', met: true });
  });
});
