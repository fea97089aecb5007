import { sceneOf } from '../../chart/kinds/scene-of.ts';
import { buildModel } from '../../chart/model/build-model.ts';
import type { ChartModel } from '../../chart/model/chart-model.ts';
import type { Scene } from '../../chart/scene/scene.ts';
import type { View } from '../../chart/view/view.ts';
import type { InstrumentId, PriceSeries } from '../../core/series.ts';
import type { Study } from '../../core/study.ts';

/** Models that are kept for a set of series: a reader goes to and fro between a few. */
const KEPT = 32;

const models = new WeakMap<ReadonlyMap<InstrumentId, PriceSeries>, Map<string, ChartModel>>();
const scenes = new WeakMap<ChartModel, Scene>();

/**
 * What a view shows, the same object for the same series and the same chart. The pinned event, the theme and the
 * parameters of the statistics draw nothing: in `view` they are those of the first view that asked.
 */
export function modelFor(study: Study, available: ReadonlyMap<InstrumentId, PriceSeries>, view: View): ChartModel {
  let known = models.get(available);
  if (known === undefined) {
    known = new Map();
    models.set(available, known);
  }
  const { chart, instruments, base, range, scale } = view;
  const oldest = known.keys().next();
  if (known.size > KEPT && oldest.done !== true) known.delete(oldest.value);
  const key = JSON.stringify([study.id, chart, instruments, base, range, scale]);
  const model = known.get(key) ?? buildModel(study, available, view);
  known.set(key, model);
  return model;
}

/** What a model's chart shows, worked out once. */
export function sceneFor(model: ChartModel): Scene {
  const scene = scenes.get(model) ?? sceneOf(model);
  scenes.set(model, scene);
  return scene;
}
