import { describe, expect, it } from 'vitest';
import { modelFor, sceneFor } from '../../../src/app/state/drawing-cache.ts';
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

  it('is worked out once', () => {
    const model = modelFor(study, available, view);
    expect(sceneFor(model)).toBe(sceneFor(model));
    expect(sceneFor(model).choice).toEqual({ range: view.range, base: view.base, scale: view.scale });
  });
});
