import { describe, expect, it } from 'vitest';
import { chartDataFor, layoutFor, modelFor } from '../../../src/app/state/drawing-cache.ts';
import { defaultView } from '../../../src/chart/view/view.ts';
import { nvidia } from '../../chart/study-of.ts';

const { study, available } = nvidia;
const view = defaultView(study);

describe('what a view shows', () => {
  it('is the same object for the same chart, also when another event is pinned or another theme chosen', () => {
    const model = modelFor(study, available, view);
    expect(modelFor(study, available, { ...view })).toBe(model);
    expect(modelFor(study, available, { ...view, event: 'speech', theme: 'dark' })).toBe(model);
  });

  it.each([
    { range: { kind: 'all' } },
    { scale: 'percent' },
    { chart: 'daily' },
    { instruments: ['SPX'] },
    { base: { kind: 'event', event: 'speech' } },
  ] as const)('is another one for %o', (change) => {
    expect(modelFor(study, available, { ...view, ...change })).not.toBe(modelFor(study, available, view));
  });

  it('is another one when the series are others', () => {
    expect(modelFor(study, new Map(available), view)).not.toBe(modelFor(study, available, view));
  });

  it('is laid out and described once per size', () => {
    const model = modelFor(study, available, view);
    expect(layoutFor(model, 'm')).toBe(layoutFor(model, 'm'));
    expect(layoutFor(model, 'm').size).toBe('m');
    expect(layoutFor(model, 's').size).toBe('s');
    expect(chartDataFor(model, 'm')).toBe(chartDataFor(model, 'm'));
    expect(Object.keys(chartDataFor(model, 's').variants)).toEqual(['s']);
  });
});
