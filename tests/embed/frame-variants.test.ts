import { describe, expect, it } from 'vitest';
import { frameVariants, variantFor } from '../../src/embed/frame-variants.ts';
import { modelOf, nvidia } from '../chart/study-of.ts';

const chosen = (chart: 'overlay' | 'daily' | 'multiples', width: number, height: number): string | undefined =>
  variantFor(frameVariants(modelOf(nvidia, { chart })), width, height)?.key;

describe('of the drawings of a frame page', () => {
  it('a low wide place gets a low one, and one of the usual shape the tall one of its width', () => {
    expect(chosen('overlay', 264, 118)).toBe('xs-low');
    expect(chosen('overlay', 456, 222)).toBe('m-low');
    expect(chosen('overlay', 776, 325)).toBe('xl-low');
    expect(chosen('overlay', 256, 256)).toBe('xs');
    expect(chosen('overlay', 480, 374)).toBe('m');
    expect(chosen('overlay', 656, 380)).toBe('l');
  });

  it('a place as tall as the drawing of its width wants gets that one, at every width', () => {
    for (const chart of ['overlay', 'daily', 'multiples'] as const) {
      const variants = frameVariants(modelOf(nvidia, { chart }));
      const tall = variants.filter(({ isLow }) => !isLow);
      for (let width = 256; width <= 1300; width += 1) {
        const natural = tall.findLast(({ layout }) => layout.width <= width);
        const { width: w = 1, height: h = 1 } = natural?.layout ?? {};
        expect(variantFor(variants, width, (width * h) / w)?.key, `${chart} ${width}`).toBe(natural?.key);
      }
    }
  });

  it('a tall narrow place has the events of small multiples beside one another rather than a strip', () => {
    expect(chosen('multiples', 376, 350)).toBe('xs-mid-low');
    expect(chosen('multiples', 264, 118)).toBe('xs-low');
  });

  it('text is never smaller than 11 pixels where the place is at least as large as the smallest drawing', () => {
    for (const chart of ['overlay', 'daily', 'multiples'] as const) {
      const variants = frameVariants(modelOf(nvidia, { chart }));
      for (let width = 248; width <= 1300; width += 13) {
        for (let height = 112; height <= 700; height += 7) {
          const layout = variantFor(variants, width, height)?.layout;
          const scale = Math.min(width / (layout?.width ?? 1), height / (layout?.height ?? 1));
          // The smallest text of a low drawing is 12 units high, of a tall one 11.
          expect(
            scale * (layout?.panels[0]?.markers.some(({ kind }) => kind === 'confounder') ? 11 : 12),
          ).toBeGreaterThan(10.9);
        }
      }
    }
  });
});
