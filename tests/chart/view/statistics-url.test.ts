import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOffsets, readUrl, writeUrl } from '../../../src/chart/view/url.ts';
import { defaultView, MODELS, RETURNS, type View } from '../../../src/chart/view/view.ts';
import { firstStudy } from '../../core/study-at-hand.ts';

const study = firstStudy();
const standard = defaultView(study);

const ordered = (low: number, high: number) =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const statistics = fc.record({
  model: fc.constantFrom(...MODELS),
  benchmark: fc.constantFrom(null, ...study.instruments.map(({ id }) => id)),
  estimation: ordered(-999, -1),
  window: ordered(-99, 99),
  returns: fc.constantFrom(...RETURNS),
});

describe('the statistics in the address', () => {
  it('are read back as they were written, whatever was chosen', () => {
    fc.assert(
      fc.property(statistics, (chosen) => {
        const view: View = { ...standard, ...chosen };
        expect(readUrl(writeUrl(view, study), study)).toEqual({ view, problems: [] });
      }),
    );
  });

  it('do not stand in it while they are the default', () => {
    expect(writeUrl(standard, study)).toBe('');
  });

  it('stand in it under the names of the method', () => {
    const view: View = {
      ...standard,
      model: 'market',
      benchmark: 'HSI',
      estimation: [-120, -11],
      window: [0, 1],
      returns: 'simple',
    };
    expect(writeUrl(view, study)).toBe('model=market&benchmark=HSI&estimation=-120..-11&window=0..1&returns=simple');
  });

  it.each([
    ['model', 'magic', 'mean, market, adjusted'],
    ['benchmark', 'DAX', 'IXIC, HSTECH, SPX, HSI, NVDA'],
    ['estimation', '-10..5', 'sessions before day 0 in order, such as -250..-11'],
    ['estimation', '-11..-250', 'sessions before day 0 in order, such as -250..-11'],
    ['window', '1.5..2', 'sessions counted from day 0 in order, such as 0..1'],
    ['returns', 'real', 'log, simple'],
  ])('keep their default where %s=%s cannot be used, and say what can', (name, value, expected) => {
    const { view, problems } = readUrl(`${name}=${value}`, study);
    expect(view).toEqual(standard);
    expect(problems.map(({ sentence }) => sentence)).toEqual([
      `The address asks for ${name}=${value}, which is not known here; expected ${expected}. The default is shown instead.`,
    ]);
  });

  it('know no minus zero', () => {
    expect(Object.is(readOffsets('-0..1')?.[0], 0)).toBe(true);
  });
});
